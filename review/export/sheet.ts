import type { Cell, Column } from "../facts/columns.ts";

/** What CSV and XLSX are written from: typed columns, and rows as they come. */
export interface Sheet {
  readonly columns: readonly Pick<Column, "name" | "type">[];
  readonly rows: AsyncIterable<readonly Cell[]>;
}
