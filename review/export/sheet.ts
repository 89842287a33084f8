import type { DuckDBConnection } from "@duckdb/node-api";
import type { Filter } from "../../schemas/review.ts";
import { FACT_COLUMNS, type FactColumn, selectList } from "../facts/columns.ts";
import type { FactStore } from "../facts/fact-store.ts";

/** Facts of a store: `FROM …` over its view `current`, and the parameters in it. */
export interface Selection {
  readonly from: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What a file is written from: typed columns of a query, in order. */
export interface Sheet extends Selection {
  readonly columns: readonly FactColumn[];
  /** `ORDER BY …`, or an empty text where the rows come in order as they are. */
  readonly order: string;
}

/**
 * What a filter lets through. Rejected facts are left out, unless the filter names a status.
 * @param view the store's, by the name that it has where it is asked
 */
export function selectionOf(store: Pick<FactStore, "where">, filter: Filter, view = "current"): Selection {
  const { sql, values } = store.where(filter);
  const asked = (filter.status?.length ?? 0) > 0;
  return { from: `FROM (SELECT * FROM ${view} ${sql}) ${asked ? "" : "WHERE status <> 'rejected'"}`, values };
}

/** One row a fact, in the order of the file. */
export const factSheet = (selection: Selection, order: string): Sheet => ({
  ...selection,
  columns: FACT_COLUMNS,
  order,
});

/**
 * `ORDER BY` for the order of the file. Where no fact was left out, decided on or added, the facts lie in it: sorting a
 * million of them would take longer than all the rest.
 */
export async function fileOrder(connection: DuckDBConnection): Promise<string> {
  const found = await connection.runAndReadAll(
    "SELECT count(*) = coalesce(max(seq), -1) + 1 AND coalesce(bool_and(status = 'extracted'), true) FROM current",
  );
  return found.getRows()[0]![0] === true ? "" : "ORDER BY seq";
}

/** @param columns those of the sheet, or what becomes of them */
export const queryOf = ({ from, order }: Sheet, columns: Parameters<typeof selectList>[0]): string =>
  `SELECT ${selectList(columns)} ${from} ${order}`;
