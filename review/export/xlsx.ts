import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import ExcelJS from "exceljs";
import type { FactColumn } from "../facts/columns.ts";
import { queryOf, type Sheet } from "./sheet.ts";
import { SheetWriter } from "./xlsx-sheet.ts";

/** What the last sheet says: how the file came about. */
export type About = readonly (readonly [what: string, value: string | number])[];

const TEXT = { type: "VARCHAR", sql: "" } as const;
const MEANINGS: readonly FactColumn[] = [
  { ...TEXT, name: "column", doc: "" },
  { ...TEXT, name: "type", doc: "" },
  { ...TEXT, name: "meaning", doc: "" },
];
const ABOUT: readonly FactColumn[] = [
  { ...TEXT, name: "about", doc: "" },
  { ...TEXT, name: "this file", doc: "" },
];

/**
 * A workbook: the rows (on further sheets, where one is full), what the columns mean, and how it was made.
 * @returns rows written
 */
export async function writeXlsx(
  connection: DuckDBConnection,
  sheet: Sheet,
  path: string,
  { made, about }: { readonly made: Date; readonly about: About },
): Promise<number> {
  const file = createWriteStream(path);
  const failed = once(file, "error").then(([error]) => Promise.reject(error));
  failed.catch(() => {});
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true, useSharedStrings: false });
  Object.assign(book, { creator: "jingjian", lastModifiedBy: "jingjian", created: made, modified: made });
  try {
    const rows = new SheetWriter(book, "facts", sheet.columns);
    const result = await connection.stream(queryOf(sheet, sheet.columns), { ...sheet.values });
    for await (const chunk of result.yieldRowsJs()) {
      rows.add(chunk);
      await Promise.race([rows.taken(), failed]);
    }
    rows.end();
    const meanings = new SheetWriter(book, "columns", MEANINGS);
    meanings.add(sheet.columns.map(({ name, type, doc }) => [name, type, doc]));
    meanings.end();
    const how = new SheetWriter(book, "about", ABOUT);
    how.add(about.map((line) => [...line]));
    how.end();
    await Promise.race([book.commit(), failed]);
    return rows.count;
  } finally {
    file.destroy();
  }
}
