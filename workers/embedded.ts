import { access, mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PGlite } from "@electric-sql/pglite";
import { DEFAULT_SCHEMA, runMigrations } from "bullmq";
import { acquireLock } from "../pipeline/store/lock.ts";
import { FolderLockedError, JingjianError, QueueFailedError } from "../schemas/errors.ts";
import { joinSession, type Seat, shareSession } from "./embedded-interface.ts";
import { LastingSession } from "./embedded-session.ts";
import type { Engine } from "./engine.ts";
import { asPool, PglitePool, sessionOf } from "./pglite-pool.ts";
import { sqlEngine } from "./sql-engine.ts";
import { makeTables } from "./sql-store.ts";

/**
 * The engine that needs nothing installed: BullMQ's PostgreSQL backend on PGlite, in a folder of its own.
 * One process at a time holds the folder; others reach the database through it. Committed jobs survive the death of the
 * process, but not surely a power cut: PGlite does not wait for the disk.
 * @param url `embedded:DIR`
 * @throws {FolderLockedError} naming the process that holds the folder, where that cannot be reached
 * @throws {QueueFailedError} when the folder cannot be made or the database does not start
 */
export async function openEmbedded(url: string): Promise<Engine> {
  const folder = resolve(url.slice(url.indexOf(":") + 1));
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const session = new LastingSession(url, await holdOrJoin(folder, false), () => holdOrJoin(folder, true));
    const client = new PglitePool(session);
    return sqlEngine({
      url,
      folder,
      client,
      pool: () => asPool(new PglitePool(session)),
      ask: () => client.query("SELECT 1"),
      remedy: "Start it again",
      close: () => session.close(),
    });
  } catch (cause) {
    if (cause instanceof JingjianError) throw cause;
    const remedy = `Free disk space or check the rights of ${folder}; if that does not help, delete ${join(folder, "queue")}`;
    throw new QueueFailedError(url, remedy, { cause });
  }
}

/** A holder that starts has its interface only when its database is up. */
const JOIN_MS = 15_000;
const TRY_AGAIN_MS = 100;
const RECLAIM = "SELECT move_active_to_wait(queue, id, '0', $1) FROM job WHERE state = 'active'";

/** @param takesOver true where this process worked with the database before, and others may still */
async function holdOrJoin(folder: string, takesOver: boolean): Promise<Seat> {
  const until = Date.now() + JOIN_MS;
  for (;;) {
    try {
      return await hold(folder, takesOver);
    } catch (error) {
      if (!(error instanceof FolderLockedError)) throw error;
      const session = await joinSession(folder);
      if (session !== null) return session;
      if (Date.now() > until) throw error;
      await sleep(TRY_AGAIN_MS);
    }
  }
}

async function hold(folder: string, takesOver: boolean): Promise<Seat> {
  const lock = await acquireLock(join(folder, "lock"), (holder) => new FolderLockedError(folder, holder));
  try {
    const database = await openDatabase(join(folder, "queue"));
    // Whoever had these jobs in work is dead. One that lives and takes over is not: stalled jobs come back later.
    if (!takesOver) await database.query(RECLAIM, [Date.now()]);
    const session = sessionOf(database);
    const shared = await shareSession(folder, session);
    const close = async () => {
      try {
        await shared.close();
        await database.close();
      } finally {
        lock.release();
      }
    };
    return { ...session, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openDatabase(folder: string): Promise<PGlite> {
  if (!(await exists(folder))) await initialise(folder);
  const database = await PGlite.create(folder);
  const pool = new PglitePool(sessionOf(database));
  await runMigrations(await pool.connect());
  await pool.query(`SET search_path TO ${DEFAULT_SCHEMA}`);
  await makeTables(pool);
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

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
