import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { canonicalUrl } from "../pipeline/identity/canonical-url.ts";
import { type Input, readInputs } from "../pipeline/inputs/index.ts";
import type { BadEntry, PageEntry } from "../pipeline/listings/entry.ts";
import { looksLikeListing, readListing } from "../pipeline/listings/index.ts";
import { looksLikeUrls, readUrlLines } from "../pipeline/listings/url-lines.ts";
import type { DeadLetter, DocumentJob, DocumentReference, PageJob } from "../schemas/job.ts";
import type { Settings } from "../schemas/settings.ts";
import { addPages, pageId, type Settled } from "./add-pages.ts";
import type { JobQueue } from "./engine.ts";
import { DOCUMENTS_PER_JOB, hashOf, jobOf, QUEUES, type QueueSet } from "./queues.ts";
import { type Places, referTo } from "./references.ts";
import { failureOf } from "./retry.ts";

/** One statement adds several jobs at little more than the cost of one. */
const JOBS_AT_ONCE = 8;
const PAGES_AT_ONCE = 256;
const HEAD_BYTES = 4_096;

export interface EnqueueDeps {
  readonly queues: QueueSet;
  readonly settings: Settings;
  /** Where standard input was kept, or null; and the folder that documents are named from. */
  readonly places: Places;
  /** Path of the output, which is no input; null where it is not known. */
  readonly output: string | null;
  readonly stdin: Readable;
  readonly stop: AbortSignal;
  /** True where what is in the output already is to be done anew. */
  readonly again: boolean;
  readonly settled: Settled;
  readonly isDone: (key: string) => boolean;
  /** True for a page whose facts are in the output. */
  readonly isWritten: (document: string) => boolean;
  readonly bury: (letters: readonly DeadLetter[]) => Promise<void>;
  /** Told of each document or page as it is found. */
  readonly onFound: (how: "queued" | "skipped" | "failed", bytes: number) => void;
}

const isUrl = (source: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(source);

/**
 * Puts references to all documents of the sources into the queues, in flat memory: URLs one a job, other documents many
 * a job. What is in the output already is left out; what cannot be listed goes to the dead-letter queue.
 */
export async function enqueue(sources: readonly string[], deps: EnqueueDeps): Promise<void> {
  const { spooled } = deps.places;
  const lists = spooled !== null && sources.includes("-") && (await opensWithUrls(spooled));
  await enqueuePages(given(sources.filter(isUrl)), deps);
  if (lists) await enqueuePages(readUrlLines(createReadStream(spooled)), deps);
  const locals = sources.filter((source) => !isUrl(source) && !(source === "-" && lists));
  const others: string[] = [];
  for (const source of locals) {
    const listing = await listingIn(source, deps.settings);
    if (listing === null) others.push(source);
    else await enqueuePages(listing, deps);
  }
  const stdin = spooled === null ? deps.stdin : createReadStream(spooled);
  if (others.length > 0) await enqueueDocuments(readInputs(others, { stdin, settings: deps.settings }), deps);
}

const LISTING_NAME = /\.(?:xml|rss|atom|rdf|json)(?:\.gz)?$/i;

/** The links of a feed or sitemap that lies in a file; null for any other source. */
async function listingIn(source: string, { maxBytes }: Settings): Promise<AsyncIterable<PageEntry | BadEntry> | null> {
  if (!LISTING_NAME.test(source)) return null;
  const bytes = await readFile(source).catch(() => null); // reading it as a document says why it cannot be read
  if (bytes === null || looksLikeListing(bytes, null) === null) return null;
  const listing = readListing({ url: pathToFileURL(source).href, contentType: null, bytes, maxBytes });
  return (async function* () {
    // What a sitemap index names are pages to fetch too: they are told apart when they are there.
    for await (const entry of listing)
      yield entry.kind === "listing" ? { kind: "page" as const, url: entry.url, published: null, title: null } : entry;
  })();
}

async function* given(urls: readonly string[]) {
  for (const url of urls) yield { kind: "page" as const, url, published: null, title: null };
}

async function opensWithUrls(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return looksLikeUrls(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

async function enqueuePages(lines: AsyncIterable<PageEntry | BadEntry>, deps: EnqueueDeps): Promise<void> {
  let pages: PageJob[] = [];
  const flush = async () => {
    await addPages(deps.queues.pages, pages, { settled: deps.settled });
    pages = [];
  };
  for await (const line of lines) {
    if (deps.stop.aborted) return;
    try {
      if (line.kind === "bad") throw line.error;
      const url = canonicalUrl(line.url);
      if (deps.isWritten(pageId(url)) && !deps.again) {
        deps.onFound("skipped", 0);
        continue;
      }
      const enqueued = new Date().toISOString();
      pages.push({ url, given: line.url, from: null, depth: 0, enqueued, ...(deps.again && { again: true }) });
      deps.onFound("queued", 0);
    } catch (error) {
      await deps.bury([{ failure: failureOf(line.kind === "bad" ? line.source : line.url, error), document: null }]);
      deps.onFound("failed", 0);
    }
    if (pages.length === PAGES_AT_ONCE) await flush();
  }
  await flush();
}

async function enqueueDocuments(inputs: AsyncIterable<Input>, deps: EnqueueDeps): Promise<void> {
  let documents: DocumentReference[] = [];
  for await (const input of inputs) {
    if (deps.stop.aborted) return;
    // A folder of inputs may be where the output is.
    if (resolve(fileOf(input)) === deps.output) continue;
    if ("error" in input) {
      await deps.bury([{ failure: failureOf(input.source, input.error), document: null }]);
      deps.onFound("failed", 0);
      continue;
    }
    const reference = referTo(input, deps.places);
    if (deps.isDone(reference.key) && !deps.again) {
      deps.onFound("skipped", reference.bytes);
      continue;
    }
    deps.onFound("queued", reference.bytes);
    documents.push(reference);
    if (documents.length === DOCUMENTS_PER_JOB * JOBS_AT_ONCE) {
      await addJobs(deps.queues.documents, documents, deps.again);
      documents = [];
    }
  }
  await addJobs(deps.queues.documents, documents, deps.again);
}

const fileOf = (input: Input): string =>
  ("error" in input ? null : input.origin?.path) ?? input.source.replace(/#\d+$/, "");

/** Adds documents as jobs. A job's id comes from its documents' content. */
export async function addJobs<Result>(
  queue: JobQueue<DocumentJob, Result>,
  all: readonly DocumentReference[],
  again = false,
): Promise<void> {
  const jobs = [];
  for (let start = 0; start < all.length; start += DOCUMENTS_PER_JOB) {
    const documents = all.slice(start, start + DOCUMENTS_PER_JOB);
    const jobId = hashOf(...documents.map(({ key }) => key), again ? "again" : "");
    jobs.push(jobOf(QUEUES.document, jobId, { documents, ...(again && { again }) }));
  }
  if (jobs.length > 0) await queue.addBulk(jobs);
}
