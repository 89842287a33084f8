import { createPostgresBackend, type PgPool, type Processor, withBackend } from "bullmq";
import { type Engine, type JobQueue, type JobWorker, pinging } from "./engine.ts";
import { type SqlClient, sqlLease, sqlQueueNames, sqlSlot } from "./sql-store.ts";

/** What differs between PostgreSQL on a server and the one in a folder. */
export interface SqlPlace extends Pick<Engine, "url" | "folder" | "close"> {
  /** For the statements of our own; it waits for a database that is away. */
  readonly client: SqlClient;
  /** A pool for one queue. BullMQ leaves listeners on a pool when a queue is closed, so that each has one of its own. */
  readonly pool: () => PgPool;
  /** Asks the database something, without patience. */
  readonly ask: () => Promise<unknown>;
  /** What to do about a database that does not answer. */
  readonly remedy: string;
}

/** BullMQ's PostgreSQL backend as an engine. */
export function sqlEngine({ url, folder, close, client, pool, ask, remedy }: SqlPlace): Engine {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  return {
    url,
    folder,
    warnings: [],
    queue: <Data, Result>(name: string, options = {}) =>
      new Queue<Data, Result>(name, { ...options, connection: pool() }) as unknown as JobQueue<Data, Result>,
    worker: <Data, Result>(name: string, processor: Processor<Data, Result>, options = {}) =>
      new Worker<Data, Result>(name, processor, {
        ...options,
        connection: pool(),
        autorun: false,
      }) as unknown as JobWorker<Data, Result>,
    ping: pinging(url, remedy, ask),
    queueNames: () => sqlQueueNames(client),
    slot: (host, delayMs) => sqlSlot(client, host, delayMs),
    lease: (host, limit, forMs) => sqlLease(client, host, limit, forMs),
    close,
  };
}
