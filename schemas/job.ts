import type { Origin } from "./document.ts";

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
}

/** Payload of the dead-letter queue; `document` is null where the input could not even be listed. */
export interface DeadLetter {
  readonly failure: Failure;
  readonly document: DocumentReference | null;
}

/** What a finished document job reports. */
export interface DocumentResult {
  /** Documents written by this job. */
  readonly written: number;
  /** Documents that an earlier run had written. */
  readonly skipped: number;
  readonly failed: number;
}
