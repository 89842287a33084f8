import { toSimplified } from "../../pipeline/script/conversion.ts";
import { CONFIDENCE_STEPS, FACETS, type FacetName, type Filter, NONE, type SortName } from "../../schemas/review.ts";

/** A condition and the values of its parameters. */
export interface Condition {
  readonly sql: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** TABLE of what each facet counts, over the view `current`. */
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
  reviewer: `unnest(CASE WHEN len(reviewers) = 0 THEN ['${NONE}'] ELSE reviewers END)`,
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

/** Columns that facets, sorting and searching look at, which a search keeps of what it found. */
export const ASKED_COLUMNS = `seq, id, doc_id, doc_title, doc_publisher, doc_published, subject_name, subject_code, metric,
  "value", "after", "range", change, change_pct, modality, bound, checks, checks_failed, confidence, status, reviewers`;

const SEARCHED = ["sentence", "subject_name", "label", "scope", "doc_title", "doc_publisher", "metric", "doc_id"];
const MAX_TERMS = 8;

/** What the facets let through; `but` leaves one of them out, for its own counts. */
export function facetCondition(filter: Filter, but?: FacetName): Condition {
  const values: Record<string, string> = {};
  const parts = FACETS.filter((name) => name !== but && (filter[name]?.length ?? 0) > 0).map((name) => {
    const names = filter[name]!.map((value, at) => {
      values[`${name}${at}`] = value;
      return `$${name}${at}`;
    });
    return name === "reviewer" ? reviewerSql(names) : `${FACET_SQL[name]} IN (${names.join(", ")})`;
  });
  return { sql: parts.map((part) => `(${part})`).join(" AND "), values };
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
