import { EventEmitter } from "node:events";
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DEFAULT_SCHEMA, type PgPool, runMigrations } from "bullmq";
import pg from "pg";
import { QueueFailedError } from "../schemas/errors.ts";
import { type Engine, reasonOf, SPOOL_FOLDER, withoutPassword } from "./engine.ts";
import { sqlEngine } from "./sql-engine.ts";
import { makeTables, type SqlClient } from "./sql-store.ts";

/** Each worker keeps one connection to listen on; queries share the others. */
const MAX_CONNECTIONS = 24;
const CONNECT_MS = 10_000;
/** A server that restarts is waited for, at most this long. */
const PATIENCE_MS = 600_000;
const TRY_AGAIN_MS = 500;
/** What a server that is away, starting or shutting down makes of a query. */
const AWAY = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|57P0[123]|08\w{3})$/;
const AWAY_MESSAGE =
  /Connection terminated|connection timeout|terminating connection|Client has encountered a connection error/i;

/**
 * BullMQ on a PostgreSQL server.
 * @param url `postgres://USER:PASSWORD@HOST:PORT/DATABASE`
 * @throws {QueueFailedError} when the server cannot be reached at the start; later it is waited for
 */
export async function openPostgres(url: string): Promise<Engine> {
  const folder = resolve(SPOOL_FOLDER);
  const shown = withoutPassword(url);
  const pool = new PatientPool(url);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const client = await pool.connect();
    try {
      // BullMQ takes an advisory lock for this, so that many processes may start at once.
      await runMigrations(client as unknown as Parameters<typeof runMigrations>[0]);
      await client.query("SELECT pg_advisory_lock(hashtext('jingjian'))");
      await makeTables(client as unknown as SqlClient).finally(() =>
        client.query("SELECT pg_advisory_unlock(hashtext('jingjian'))"),
      );
    } finally {
      client.release();
    }
  } catch (cause) {
    await pool.end();
    const remedy = "Check that PostgreSQL runs, and its address, user and password";
    throw new QueueFailedError(shown, remedy, { cause: reasonOf(cause) });
  }
  return sqlEngine({
    url: shown,
    folder,
    client: pool as unknown as SqlClient,
    pool: () => new PoolView(pool) as unknown as PgPool,
    ask: () => pool.ask("SELECT 1"),
    remedy: "Check that PostgreSQL runs",
    close: () => pool.end(),
  });
}

/**
 * A pool whose queries wait for a server that is away. A query that was under way when the server went may have been
 * done: every job has an id of its own, so that it is there once all the same.
 */
class PatientPool extends pg.Pool {
  private closed = false;
  /** Connections that somebody has taken and not given back. */
  private readonly taken = new Set<pg.PoolClient>();

  constructor(url: string) {
    super({
      connectionString: url,
      max: MAX_CONNECTIONS,
      min: 2,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
      options: `-c search_path=${DEFAULT_SCHEMA},public`,
    });
    // An idle connection that drops is opened again when it is needed.
    this.on("error", () => {});
    this.on("acquire", (client) => {
      this.taken.add(client);
      // The pool gives it the means to be given back after this event.
      if (this.closed) setImmediate(() => this.takeBack(client));
    });
    this.on("release", (_error, client) => this.taken.delete(client));
  }

  /** A query without patience. */
  ask(text: string): Promise<unknown> {
    return super.query(text);
  }

  // biome-ignore lint/suspicious/noExplicitAny: the pool's own signature has a dozen forms; BullMQ uses this one
  override query(text: any, params?: any): Promise<any> {
    return this.patiently(() => super.query(text, params));
  }

  /** Asks again while the server is away. */
  async patiently<T>(ask: () => Promise<T>): Promise<T> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (this.closed || !isAway(error) || Date.now() > until) throw error;
        await sleep(TRY_AGAIN_MS);
      }
    }
  }

  /** Ends whatever is still under way. */
  override async end(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    const ended = super.end();
    // BullMQ keeps the connection of a worker that was closed while it opened it, and the pool would wait for it for ever.
    for (const client of this.taken) this.takeBack(client);
    await ended;
  }

  private takeBack(client: pg.PoolClient): void {
    if (!this.taken.has(client)) return;
    client.release(true);
    // Who has it may give it back all the same.
    client.release = () => {};
  }
}

/**
 * The pool as one queue sees it. BullMQ leaves listeners on a pool when a queue is closed, and they would add up; an idle
 * connection that drops is no queue's business.
 */
class PoolView extends EventEmitter {
  readonly options = { keepAlive: true };
  private reached = false;

  constructor(private readonly pool: PatientPool) {
    super();
  }

  query(text: string, params?: readonly unknown[]): Promise<unknown> {
    return this.pool.query(text, params);
  }

  /** BullMQ never gets over a failure of the first connection; the later ones it asks for again itself. */
  async connect(): Promise<pg.PoolClient> {
    const client = await (this.reached ? this.pool.connect() : this.pool.patiently(() => this.pool.connect()));
    this.reached = true;
    return client;
  }

  /** The engine ends the pool. */
  async end(): Promise<void> {}
}

const isAway = (error: unknown): boolean =>
  AWAY.test((error as { code?: string }).code ?? "") || AWAY_MESSAGE.test((error as Error).message ?? "");
