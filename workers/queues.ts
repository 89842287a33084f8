import { createHash } from "node:crypto";
import type { JobsOptions } from "bullmq";
import type { DeadLetter, DocumentJob, DocumentResult, PageJob, PageResult, ResultJob } from "../schemas/job.ts";
import type { Engine, JobQueue } from "./engine.ts";
import { BACKOFF } from "./retry.ts";
import { safeValue } from "./safe-text.ts";

export interface QueueRow {
  readonly name: string;
  /** How often a job is tried before it counts as failed. */
  readonly attempts: number;
  /** Whether a finished job stays, as the record of what became of it. */
  readonly keeps: boolean;
  readonly doc: string;
}

/** TABLE of queues. Each collection of documents has one of each. */
export const QUEUES = {
  page: {
    name: "page",
    attempts: 6,
    keeps: true,
    doc: "URLs to fetch, one a job; worked on by workers/pages.ts",
  },
  document: {
    name: "document",
    attempts: 4,
    keeps: false,
    doc: "References to documents, many a job; worked on by workers/document.ts",
  },
  result: {
    name: "result",
    attempts: 20,
    keeps: false,
    doc: "Facts that a worker found and the writer has not written yet; worked on by workers/results.ts",
  },
  deadLetter: {
    name: "dead-letter",
    attempts: 1,
    keeps: true,
    doc: "One job for each document that failed, with the reason; nobody works on it",
  },
} as const satisfies Record<string, QueueRow>;

/** Collection of `enqueue` and `work`; each `run` has one of its own. */
export const SHARED = "main";

/** Documents of one job: enough to make the queue's share of the work small, few enough to share the work out. */
export const DOCUMENTS_PER_JOB = 32;

/** The queues of one collection are its own, so that what another run left cannot mix with it. */
export const queueName = (row: QueueRow, collection: string): string => `${row.name}-${collection}`;

export interface QueueSet {
  readonly pages: JobQueue<PageJob, PageResult>;
  readonly documents: JobQueue<DocumentJob, DocumentResult>;
  readonly results: JobQueue<ResultJob>;
  readonly deadLetters: JobQueue<DeadLetter>;
}

interface NewJob<Data> {
  readonly name: string;
  readonly data: Data;
  readonly opts: JobsOptions;
}

export const openQueues = (engine: Engine, collection: string): QueueSet => ({
  pages: openQueue(engine, queueName(QUEUES.page, collection)),
  documents: openQueue(engine, queueName(QUEUES.document, collection)),
  results: openQueue(engine, queueName(QUEUES.result, collection)),
  deadLetters: openQueue(engine, queueName(QUEUES.deadLetter, collection)),
});

/** A queue whose lost connection is the business of the call that meets it: without a listener it would be printed. */
export function openQueue<Data, Result = unknown>(engine: Engine, name: string): JobQueue<Data, Result> {
  const queue = engine.queue<Data, Result>(name);
  queue.on("error", () => {});
  return queue;
}

export const closeQueues = async (queues: QueueSet): Promise<void> => {
  await Promise.all(Object.values(queues).map((queue) => queue.close()));
};

/** A job as the queue of a row takes it. @param jobId the same for the same work: added twice, it is one job */
export const jobOf = <Data>(row: QueueRow, jobId: string, data: Data): NewJob<Data> => ({
  name: row.name,
  data: safeValue(data),
  opts: { jobId, attempts: row.attempts, backoff: { type: BACKOFF }, removeOnComplete: !row.keeps },
});

/** Hash of texts, 22 characters that every queue takes as part of a job id. */
export const hashOf = (...texts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  // Lengths stand between the texts, so that no two lists of texts look the same.
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest("base64url").slice(0, 22);
};
