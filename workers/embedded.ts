import { access, mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { createPostgresBackend, DEFAULT_SCHEMA, type Processor, runMigrations, withBackend } from "bullmq";
import { acquireLock } from "../pipeline/store/lock.ts";
import { FolderLockedError, JingjianError, QueueFailedError } from "../schemas/errors.ts";
import type { Engine, JobQueue, JobWorker } from "./engine.ts";
import { asPool, PglitePool } from "./pglite-pool.ts";

/**
 * The engine that needs nothing installed: BullMQ's PostgreSQL backend on PGlite, in a folder of its own.
 * One process at a time holds the folder. Committed jobs survive the death of the process, but not surely a power cut:
 * PGlite does not wait for the disk.
 * @param url `embedded:DIR`
 * @throws {FolderLockedError} naming the process that holds the folder
 * @throws {QueueFailedError} when the folder cannot be made or the database does not start
 */
export async function openEmbedded(url: string): Promise<Engine> {
  const folder = resolve(url.slice(url.indexOf(":") + 1));
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const lock = await acquireLock(join(folder, "lock"), (holder) => new FolderLockedError(folder, holder));
    try {
      const database = await openDatabase(join(folder, "queue"));
      return engineOn(database, { url, folder, release: lock.release });
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (cause) {
    if (cause instanceof JingjianError) throw cause;
    const remedy = `Free disk space or check the rights of ${folder}; if that does not help, delete ${join(folder, "queue")}`;
    throw new QueueFailedError(url, remedy, { cause });
  }
}

async function openDatabase(folder: string): Promise<PGlite> {
  if (!(await exists(folder))) await initialise(folder);
  const database = await PGlite.create(folder);
  const pool = new PglitePool(database);
  await runMigrations(await pool.connect());
  await pool.query(`SET search_path TO ${DEFAULT_SCHEMA}`);
  // Nobody else can hold the folder, so whoever had these jobs in work is dead.
  await pool.query("SELECT move_active_to_wait(queue, id, '0', $1) FROM job WHERE state = 'active'", [Date.now()]);
  return database;
}

/** Takes seconds, and half a database is none: it gets its name when it is whole. */
async function initialise(folder: string): Promise<void> {
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  const database = await PGlite.create(draft);
  await database.close();
  await rename(draft, folder);
}

interface Place {
  readonly url: string;
  readonly folder: string;
  readonly release: () => void;
}

function engineOn(database: PGlite, { url, folder, release }: Place): Engine {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = asPool(new PglitePool(database));
  return {
    url,
    folder,
    queue: <Data, Result>(name: string, options = {}) =>
      new Queue<Data, Result>(name, { ...options, connection }) as unknown as JobQueue<Data, Result>,
    worker: <Data, Result>(name: string, processor: Processor<Data, Result>, options = {}) =>
      new Worker<Data, Result>(name, processor, {
        ...options,
        connection,
        autorun: false,
        // A job stalls when its worker dies, and then the whole engine is dead with it: see `openDatabase`.
        skipStalledCheck: true,
      }) as unknown as JobWorker<Data, Result>,
    close: async () => {
      try {
        await database.close();
      } finally {
        release();
      }
    },
  };
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
