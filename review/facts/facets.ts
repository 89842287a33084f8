import type { DuckDBConnection } from "@duckdb/node-api";
import { FACETS, type FacetCount, type FacetName, type Facets, type Filter } from "../../schemas/review.ts";
import { FACET_SQL, facetCondition, whereOf } from "./filter.ts";

/** Of long lists, such as documents, so many; beyond them a search is the better way. */
const MOST = 50;

/**
 * Counts of every facet under a filter.
 * @param from table or view of what the filter's search found
 */
export async function countFacets(
  db: DuckDBConnection,
  from: string,
  filter: Filter,
): Promise<Omit<Facets, "version">> {
  const facets: Partial<Record<FacetName, readonly FacetCount[]>> = {};
  for (const name of FACETS) facets[name] = await countFacet(db, from, filter, name);
  const { sql, values } = whereOf(facetCondition(filter));
  const total = await db.runAndReadAll(`SELECT count(*) FROM ${from} ${sql}`, values);
  return { total: Number(total.getRows()[0]![0]), facets: facets as Facets["facets"] };
}

async function countFacet(
  db: DuckDBConnection,
  from: string,
  filter: Filter,
  name: FacetName,
): Promise<readonly FacetCount[]> {
  const { sql, values } = whereOf(facetCondition(filter, name));
  const chosen = (filter[name] ?? []).map((_, at) => `$chosen${at}`);
  const chosenValues = Object.fromEntries((filter[name] ?? []).map((value, at) => [`chosen${at}`, value]));
  const kept = chosen.length === 0 ? "" : `OR value IN (${chosen.join(", ")})`;
  const found = await db.runAndReadAll(
    `WITH counted AS (SELECT value, count(*) AS n FROM (SELECT ${FACET_SQL[name]} AS value FROM ${from} ${sql}) GROUP BY value),
      ranked AS (SELECT *, row_number() OVER (ORDER BY n DESC, value) AS place FROM counted)
    SELECT value, n FROM ranked WHERE place <= ${MOST} ${kept} ORDER BY place`,
    { ...values, ...chosenValues },
  );
  const counts = found.getRows().map(([value, n]) => ({ value: String(value), count: Number(n) }));
  const missing = (filter[name] ?? []).filter((value) => !counts.some((count) => count.value === value));
  return [...counts, ...missing.map((value) => ({ value, count: 0 }))];
}
