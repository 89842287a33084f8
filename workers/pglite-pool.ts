import { EventEmitter } from "node:events";
import type { PGlite } from "@electric-sql/pglite";
import type { PgPool, PgPoolClient, PgQueryResult } from "bullmq";

/**
 * PGlite in the shape of a `pg.Pool`, as far as BullMQ uses one. PGlite has one session, so that every client of the
 * pool shares it: settings such as `search_path` hold for all, and only migrations may span several statements.
 */
export class PglitePool extends EventEmitter {
  /** There is no socket that could drop silently, so a worker may wait for as long as it likes. */
  readonly options = { keepAlive: true };

  constructor(private readonly database: PGlite) {
    super();
  }

  query<Row>(text: string, params: readonly unknown[] = []): Promise<PgQueryResult<Row>> {
    return query<Row>(this.database, text, params);
  }

  async connect(): Promise<PgPoolClient> {
    return new PgliteClient(this.database) as unknown as PgPoolClient;
  }

  /** The database outlives its pools: the engine closes it. */
  async end(): Promise<void> {}
}

export const asPool = (pool: PglitePool): PgPool => pool as unknown as PgPool;

/** A client that also hears what `LISTEN` subscribed to. */
class PgliteClient extends EventEmitter {
  private readonly unsubscribe: () => void;

  constructor(private readonly database: PGlite) {
    super();
    this.unsubscribe = database.onNotification((channel, payload) => this.emit("notification", { channel, payload }));
  }

  query<Row>(text: string, params: readonly unknown[] = []): Promise<PgQueryResult<Row>> {
    return query<Row>(this.database, text, params);
  }

  release(): void {
    this.unsubscribe();
  }
}

async function query<Row>(database: PGlite, text: string, params: readonly unknown[]): Promise<PgQueryResult<Row>> {
  // Without parameters a text may hold several statements, as migrations do; then the last one's result counts.
  const result = params.length === 0 ? (await database.exec(text)).at(-1) : await database.query(text, [...params]);
  return { rows: (result?.rows ?? []) as Row[], rowCount: result?.affectedRows ?? 0 };
}
