import type { Cell } from "../facts/columns.ts";
import type { Sheet } from "./sheet.ts";

const BOM = "\ufeff";

/** RFC 4180 but with LF: comma, quotes doubled, an unknown value empty. */
export async function* csvLines({ columns, rows }: Sheet, bom: boolean): AsyncGenerator<string> {
  yield (bom ? BOM : "") + csvRow(columns.map(({ name }) => name));
  for await (const row of rows) yield csvRow(row);
}

/** @param cells texts are kept from being formulas; numbers, also negative ones, stay numbers */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map((cell) => (typeof cell === "string" ? quote(formulaSafe(cell)) : String(cell ?? ""))).join(",")}\n`;
}

/** A spreadsheet runs text that starts like a formula, and documents are written by strangers. */
const formulaSafe = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

/** An empty text is quoted, to tell it from an unknown one. */
const quote = (text: string): string =>
  text === "" || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
