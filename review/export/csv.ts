import type { DuckDBConnection } from "@duckdb/node-api";
import type { FactColumn } from "../facts/columns.ts";
import { quotedText } from "../facts/workspace.ts";
import { queryOf, type Sheet } from "./sheet.ts";

const BOM = "\ufeff";
/** What a spreadsheet takes for the start of a formula, or passes over to find one. */
const FORMULA_STARTS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"];
const EXACT = 2 ** 53;

/**
 * RFC 4180 with LF: comma, quotes doubled, NULL empty and an empty text quoted.
 * @param bom starts with a byte-order mark, by which Excel knows UTF-8
 * @returns rows written
 */
export async function writeCsv(
  connection: DuckDBConnection,
  sheet: Sheet,
  path: string,
  bom: boolean,
): Promise<number> {
  const cells = sheet.columns.map((column, at) => ({
    name: bom && at === 0 ? BOM + column.name : column.name,
    sql: cellOf(column),
  }));
  const { rowsChanged } = await connection.run(
    `COPY (${queryOf(sheet, cells)}) TO ${quotedText(path)}
      (FORMAT csv, HEADER, DELIMITER ',', QUOTE '"', ESCAPE '"', NULLSTR '')`,
    { ...sheet.values },
  );
  return rowsChanged;
}

function cellOf({ type, sql }: FactColumn): string {
  if (type === "VARCHAR") return formulaSafe(sql);
  // DuckDB writes 36.0 where a person writes 36.
  if (type === "DOUBLE")
    return `CASE WHEN ${sql} = trunc(${sql}) AND abs(${sql}) < ${EXACT} THEN (${sql})::BIGINT::VARCHAR
      ELSE (${sql})::VARCHAR END`;
  return sql;
}

/** Documents are written by strangers: what would run as a formula starts with an apostrophe. NUL ends many a reader. */
function formulaSafe(sql: string): string {
  const starts = FORMULA_STARTS.map(quotedText).join(", ");
  return `replace(CASE WHEN left(${sql}, 1) IN (${starts}) THEN '''' || ${sql} ELSE ${sql} END, chr(0), '\ufffd')`;
}
