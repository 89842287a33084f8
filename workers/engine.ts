import type { IQueueBackend, JobProgress, Processor, Queue, QueueOptions, Worker, WorkerOptions } from "bullmq";
import { QueueFailedError } from "../schemas/errors.ts";

export type JobQueue<Data, Result = unknown> = Queue<
  Data,
  Result,
  string,
  Data,
  Result,
  string,
  IQueueBackend,
  unknown
>;
export type JobWorker<Data, Result> = Worker<Data, Result, string, IQueueBackend, JobProgress, unknown>;

/** A place where queues live. BullMQ gives them all the same behaviour; an engine says only how to reach its store. */
export interface Engine {
  readonly url: string;
  /** A folder for files that jobs refer to. */
  readonly folder: string;
  queue<Data, Result = unknown>(name: string, options?: Omit<QueueOptions, "connection">): JobQueue<Data, Result>;
  /** A worker that starts when `run()` is called on it. */
  worker<Data, Result>(
    name: string,
    processor: Processor<Data, Result>,
    options?: Omit<WorkerOptions, "connection">,
  ): JobWorker<Data, Result>;
  /** Lets go of the store; close queues and workers first. */
  close(): Promise<void>;
}

/** TABLE of engines, by the scheme of their URL. */
const ENGINES: Readonly<Record<string, (url: string) => Promise<Engine>>> = {
  embedded: async (url) => (await import("./embedded.ts")).openEmbedded(url),
};

/**
 * @param url `embedded:DIR`
 * @throws {QueueFailedError} for an unknown scheme, or a store that does not open
 * @throws {FolderLockedError} when another process holds the folder
 */
export function openEngine(url: string): Promise<Engine> {
  const open = ENGINES[url.slice(0, Math.max(0, url.indexOf(":")))];
  if (!open) {
    const known = Object.keys(ENGINES).map((scheme) => `${scheme}:`);
    return Promise.reject(new QueueFailedError(url, `Start it with ${known.join(", ")}`));
  }
  return open(url);
}
