import type { DuckDBConnection } from "@duckdb/node-api";
import { inTurn } from "../../pipeline/in-turn.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { Facets, Filter, Position, Rows } from "../../schemas/review.ts";
import { BrokenLines } from "./broken-lines.ts";
import { countFacets } from "./facets.ts";
import type { FactState, FactStore, RowsQuestion, StoredFact } from "./fact-store.ts";
import type { FactTable } from "./fact-table.ts";
import { filterWhere } from "./filter.ts";
import { GrowingFile } from "./growing-file.ts";
import { Ingest } from "./ingest.ts";
import type { Keeping } from "./keeping.ts";
import { rowsAt, STORED_FACT, storedFact } from "./rows.ts";
import { Snapshots } from "./snapshots.ts";
import { makeCurrentView, makeStateTables, placeEdits, setStates } from "./states.ts";
import { FACT_JSON, factOf } from "./store-columns.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

/** A {@link FactStore} on DuckDB. What writes goes in turn; what reads does not wait for it. */
export class DuckFactStore implements FactStore {
  version = 0;
  facts = 0;
  documents = 0;
  loaded = { bytes: 0, of: 0 };
  brokenLines = new BrokenLines();
  isClosed = false;
  private readonly listeners = new Set<() => void>();
  private readonly snapshots: Snapshots;
  private readonly table: FactTable;
  private readonly ingest: Ingest;
  private readonly turn = inTurn();
  private reading: Promise<void> | null = null;

  private constructor(
    readonly path: string,
    private file: GrowingFile,
    private readonly space: Workspace,
    private readonly keeping: Keeping,
  ) {
    this.snapshots = new Snapshots(space.reader);
    this.table = keeping.table(space);
    this.ingest = new Ingest(space.writer, this.table, space.folder);
  }

  static async open(path: string, keeping: Keeping): Promise<DuckFactStore> {
    const file = await GrowingFile.open(path);
    const space = await openWorkspace(keeping.memory, keeping.threads);
    const store = new DuckFactStore(path, file, space, keeping);
    await makeStateTables(space.writer);
    await store.begin();
    return store;
  }

  get broken() {
    return { count: this.brokenLines.count, first: this.brokenLines.first };
  }

  /** Reads what the file holds beyond what was read. */
  readOn(): Promise<void> {
    this.reading = this.readAll();
    return this.reading;
  }

  whole(): Promise<void> {
    return this.reading ?? Promise.resolve();
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async facets(filter: Filter): Promise<Facets> {
    const { version } = this;
    return { version, ...(await countFacets(this.space.reader, filter)) };
  }

  async rows({ filter, sort, offset, limit, view }: RowsQuestion): Promise<Rows> {
    const snapshot = await this.snapshots.of(filter, sort, this.version, view);
    const rows = await rowsAt(this.space.reader, [...snapshot.rows.subarray(offset, offset + limit)]);
    return { version: this.version, view: snapshot.view, total: snapshot.rows.length, offset, rows };
  }

  async position({ filter, sort, view, fact }: Parameters<FactStore["position"]>[0]): Promise<Position> {
    const snapshot = await this.snapshots.of(filter, sort, this.version, view);
    const [row] = await this.query("SELECT seq FROM current WHERE id = $fact", { fact });
    const index = row === undefined ? -1 : snapshot.rows.indexOf(row.seq as number);
    return { view: snapshot.view, index: index < 0 ? null : index };
  }

  async extracted(id: string): Promise<Fact | null> {
    const [row] = await this.query(
      `SELECT ${FACT_JSON} FROM facts WHERE id = $id AND row NOT IN (SELECT row FROM hidden) ORDER BY row DESC LIMIT 1`,
      { id },
    );
    return row === undefined ? null : factOf(row);
  }

  async fact(id: string): Promise<StoredFact | null> {
    const [row] = await this.query(`SELECT ${STORED_FACT} FROM current WHERE id = $id ORDER BY seq DESC LIMIT 1`, {
      id,
    });
    return row === undefined ? null : storedFact(row);
  }

  async ofDocument(doc: string): Promise<readonly StoredFact[]> {
    const rows = await this.query(`SELECT ${STORED_FACT} FROM current WHERE doc_id = $doc ORDER BY seq`, { doc });
    return rows.map(storedFact);
  }

  async missing(ids: readonly string[]): Promise<readonly string[]> {
    const rows = await this.query(
      `SELECT id FROM (SELECT unnest(($ids::JSON)::VARCHAR[]) AS id) WHERE id NOT IN (
        SELECT id FROM facts WHERE id IS NOT NULL AND row NOT IN (SELECT row FROM hidden))`,
      { ids: JSON.stringify(ids) },
    );
    return rows.map(({ id }) => id as string);
  }

  apply(states: readonly FactState[]): Promise<void> {
    return this.turn(async () => {
      if (states.length === 0) return;
      await setStates(this.space.writer, states);
      await makeCurrentView(this.space.writer);
      this.changed();
    });
  }

  async query(
    sql: string,
    values: Readonly<Record<string, string | number>> = {},
  ): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return (await this.space.reader.runAndReadAll(sql, values)).getRowObjectsJS();
  }

  where(filter: Filter) {
    return filterWhere(filter);
  }

  connect(): Promise<DuckDBConnection> {
    return this.space.connect();
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    await this.whole().catch(() => {});
    await this.turn(async () => {
      await this.file.close();
      await this.space.close();
    });
  }

  private async readAll(): Promise<void> {
    const until = await this.turn(() => this.look());
    while (!this.isClosed && this.loaded.bytes < until) {
      const more = await this.turn(() => this.readPiece());
      if (!more) return;
    }
  }

  /** A file that was written anew is read anew. @returns how far it goes */
  private async look(): Promise<number> {
    if (this.loaded.bytes > 0 && !(await this.file.isSame(this.loaded.bytes))) {
      await this.file.close();
      this.file = await GrowingFile.open(this.path);
      await this.begin();
    }
    const size = await this.file.size();
    this.loaded = { ...this.loaded, of: size };
    return size;
  }

  private async readPiece(): Promise<boolean> {
    if (this.isClosed) return false;
    const { bytes } = this.loaded;
    const { firstBytes, moreBytes } = this.keeping;
    const range = await this.file.linesFrom(bytes, bytes === 0 ? firstBytes : moreBytes);
    if (range === null) return false;
    const { broken } = await this.ingest.add(this.file, range);
    if (broken.length > 0) await this.brokenLines.add(this.file, range.end, broken);
    await placeEdits(this.space.writer);
    await makeCurrentView(this.space.writer);
    await this.count();
    this.loaded = { bytes: range.end, of: Math.max(this.loaded.of, range.end) };
    this.changed();
    return true;
  }

  private async begin(): Promise<void> {
    await this.ingest.begin();
    await makeCurrentView(this.space.writer);
    this.loaded = { bytes: 0, of: await this.file.size() };
    this.brokenLines = new BrokenLines();
    await this.count();
  }

  private async count(): Promise<void> {
    const found = await this.space.writer.runAndReadAll(
      "SELECT (SELECT count(*) FROM hidden), (SELECT count(DISTINCT doc_id) FROM runs)",
    );
    const [hidden, documents] = found.getRows()[0]!.map(Number) as [number, number];
    [this.facts, this.documents] = [this.table.rows - hidden, documents];
  }

  private changed(): void {
    this.version++;
    for (const listener of this.listeners) listener();
  }
}
