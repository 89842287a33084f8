import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { GrowingFile, LineRange } from "./growing-file.ts";
import { IS_WHOLE, LINE_TYPES, STORE_COLUMNS } from "./store-columns.ts";
import { quotedName, quotedText } from "./workspace.ts";

/** What a range of lines added. */
export interface Ingested {
  /** Row numbers of lines that are no facts. */
  readonly broken: readonly number[];
}

const TYPES = Object.entries(LINE_TYPES).map(([name, type]) => `${quotedName(name)}: ${quotedText(type)}`);

/** Makes the empty tables: what was read, and which rows of it do not count. Row numbers are DuckDB's, from 0. */
export async function makeTables(db: DuckDBConnection): Promise<void> {
  const columns = STORE_COLUMNS.map(({ name, type }) => `${quotedName(name)} ${type}`).join(", ");
  await db.run(`CREATE OR REPLACE TABLE facts (${columns})`);
  await db.run("CREATE OR REPLACE TABLE hidden (row BIGINT PRIMARY KEY)");
  // Where each run of lines of one document starts; the last run is what the document says today.
  await db.run("CREATE OR REPLACE TABLE runs (doc_id VARCHAR, start BIGINT)");
}

/**
 * Adds whole lines of a file to the table `facts`, and to `hidden` those that do not count: lines that are no facts,
 * earlier extractions of a document, and what an id stood for before it came again.
 * @param before rows in the table
 */
export class Ingest {
  constructor(
    private readonly db: DuckDBConnection,
    private readonly folder: string,
  ) {}

  async add(file: GrowingFile, range: LineRange): Promise<Ingested> {
    const chunk = join(this.folder, "chunk.jsonl");
    await pipeline(file.bytes(range), createWriteStream(chunk));
    const before = await this.count();
    await this.insert(chunk);
    const broken = await this.rows(
      `SELECT rowid FROM facts WHERE rowid >= ${before} AND NOT coalesce(${IS_WHOLE}, false)`,
    );
    await this.hide(`SELECT rowid FROM facts WHERE rowid >= ${before} AND NOT coalesce(${IS_WHOLE}, false)`);
    await this.addRuns(before);
    await this.hideRepeated(before);
    return { broken };
  }

  private async insert(chunk: string): Promise<void> {
    const picked = STORE_COLUMNS.map(({ from, type }) => `(${from})::${type}`).join(", ");
    const source = `read_json(${quotedText(chunk)}, format = 'newline_delimited', ignore_errors = true,
      columns = {${TYPES.join(", ")}})`;
    await this.db.run(`INSERT INTO facts SELECT ${picked} FROM ${source}`);
  }

  /** A run that goes on from the rows before is no new one. */
  private async addRuns(before: number): Promise<void> {
    const first = Math.max(0, before - 1);
    await this.db.run(`INSERT INTO runs SELECT doc_id, row FROM (
        SELECT rowid AS row, doc_id, lag(doc_id) OVER (ORDER BY rowid) AS last FROM facts
        WHERE rowid >= ${first} AND doc_id IS NOT NULL
      ) WHERE row >= ${before} AND doc_id IS DISTINCT FROM last`);
    await this.hide(`WITH anew AS (
        SELECT doc_id FROM runs WHERE doc_id IN (SELECT doc_id FROM runs WHERE start >= ${before})
        GROUP BY doc_id HAVING count(*) > 1
      ), latest AS (SELECT doc_id, max(start) AS start FROM runs JOIN anew USING (doc_id) GROUP BY doc_id)
      SELECT facts.rowid FROM facts JOIN latest USING (doc_id) WHERE facts.rowid < latest.start`);
  }

  /** Within one run an id can come again where files were put together; the last one counts. */
  private async hideRepeated(before: number): Promise<void> {
    await this.hide(`SELECT row FROM (
        SELECT rowid AS row, row_number() OVER (PARTITION BY doc_id, id ORDER BY rowid DESC) AS nth
        FROM facts WHERE rowid >= ${before} AND id IS NOT NULL
      ) WHERE nth > 1`);
  }

  private async hide(rows: string): Promise<void> {
    await this.db.run(`INSERT OR IGNORE INTO hidden ${rows}`);
  }

  private async count(): Promise<number> {
    return (await this.rows("SELECT count(*) FROM facts"))[0] ?? 0;
  }

  private async rows(sql: string): Promise<number[]> {
    const found = await this.db.runAndReadAll(sql);
    return found.getRows().map(([row]) => Number(row));
  }
}
