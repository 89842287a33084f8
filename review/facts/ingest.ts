import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Added, FactTable } from "./fact-table.ts";
import type { GrowingFile, LineRange } from "./growing-file.ts";
import { LineCount, withoutDamage } from "./json-lines.ts";
import { IS_WHOLE, LINE_TYPES, PICKED } from "./store-columns.ts";
import { quotedName, quotedText } from "./workspace.ts";

/** What a range of lines added. */
export interface Ingested {
  /** Row numbers of lines that are no facts. */
  readonly broken: readonly number[];
}

const TYPES = Object.entries(LINE_TYPES).map(([name, type]) => `${quotedName(name)}: ${quotedText(type)}`);

const brokenIn = ({ from }: Added): string => `SELECT row FROM ${from} WHERE NOT coalesce(${IS_WHOLE}, false)`;

/**
 * Adds whole lines of a file to a table, and to `hidden` those that do not count: lines that are no facts, earlier
 * extractions of a document, and what an id stood for before it came again.
 */
export class Ingest {
  /** Of the row that was added last. */
  private lastDocument: string | null = null;

  constructor(
    private readonly db: DuckDBConnection,
    private readonly table: FactTable,
    private readonly folder: string,
  ) {}

  /** Makes the empty tables: what was read, which rows of it do not count, and where each document starts. */
  async begin(): Promise<void> {
    await this.table.clear();
    await this.db.run("CREATE OR REPLACE TABLE hidden (row BIGINT PRIMARY KEY)");
    // Where each run of lines of one document starts; the last run is what the document says today.
    await this.db.run("CREATE OR REPLACE TABLE runs (doc_id VARCHAR, start BIGINT)");
    this.lastDocument = null;
  }

  async add(file: GrowingFile, range: LineRange): Promise<Ingested> {
    const chunk = join(this.folder, "chunk.jsonl");
    const lines = new LineCount();
    await pipeline(
      file.bytes(range),
      (pieces: AsyncIterable<Uint8Array>) => lines.over(pieces),
      createWriteStream(chunk),
    );
    const whole = await this.addWhole(chunk, lines.count);
    const added = whole ?? (await this.addMended(chunk));
    const broken = whole === null ? await this.rows(brokenIn(added)) : [];
    if (broken.length > 0) await this.hide(brokenIn(added));
    await this.addRuns(added);
    await this.hideRepeated(added);
    return { broken };
  }

  /** @returns null where a line is no fact; then nothing was added */
  private async addWhole(chunk: string, lines: number): Promise<Added | null> {
    try {
      return await this.table.add(
        rowsOf(chunk),
        async (added) => added.rows === lines && (await this.rows(`${brokenIn(added)} LIMIT 1`)).length === 0,
      );
    } catch {
      // What keeps the engine from reading the lines, keeps it from reading the mended ones, if they are not the reason.
      return null;
    }
  }

  /** A line that is no JSON can take the next one with it; where there is one, we look at each ourselves. */
  private async addMended(chunk: string): Promise<Added> {
    const mended = `${chunk}.mended`;
    await pipeline(withoutDamage(chunk), createWriteStream(mended));
    return (await this.table.add(rowsOf(mended)))!;
  }

  /** A run that goes on from the rows before is no new one. */
  private async addRuns({ from }: Added): Promise<void> {
    await this.db.run(
      `CREATE OR REPLACE TEMP TABLE begun AS SELECT doc_id, row AS start FROM (
        SELECT row, doc_id, lag(doc_id, 1, $last::VARCHAR) OVER (ORDER BY row) AS last FROM ${from} WHERE doc_id IS NOT NULL
      ) WHERE doc_id IS DISTINCT FROM last`,
      { last: this.lastDocument },
    );
    await this.db.run("INSERT INTO runs FROM begun");
    const [found] = (await this.db.runAndReadAll(`SELECT arg_max(doc_id, row) FROM ${from}`)).getRows();
    this.lastDocument = (found?.[0] as string | null | undefined) ?? this.lastDocument;
    await this.db.run(`CREATE OR REPLACE TEMP TABLE anew AS SELECT doc_id, max(start) AS start FROM runs
      WHERE doc_id IN (SELECT doc_id FROM begun) GROUP BY doc_id HAVING count(*) > 1`);
    if ((await this.rows("SELECT count(*) FROM anew"))[0] === 0) return;
    await this.hide("SELECT facts.row FROM facts JOIN anew USING (doc_id) WHERE facts.row < anew.start");
  }

  /** Within one run an id can come again where files were put together; the last one counts. */
  private async hideRepeated({ from }: Added): Promise<void> {
    await this.hide(`SELECT row FROM ${from} JOIN (
        SELECT doc_id, id, max(row) AS latest FROM ${from} WHERE id IS NOT NULL
        GROUP BY doc_id, id HAVING count(*) > 1
      ) USING (doc_id, id) WHERE row < latest`);
  }

  private async hide(rows: string): Promise<void> {
    await this.db.run(`INSERT OR IGNORE INTO hidden ${rows}`);
  }

  private async rows(sql: string): Promise<number[]> {
    const found = await this.db.runAndReadAll(sql);
    return found.getRows().map(([row]) => Number(row));
  }
}

const rowsOf = (chunk: string): string =>
  `SELECT ${PICKED} FROM read_json(${quotedText(chunk)}, format = 'newline_delimited', ignore_errors = true,
    columns = {${TYPES.join(", ")}})`;
