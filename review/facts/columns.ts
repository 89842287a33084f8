/** Names of DuckDB. Dates are texts: a document may give a year, a month or an interval. */
export type ColumnType = "VARCHAR" | "DOUBLE" | "INTEGER";

/** A column of every export, and of the table `facts` that queries see. */
export interface FactColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly doc: string;
  /** Over the view `current` of a fact store. */
  readonly sql: string;
  /** What a spreadsheet shows its texts as, where they have the form of it. */
  readonly shown?: "date" | "link";
}

const column =
  (type: ColumnType) =>
  (name: string, doc: string, sql = `"${name}"`): FactColumn => ({ name, type, doc, sql });
const [text, double, integer] = [column("VARCHAR"), column("DOUBLE"), column("INTEGER")];
const shownAs = (shown: "date" | "link", of: FactColumn): FactColumn => ({ ...of, shown });

/** Lists are one text, and an empty one is NULL. */
const joined = (list: string): string => `nullif(array_to_string(${list}, ';'), '')`;

/** TABLE of columns: what is said, then how far it is trusted, then where it is said. */
export const FACT_COLUMNS: readonly FactColumn[] = [
  text("subject_name", "official full name of whom the fact is about, simplified"),
  text("subject_code", "its code of GB/T 2260, six digits; none for an organisation"),
  text("subject_level", "nation, province, prefecture, county, township or organisation"),
  text("metric", "what is counted or measured"),
  text("label", "the words that named the metric, simplified"),
  text("scope", "what narrows the subject to a part of it"),
  double("value", "a level, in `unit`"),
  double("before", "a transition's start, in `unit`"),
  double("after", "a transition's end, in `unit`"),
  double("change", "signed amount of change, in `unit`"),
  double("change_pct", "signed change, percent"),
  double("range_low", "low end of a range, in `unit`", '"range"[1]'),
  double("range_high", "high end of a range, in `unit`", '"range"[2]'),
  text("unit", "count, person, an ISO 4217 code, km2, percent or ratio"),
  text("per", "year, month or day, where the number is a rate"),
  text("bound", "exact, approx, gt, ge, lt or le"),
  shownAs("date", text("period", "when it holds: ISO 8601 date, month, year or interval")),
  text("comparison", "what a change is against: yoy, mom or reform"),
  text("modality", "actual, planned, estimated or required"),
  text("derived", "the columns of numbers that were computed and not stated, joined by `;`", joined("derived")),
  text("status", "extracted, accepted, corrected, added or disputed; rejected only where it is asked for"),
  text("reviewers", "who decided on it, joined by `;`", joined("reviewers")),
  double("confidence", "of the extraction, 0 to 1"),
  integer("checks_failed", "checks of arithmetic that failed"),
  text("rule", "the rule that fired"),
  text("evidence_text", "the words that state it, in the original script; of several pieces the first", piece("text")),
  integer("evidence_start", "where they start in the document's clean text, UTF-16", piece("start")),
  integer("evidence_end", "where they end, exclusive", piece("end")),
  integer("evidence_count", "how many pieces of evidence there are", "len(evidence)::INTEGER"),
  text("sentence", "the sentence around them, simplified; those of several pieces joined by ` / `"),
  text("doc_title", "title of the document"),
  text("doc_publisher", "who published it"),
  shownAs("date", text("doc_published", "when, ISO 8601")),
  shownAs("link", text("doc_url", "its address")),
  text("doc_lang", "its script: zh-Hans or zh-Hant"),
  text("doc_id", "its id"),
  text("id", "the fact's id, the same on every run"),
];

function piece(field: string): string {
  return `evidence[1]."${field}"`;
}

/** What stands between SELECT and FROM. */
export const selectList = (columns: readonly Pick<FactColumn, "name" | "sql">[]): string =>
  columns.map(({ name, sql }) => `${sql} AS "${name.replaceAll('"', '""')}"`).join(", ");
