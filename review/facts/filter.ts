import { toSimplified } from "../../pipeline/script/conversion.ts";
import { CONFIDENCE_STEPS, FACETS, type FacetName, type Filter, NONE, type SortName } from "../../schemas/review.ts";

/** A condition and the values of its parameters. */
export interface Condition {
  readonly sql: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** TABLE of what each facet looks at, over the view `current`; a fact can have several reviewers. */
export const FACET_SQL: Readonly<Record<FacetName, string>> = {
  metric: "metric",
  province: `CASE WHEN subject_code IS NULL THEN '${NONE}' ELSE left(subject_code, 2) || '0000' END`,
  subject: "subject_name",
  document: "doc_id",
  publisher: `coalesce(doc_publisher, '${NONE}')`,
  modality: "modality",
  bound: "bound",
  checks: `CASE WHEN checks_failed > 0 THEN 'failed' WHEN len(checks) > 0 THEN 'passed' ELSE '${NONE}' END`,
  confidence: steps("confidence", CONFIDENCE_STEPS),
  status: "status",
  reviewer: "reviewers",
};

/** TABLE of what rows are ordered by. */
export const SORT_SQL: Readonly<Record<SortName, string>> = {
  file: "seq",
  confidence: "confidence",
  metric: "metric",
  subject: "coalesce(subject_code, '~') || subject_name",
  document: "doc_id",
  published: "doc_published",
  level: `coalesce("after", "value", "range"[1])`,
  change: "change",
  change_pct: "change_pct",
  status: "status",
};

const SEARCHED = ["sentence", "subject_name", "label", "scope", "doc_title", "doc_publisher", "metric", "doc_id"];
const MAX_TERMS = 8;

/** What each chosen facet lets through. */
export function facetConditions(filter: Filter): ReadonlyMap<FacetName, Condition> {
  const chosen = FACETS.filter((name) => (filter[name]?.length ?? 0) > 0);
  return new Map(chosen.map((name) => [name, facetCondition(name, filter[name]!)]));
}

function facetCondition(name: FacetName, chosen: readonly string[]): Condition {
  const names = chosen.map((_, at) => `$${name}${at}`);
  const sql = name === "reviewer" ? reviewerSql(names) : `${FACET_SQL[name]} IN (${names.join(", ")})`;
  return { sql: `(${sql})`, values: Object.fromEntries(chosen.map((value, at) => [`${name}${at}`, value])) };
}

const reviewerSql = (names: readonly string[]): string =>
  `list_has_any(CASE WHEN len(reviewers) = 0 THEN ['${NONE}'] ELSE reviewers END, [${names.join(", ")}])`;

/** Every word of a search must stand somewhere in a fact, in the script it was typed in or in Simplified Chinese. */
export function searchCondition(q: string | undefined): Condition {
  const terms = [...new Set((q ?? "").split(/\s+/).filter(Boolean))].slice(0, MAX_TERMS);
  const values: Record<string, string> = {};
  const parts = terms.map((term, at) => {
    const forms = [...new Set([term, toSimplified(term).text])];
    const found = forms.flatMap((form, which) => {
      const name = `q${at}_${which}`;
      values[name] = form.toLowerCase();
      const fold = /[a-z]/i.test(form);
      return SEARCHED.map((column) => `contains(${fold ? `lower(${column})` : column}, $${name})`);
    });
    return found.join(" OR ");
  });
  return { sql: parts.map((part) => `(${part})`).join(" AND "), values };
}

/** All that a filter asks, as a `WHERE` clause or an empty text. */
export const filterWhere = (filter: Filter): Condition =>
  whereOf(searchCondition(filter.q), ...facetConditions(filter).values());

/** Both, as a `WHERE` clause or an empty text. */
export function whereOf(...conditions: readonly Condition[]): Condition {
  const given = conditions.filter(({ sql }) => sql !== "");
  return {
    sql: given.length === 0 ? "" : `WHERE ${given.map(({ sql }) => sql).join(" AND ")}`,
    values: Object.assign({}, ...given.map(({ values }) => values)),
  };
}

/** @param sort a name of `SORTS`, `-` before it for the other way round; what has no value stands last either way */
export function orderOf(sort: string): string {
  const name = sort.replace(/^-/, "") as SortName;
  const direction = sort.startsWith("-") ? "DESC" : "ASC";
  return name === "file" ? `seq ${direction}` : `${SORT_SQL[name]} ${direction} NULLS LAST, seq`;
}

/** Lower end of the step that a number reaches, as a text. */
function steps(column: string, ends: readonly number[]): string {
  const cases = ends.toReversed().map((end) => `WHEN ${column} >= ${end} THEN '${end}'`);
  return `CASE ${cases.join(" ")} END`;
}
