import type { DuckDBValue } from "@duckdb/node-api";
import type { Answer } from "../review/query/index.ts";
import { isNumber, objectOf, textOf } from "../review/query/values.ts";
import { tableText } from "./query-table.ts";

export type QueryFormat = "table" | "csv" | "json";

/** TABLE of the ways in which an answer is written, a piece at a time. */
export const QUERY_FORMATS: Readonly<Record<QueryFormat, (answer: Answer) => AsyncGenerator<string>>> = {
  table: tableText,
  csv: csvText,
  json: jsonText,
};

/** As `export --to csv`: RFC 4180 with LF, NULL empty and an empty text quoted. */
async function* csvText({ columns, rows }: Answer): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const chunk of rows) yield chunk.map(csvLine).join("");
}

const csvLine = (cells: readonly DuckDBValue[]): string => `${cells.map(csvCell).join(",")}\n`;

function csvCell(value: DuckDBValue): string {
  const text = textOf(value);
  if (text === null) return "";
  // Documents are written by strangers: what a spreadsheet would run as a formula starts with an apostrophe.
  const safe = !isNumber(value) && /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return safe === "" || /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** An array of objects, one a line. */
async function* jsonText({ columns, rows }: Answer): AsyncGenerator<string> {
  let before = "[\n";
  for await (const chunk of rows) {
    const objects = chunk.map((row) => objectOf(columns.map((name, at) => [name, row[at]!])));
    if (objects.length === 0) continue;
    yield before + objects.join(",\n");
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}
