import type { DuckDBConnection } from "@duckdb/node-api";
import { FACETS, type FacetCount, type FacetName, type Facets, type Filter, NONE } from "../../schemas/review.ts";
import { type Condition, FACET_SQL, facetConditions, searchCondition, whereOf } from "./filter.ts";

/** Of long lists, such as documents, so many; beyond them a search is the better way. */
const MOST = 50;
/** Between the names of several reviewers, which no name holds. */
const BETWEEN = "\u001f";

/** What rows are grouped by: as the filter sees them, but for reviewers, of whom a fact can have several. */
const GROUP_SQL: Readonly<Record<FacetName, string>> = {
  ...FACET_SQL,
  reviewer: `array_to_string(reviewers, '${BETWEEN}')`,
};

/**
 * Counts of every facet under a filter, in one pass over the facts: a search reads every sentence, and is the dearest
 * part. What a facet itself chooses does not narrow its own counts.
 */
export async function countFacets(db: DuckDBConnection, filter: Filter): Promise<Omit<Facets, "version">> {
  const conditions = facetConditions(filter);
  const { sql, values } = countsSql(conditions, searchCondition(filter.q), filter);
  const found = await db.runAndReadAll(sql, values);
  const counted = new Map(FACETS.map((name): [FacetName, FacetCount[]] => [name, []]));
  let total = 0;
  for (const [which, value, n] of found.getRows()) {
    if (which === null) total = Number(n);
    else counted.get(FACETS[Number(which)]!)!.push({ value: String(value), count: Number(n) });
  }
  const facets = FACETS.map((name) => [name, complete(name, counted.get(name)!, filter[name] ?? [])]);
  return { total, facets: Object.fromEntries(facets) as Facets["facets"] };
}

function countsSql(conditions: ReadonlyMap<FacetName, Condition>, search: Condition, filter: Filter) {
  const { sql: where, values } = whereOf(search);
  const columns = FACETS.map((name) => `${GROUP_SQL[name]} AS f_${name}`);
  const fits = [...conditions].map(([name, { sql }]) => `coalesce(${sql}, false) AS c_${name}`);
  const chosen = FACETS.flatMap((name) => (filter[name] ?? []).map((value, at) => [`${name}${at}`, value] as const));
  const counts = FACETS.map((name, at) => `WHEN ${at} THEN count(*) FILTER (${others(conditions, name)})`);
  // Bits of grouping(): 0 for the one column that a row was grouped by.
  const which = FACETS.map((name, at) => `WHEN grouping(f_${name}) = 0 THEN ${at}`);
  const sets = FACETS.map((name) => `(f_${name})`);
  const kept = FACETS.filter((name) => (filter[name]?.length ?? 0) > 0).map(
    (name) =>
      `(which = ${FACETS.indexOf(name)} AND value IN (${filter[name]!.map((_, at) => `$${name}${at}`).join(", ")}))`,
  );
  const sql = `WITH matched AS (SELECT ${[...columns, ...fits].join(", ")} FROM current ${where}),
    counted AS (
      SELECT CASE ${which.join(" ")} END AS which, coalesce(${FACETS.map((name) => `f_${name}`).join(", ")}) AS value,
        CASE CASE ${which.join(" ")} END ${counts.join(" ")} ELSE count(*) FILTER (${others(conditions)}) END AS n
      FROM matched GROUP BY GROUPING SETS (${sets.join(", ")}, ())
    )
    SELECT which, value, n FROM counted WHERE n > 0 OR which IS NULL
    QUALIFY which = ${FACETS.indexOf("reviewer")} OR row_number() OVER (PARTITION BY which ORDER BY n DESC, value) <= ${MOST}
      ${kept.map((one) => `OR ${one}`).join(" ")}
    ORDER BY which, n DESC, value`;
  const conditionValues = [...conditions.values()].map((condition) => condition.values);
  return { sql, values: Object.assign({ ...values }, ...conditionValues, Object.fromEntries(chosen)) };
}

/** All conditions but one facet's own. */
const others = (conditions: ReadonlyMap<FacetName, Condition>, but?: FacetName): string =>
  [...conditions.keys()]
    .filter((name) => name !== but)
    .map((name) => `c_${name}`)
    .join(" AND ") || "true";

function complete(name: FacetName, counts: readonly FacetCount[], chosen: readonly string[]): readonly FacetCount[] {
  const all = name === "reviewer" ? byReviewer(counts) : counts;
  const missing = chosen.filter((value) => !all.some((count) => count.value === value));
  return [...all, ...missing.map((value) => ({ value, count: 0 }))];
}

function byReviewer(counts: readonly FacetCount[]): FacetCount[] {
  const sums = new Map<string, number>();
  for (const { value, count } of counts)
    for (const name of value === "" ? [NONE] : value.split(BETWEEN)) sums.set(name, (sums.get(name) ?? 0) + count);
  const all = [...sums].map(([value, count]) => ({ value, count }));
  return all.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MOST);
}
