import { EventEmitter } from "node:events";
import type { PGlite } from "@electric-sql/pglite";
import type { PgPool, PgPoolClient, PgQueryResult } from "bullmq";

/** One session with a database, in this process or in the one that holds the folder. */
export interface SqlSession {
  query<Row>(text: string, params: readonly unknown[]): Promise<PgQueryResult<Row>>;
  /** @returns ends the subscription */
  onNotification(listener: (channel: string, payload: string) => void): () => void;
  /** Told when what was announced may not have been heard. @returns ends the subscription */
  onLost(listener: (error: Error) => void): () => void;
}

/** The session of a database in this process. */
export const sessionOf = (database: PGlite): SqlSession => ({
  query: async <Row>(text: string, params: readonly unknown[]) => {
    // Without parameters a text may hold several statements, as migrations do; then the last one's result counts.
    const result = params.length === 0 ? (await database.exec(text)).at(-1) : await database.query(text, [...params]);
    return { rows: (result?.rows ?? []) as Row[], rowCount: result?.affectedRows ?? 0 };
  },
  onNotification: (listener) => database.onNotification(listener),
  onLost: () => () => {},
});

/**
 * A session in the shape of a `pg.Pool`, as far as BullMQ uses one. PGlite has one session, so that every client of the
 * pool shares it: settings such as `search_path` hold for all, and only migrations may span several statements.
 */
export class PglitePool extends EventEmitter {
  /** There is no socket that could drop silently, so a worker may wait for as long as it likes. */
  readonly options = { keepAlive: true };

  constructor(private readonly session: SqlSession) {
    super();
  }

  query<Row>(text: string, params: readonly unknown[] = []): Promise<PgQueryResult<Row>> {
    return this.session.query<Row>(text, params);
  }

  async connect(): Promise<PgPoolClient> {
    return new PgliteClient(this.session) as unknown as PgPoolClient;
  }

  /** The database outlives its pools: the engine closes it. */
  async end(): Promise<void> {}
}

export const asPool = (pool: PglitePool): PgPool => pool as unknown as PgPool;

/** A client that also hears what `LISTEN` subscribed to. */
class PgliteClient extends EventEmitter {
  private readonly subscriptions: readonly (() => void)[];

  constructor(private readonly session: SqlSession) {
    super();
    this.subscriptions = [
      session.onNotification((channel, payload) => this.emit("notification", { channel, payload })),
      // BullMQ takes a new client then, and looks for jobs at once.
      session.onLost((error) => this.listenerCount("error") > 0 && this.emit("error", error)),
    ];
  }

  query<Row>(text: string, params: readonly unknown[] = []): Promise<PgQueryResult<Row>> {
    return this.session.query<Row>(text, params);
  }

  release(): void {
    for (const unsubscribe of this.subscriptions) unsubscribe();
  }
}
