import type { Input } from "../pipeline/inputs/index.ts";
import type { DeadLetter, DocumentJob, DocumentReference } from "../schemas/job.ts";
import type { JobQueue } from "./engine.ts";
import { DOCUMENTS_PER_JOB, hashOf, jobOptions, QUEUES } from "./queues.ts";
import { type Places, referTo } from "./references.ts";
import { failureOf } from "./retry.ts";
import { safeValue } from "./safe-text.ts";

export interface EnqueueDeps {
  readonly queue: JobQueue<DocumentJob>;
  readonly places: Places;
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
    if (documents.length === DOCUMENTS_PER_JOB) {
      await addJob(deps.queue, documents);
      documents = [];
    }
  }
  if (documents.length > 0) await addJob(deps.queue, documents);
}

/** The job's id comes from its documents' content: added twice, it is one job. */
export async function addJob(queue: JobQueue<DocumentJob>, documents: readonly DocumentReference[]): Promise<void> {
  const jobId = hashOf(...documents.map(({ key }) => key));
  await queue.add(QUEUES.document.name, safeValue({ documents }), { ...jobOptions(QUEUES.document), jobId });
}
