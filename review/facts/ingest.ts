import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { GrowingFile, LineRange } from "./growing-file.ts";
import { LineCount, withoutDamage } from "./json-lines.ts";
import { IS_WHOLE, LINE_TYPES, STORE_COLUMNS } from "./store-columns.ts";
import { quotedName, quotedText } from "./workspace.ts";

/** What a range of lines added. */
export interface Ingested {
  /** Row numbers of lines that are no facts. */
  readonly broken: readonly number[];
}

const TYPES = Object.entries(LINE_TYPES).map(([name, type]) => `${quotedName(name)}: ${quotedText(type)}`);

const brokenFrom = (row: number): string =>
  `SELECT rowid FROM facts WHERE rowid >= ${row} AND NOT coalesce(${IS_WHOLE}, false)`;

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
 */
export class Ingest {
  constructor(
    private readonly db: DuckDBConnection,
    private readonly folder: string,
  ) {}

  async add(file: GrowingFile, range: LineRange): Promise<Ingested> {
    const chunk = join(this.folder, "chunk.jsonl");
    const lines = new LineCount();
    await pipeline(
      file.bytes(range),
      (pieces: AsyncIterable<Uint8Array>) => lines.over(pieces),
      createWriteStream(chunk),
    );
    const before = await this.count();
    const isWhole = await this.insert(chunk, before, lines.count);
    const broken = isWhole ? [] : await this.insertMended(chunk, before);
    await this.addRuns(before);
    await this.hideRepeated(before);
    return { broken };
  }

  /** A line that is no JSON can take the next one with it; where there is one, we look at each ourselves. */
  private async insertMended(chunk: string, before: number): Promise<readonly number[]> {
    await pipeline(withoutDamage(chunk), createWriteStream(`${chunk}.mended`));
    await this.insert(`${chunk}.mended`, before);
    await this.hide(brokenFrom(before));
    return this.rows(brokenFrom(before));
  }

  /**
   * Adds a row for each line.
   * @param lines when given, so many rows must come in, all of them facts
   * @returns false where that did not hold; then nothing was added
   */
  private async insert(chunk: string, before: number, lines?: number): Promise<boolean> {
    const picked = STORE_COLUMNS.map(({ from, type }) => `(${from})::${type}`).join(", ");
    const source = `read_json(${quotedText(chunk)}, format = 'newline_delimited', ignore_errors = true,
      columns = {${TYPES.join(", ")}})`;
    await this.db.run("BEGIN");
    try {
      const { rowsChanged } = await this.db.run(`INSERT INTO facts SELECT ${picked} FROM ${source}`);
      const isWhole =
        lines === undefined || (rowsChanged === lines && (await this.rows(brokenFrom(before))).length === 0);
      await this.db.run(isWhole ? "COMMIT" : "ROLLBACK");
      return isWhole;
    } catch (error) {
      await this.db.run("ROLLBACK");
      if (lines === undefined) throw error;
      return false;
    }
  }

  /** A run that goes on from the rows before is no new one. */
  private async addRuns(before: number): Promise<void> {
    const first = Math.max(0, before - 1);
    await this.db.run(`INSERT INTO runs SELECT doc_id, row FROM (
        SELECT rowid AS row, doc_id, lag(doc_id) OVER (ORDER BY rowid) AS last FROM facts
        WHERE rowid >= ${first} AND doc_id IS NOT NULL
      ) WHERE row >= ${before} AND doc_id IS DISTINCT FROM last`);
    await this.db.run(`CREATE OR REPLACE TEMP TABLE anew AS SELECT doc_id, max(start) AS start FROM runs
      WHERE doc_id IN (SELECT doc_id FROM runs WHERE start >= ${before}) GROUP BY doc_id HAVING count(*) > 1`);
    if ((await this.rows("SELECT count(*) FROM anew"))[0] === 0) return;
    await this.hide("SELECT facts.rowid FROM facts JOIN anew USING (doc_id) WHERE facts.rowid < anew.start");
  }

  /** Within one run an id can come again where files were put together; the last one counts. */
  private async hideRepeated(before: number): Promise<void> {
    await this.hide(`SELECT rowid FROM facts JOIN (
        SELECT doc_id, id, max(rowid) AS latest FROM facts WHERE rowid >= ${before} AND id IS NOT NULL
        GROUP BY doc_id, id HAVING count(*) > 1
      ) USING (doc_id, id) WHERE rowid >= ${before} AND rowid < latest`);
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
