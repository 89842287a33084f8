import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Added, FactTable } from "./fact-table.ts";
import { STORE_COLUMNS } from "./store-columns.ts";
import { quotedName, quotedText } from "./workspace.ts";

/** So many are held in memory at a time, when they are written and when they are read. */
const ROW_GROUP = 20_480;

/** Rows in Parquet files, one for each piece: for what reads all of them once, in memory that does not grow with them. */
export class ParquetTable implements FactTable {
  private files: string[] = [];
  rows = 0;
  private readonly folder: string;

  constructor(
    private readonly db: DuckDBConnection,
    /** Where a folder can be made for them. */
    place: string,
  ) {
    this.folder = join(place, "rows");
  }

  async clear(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    await mkdir(this.folder);
    this.files = [];
    this.rows = 0;
    // A file without rows, so that the view has its columns.
    await this.add(
      `SELECT ${STORE_COLUMNS.map(({ name, type }) => `NULL::${type} AS ${quotedName(name)}`)} WHERE false`,
    );
  }

  async add(query: string, isGood?: (added: Added) => Promise<boolean>): Promise<Added | null> {
    const file = join(this.folder, `${this.files.length}.parquet`);
    const { rowsChanged: rows } = await this.db.run(
      `COPY (SELECT ${this.rows}::BIGINT AS first, * FROM (${query})) TO ${quotedText(file)}
        (FORMAT parquet, COMPRESSION lz4_raw, ROW_GROUP_SIZE ${ROW_GROUP})`,
    );
    const added = { rows, from: `(${rowsIn([file])})` };
    if (isGood !== undefined && !(await isGood(added))) {
      await rm(file);
      return null;
    }
    this.files.push(file);
    this.rows += rows;
    await this.db.run(`CREATE OR REPLACE VIEW facts AS ${rowsIn(this.files)}`);
    return added;
  }
}

const rowsIn = (files: readonly string[]): string =>
  `SELECT first + file_row_number AS row, * EXCLUDE (first, file_row_number)
    FROM read_parquet([${files.map(quotedText).join(", ")}], file_row_number = true)`;
