import type { Origin } from "./document.ts";
import type { Validators } from "./fetch.ts";

/** Where one document lies. A job carries references, never text. */
export interface DocumentReference {
  /** What a person calls it: see `RawPage.source`. */
  readonly source: string;
  /** Id of the document; a line of a JSONL file states its own. */
  readonly id: string;
  readonly origin: Origin;
  /** Size of the document in its file. */
  readonly bytes: number;
  /** Idempotency key: hash of the document's place, a dot, hash of its content. */
  readonly key: string;
}

/** Payload of the document queue: many documents a job, so that the queue costs little for each. */
export interface DocumentJob {
  readonly documents: readonly DocumentReference[];
  /** True where documents that are in the output already are to be extracted anew. */
  readonly again?: boolean;
}

/** One page to fetch. */
export interface PageJob {
  /** Canonical URL; the job's id is its hash, so that one URL is one job. */
  readonly url: string;
  /** The URL as the operator or the listing wrote it. */
  readonly given: string;
  /** Feed or sitemap that named it, or null. */
  readonly from: string | null;
  /** How many listings lie between the operator's own words and this page. */
  readonly depth: number;
  /** ISO 8601, when it was enqueued. */
  readonly enqueued: string;
  /** True where facts of the same content are to be written anew. */
  readonly again?: boolean;
  /** Validators of the last fetch, which make the next one conditional. */
  readonly validators?: Validators;
  /** Unix time in ms of the request slot that this job holds for its host, while it waits for it. */
  readonly slotAt?: number;
}

/** What is known of a page once it is settled; `find` tells it. */
export interface PageStory {
  readonly url: string;
  readonly fetched: string;
  /** The way there: each URL that was asked, with its answer. */
  readonly hops: readonly { readonly url: string; readonly status: number }[];
  readonly robots: string;
  readonly contentType: string | null;
  readonly bytes: number;
  readonly validators: Validators;
  /** Where the page is kept. */
  readonly archive: Origin | null;
  /** SHA-256 of the decoded bytes, base64url. */
  readonly contentHash: string;
  /** Number of links, where the page is a feed or a sitemap. */
  readonly listed?: number;
  readonly extraction?: ExtractionStory;
}

/** What extraction found out about a document beside its facts. */
export interface ExtractionStory {
  readonly id: string;
  readonly charset: string;
  readonly charsetEvidence: string;
  readonly overruled: string | null;
  readonly lang: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  /** `rel=canonical` of the page, or null. */
  readonly canonical: string | null;
  /** Characters of clean text. */
  readonly chars: number;
  readonly simhash: string;
  readonly facts: number;
  /** Document whose bytes or text this one copies, or null. */
  readonly copyOf: string | null;
}

/** What a page's job gives: its story, or why there is none. */
export interface PageResult {
  readonly how: "written" | "skipped" | "failed" | "listed" | "unchanged";
  readonly story: PageStory | null;
  readonly failure: Failure | null;
}

/** Facts of one document on their way to the writer; lines are gzip in base64, since a queue bends some characters. */
export interface ResultJob {
  readonly key: string;
  readonly lines: string;
  readonly facts: Readonly<Record<string, number>>;
}

/** Why one document gave nothing; the others of its job go on. */
export interface Failure {
  readonly source: string;
  /** `code` of a JingjianError, or `UNEXPECTED`. */
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** Where in the program a defect showed. */
  readonly stack?: string;
  /** How often it was tried. */
  readonly attempts?: number;
  /** ISO 8601, when it was given up. */
  readonly at?: string;
}

/** Payload of the dead-letter queue; without `document` and `page` the input could not even be listed. */
export interface DeadLetter {
  readonly failure: Failure;
  readonly document: DocumentReference | null;
  readonly page?: PageJob;
}

/** What a finished document job reports. */
export interface DocumentResult {
  /** Documents written by this job. */
  readonly written: number;
  /** Documents that an earlier run had written. */
  readonly skipped: number;
  readonly failed: number;
}
