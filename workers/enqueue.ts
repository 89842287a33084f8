import { resolve } from "node:path";
import type { Input } from "../pipeline/inputs/index.ts";
import type { DeadLetter, DocumentJob, DocumentReference } from "../schemas/job.ts";
import type { JobQueue } from "./engine.ts";
import { DOCUMENTS_PER_JOB, hashOf, jobOptions, QUEUES } from "./queues.ts";
import { type Places, referTo } from "./references.ts";
import { failureOf } from "./retry.ts";
import { safeValue } from "./safe-text.ts";

/** One statement adds several jobs at little more than the cost of one. */
const JOBS_AT_ONCE = 8;

export interface EnqueueDeps {
  readonly queue: JobQueue<DocumentJob>;
  readonly places: Places;
  /** Path of the output, which is no input. */
  readonly output: string;
  readonly stop: AbortSignal;
  readonly isDone: (key: string) => boolean;
  readonly bury: (letters: readonly DeadLetter[]) => Promise<void>;
  /** Told of each document as it is found. */
  readonly onFound: (how: "queued" | "skipped" | "failed", bytes: number) => void;
}

/**
 * Puts references to all documents into the queue, many a job, in flat memory.
 * A document that is in the output already is left out; one that cannot be listed goes to the dead-letter queue.
 */
export async function enqueue(inputs: AsyncIterable<Input>, deps: EnqueueDeps): Promise<void> {
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
    if (deps.isDone(reference.key)) {
      deps.onFound("skipped", reference.bytes);
      continue;
    }
    deps.onFound("queued", reference.bytes);
    documents.push(reference);
    if (documents.length === DOCUMENTS_PER_JOB * JOBS_AT_ONCE) {
      await addJobs(deps.queue, documents);
      documents = [];
    }
  }
  await addJobs(deps.queue, documents);
}

const fileOf = (input: Input): string =>
  ("error" in input ? null : input.origin?.path) ?? input.source.replace(/#\d+$/, "");

/** Adds documents as jobs. A job's id comes from its documents' content: added twice, it is one job. */
export async function addJobs(queue: JobQueue<DocumentJob>, all: readonly DocumentReference[]): Promise<void> {
  const jobs = [];
  for (let start = 0; start < all.length; start += DOCUMENTS_PER_JOB) {
    const documents = all.slice(start, start + DOCUMENTS_PER_JOB);
    const jobId = hashOf(...documents.map(({ key }) => key));
    const opts = { ...jobOptions(QUEUES.document), jobId };
    jobs.push({ name: QUEUES.document.name, data: safeValue({ documents }), opts });
  }
  if (jobs.length > 0) await queue.addBulk(jobs);
}
