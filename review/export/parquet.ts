import type { DuckDBConnection } from "@duckdb/node-api";
import { quotedText } from "../facts/workspace.ts";
import { queryOf, type Sheet } from "./sheet.ts";

/** So many are held in memory at a time. */
const ROW_GROUP = 30_720;

/** Columns with the types of the sheet, compressed with ZSTD. @returns rows written */
export async function writeParquet(connection: DuckDBConnection, sheet: Sheet, path: string): Promise<number> {
  const { rowsChanged } = await connection.run(
    `COPY (${queryOf(sheet, sheet.columns)}) TO ${quotedText(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP})`,
    { ...sheet.values },
  );
  return rowsChanged;
}
