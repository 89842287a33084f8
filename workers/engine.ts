import type { IQueueBackend, JobProgress, Processor, Queue, QueueOptions, Worker, WorkerOptions } from "bullmq";
import { JingjianError, QueueFailedError } from "../schemas/errors.ts";

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

/** A share in a host: one of the requests that may be under way at once. */
export interface Lease {
  release(): Promise<void>;
}

/** A place where queues live. BullMQ gives them all the same behaviour; an engine says only how to reach its store. */
export interface Engine {
  /** Without its password. */
  readonly url: string;
  /** A folder for files that jobs refer to. */
  readonly folder: string;
  /** What an operator should know of the store, such as a Redis that may forget jobs. */
  readonly warnings: readonly string[];
  queue<Data, Result = unknown>(name: string, options?: Omit<QueueOptions, "connection">): JobQueue<Data, Result>;
  /** A worker that starts when `run()` is called on it. */
  worker<Data, Result>(
    name: string,
    processor: Processor<Data, Result>,
    options?: Omit<WorkerOptions, "connection">,
  ): JobWorker<Data, Result>;
  /** @throws {QueueFailedError} when the store does not answer within two seconds */
  ping(): Promise<void>;
  /** Names of all queues that were ever used in the store. */
  queueNames(): Promise<string[]>;
  /**
   * Takes the next request slot of a host, for all workers of the store.
   * @param delayMs least time between two slots of the host
   * @returns milliseconds until the slot
   */
  slot(host: string, delayMs: number): Promise<number>;
  /**
   * Takes one of the `limit` shares in a host, for all workers of the store; it comes back after `forMs` at the latest.
   * @returns null where all shares are taken
   */
  lease(host: string, limit: number, forMs: number): Promise<Lease | null>;
  /** Lets go of the store, also of one that is away; close queues and workers first. */
  close(): Promise<void>;
}

/** TABLE of engines, by the scheme of their URL. */
const ENGINES: Readonly<Record<string, (url: string) => Promise<Engine>>> = {
  embedded: async (url) => (await import("./embedded.ts")).openEmbedded(url),
  postgres: async (url) => (await import("./postgres.ts")).openPostgres(url),
  postgresql: async (url) => (await import("./postgres.ts")).openPostgres(url),
  redis: async (url) => (await import("./redis.ts")).openRedis(url),
  rediss: async (url) => (await import("./redis.ts")).openRedis(url),
  "redis+sentinel": async (url) => (await import("./redis.ts")).openRedis(url),
  "rediss+sentinel": async (url) => (await import("./redis.ts")).openRedis(url),
  "redis+cluster": async (url) => (await import("./redis.ts")).openRedis(url),
  "rediss+cluster": async (url) => (await import("./redis.ts")).openRedis(url),
};

/** Time that a store has to answer a ping. */
const PING_MS = 2_000;
/** Files that jobs refer to, of engines that have no folder of their own. */
export const SPOOL_FOLDER = ".jingjian";

/**
 * @param url `embedded:DIR`, `postgres://…`, `redis://…`, `rediss://…`, `redis+sentinel://…`, `redis+cluster://…`
 * @throws {QueueFailedError} for an unknown scheme, or a store that does not open
 * @throws {FolderLockedError} when another process holds the folder and cannot be reached
 */
export function openEngine(url: string): Promise<Engine> {
  const open = ENGINES[url.slice(0, Math.max(0, url.indexOf(":")))];
  if (!open) {
    const known = Object.keys(ENGINES).map((scheme) => `${scheme}:`);
    return Promise.reject(new QueueFailedError(withoutPassword(url), `Start it with ${known.join(", ")}`));
  }
  return open(url);
}

/** An engine's URL as it may be shown. */
export const withoutPassword = (url: string): string =>
  url.replace(/(:\/\/[^:@/]*):.*@/, "$1:***@").replace(/([?&]password=)[^&]*/gi, "$1***");

/** What a driver failed with, in words: a host with several addresses fails with an error for each and says nothing. */
export function reasonOf(cause: unknown): Error {
  const { message, errors } = cause as { readonly message?: string; readonly errors?: readonly Error[] };
  return new Error(message || errors?.[0]?.message || String(cause), { cause });
}

/**
 * The `ping` of an engine.
 * @param remedy what to do about a store that does not answer
 * @param ask asks the store anything, without patience
 */
export const pinging = (url: string, remedy: string, ask: () => Promise<unknown>) => async (): Promise<void> => {
  try {
    await within(PING_MS, ask(), () => new QueueFailedError(url, remedy));
  } catch (cause) {
    throw cause instanceof JingjianError ? cause : new QueueFailedError(url, remedy, { cause: reasonOf(cause) });
  }
};

/** Fails where an answer takes too long. */
export async function within<T>(ms: number, answer: Promise<T>, failed: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(failed()), ms);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
