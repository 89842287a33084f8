import type { Fact } from "../../schemas/fact.ts";

export type Cell = string | number | boolean | null;
/** Names of DuckDB. Dates are texts: a document may give a year, a month or an interval. */
export type ColumnType = "VARCHAR" | "DOUBLE" | "INTEGER" | "BOOLEAN";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly doc: string;
}

export interface FactColumn extends Column {
  readonly of: (fact: Fact) => Cell;
}

const text = (name: string, doc: string, of: (fact: Fact) => string | null): FactColumn => ({
  name,
  type: "VARCHAR",
  doc,
  of,
});
const double = (name: string, doc: string, of: (fact: Fact) => number | null): FactColumn => ({
  name,
  type: "DOUBLE",
  doc,
  of,
});
const integer = (name: string, doc: string, of: (fact: Fact) => number | null): FactColumn => ({
  name,
  type: "INTEGER",
  doc,
  of,
});

/** TABLE of the columns of every export and of the table `facts` that queries see. */
export const FACT_COLUMNS: readonly FactColumn[] = [
  text("doc_id", "the document", ({ doc }) => doc.id),
  text("doc_url", "its address, where it has one", ({ doc }) => doc.url),
  text("doc_title", "its title", ({ doc }) => doc.title),
  text("doc_publisher", "who published it", ({ doc }) => doc.publisher),
  text("doc_published", "when, ISO 8601", ({ doc }) => doc.published),
  text("doc_lang", "zh-Hans or zh-Hant", ({ doc }) => doc.lang),
  text("subject_name", "official full name, simplified", ({ subject }) => subject.name),
  text("subject_code", "GB/T 2260, six digits", ({ subject }) => subject.code),
  text(
    "subject_level",
    "nation, province, prefecture, county, township or organisation",
    ({ subject }) => subject.level,
  ),
  text("metric", "what is counted or measured", ({ metric }) => metric),
  text("label", "the words that named the metric, simplified", ({ label }) => label),
  text("scope", "what narrows the subject", ({ scope }) => scope),
  double("value", "a level, in `unit`", ({ value }) => value),
  double("before", "a transition's start, in `unit`", ({ before }) => before),
  double("after", "a transition's end, in `unit`", ({ after }) => after),
  double("change", "signed amount of change, in `unit`", ({ change }) => change),
  double("change_pct", "signed change, percent", ({ change_pct }) => change_pct),
  text("derived", "numbers that the program computed, joined by ;", ({ derived }) => derived.join(";")),
  text("unit", "count, person, an ISO 4217 code, km2, percent or ratio", ({ unit }) => unit),
  text("per", "year, month or day", ({ per }) => per),
  text("bound", "exact, approx, gt, ge, lt or le", ({ bound }) => bound),
  double("range_low", "low end of a range, in `unit`", ({ range }) => range?.[0] ?? null),
  double("range_high", "high end of a range, in `unit`", ({ range }) => range?.[1] ?? null),
  text("period", "when it holds: ISO 8601 date, month, year or interval", ({ period }) => period),
  text("comparison", "yoy, mom or reform", ({ comparison }) => comparison),
  text("modality", "actual, planned, estimated or required", ({ modality }) => modality),
  text("evidence_text", "the first evidence's words, in the original script", ({ evidence }) => evidence[0]!.text),
  integer("evidence_start", "where they start in the clean text, UTF-16", ({ evidence }) => evidence[0]!.start),
  integer("evidence_end", "where they end, exclusive", ({ evidence }) => evidence[0]!.end),
  text("sentence", "the first evidence's sentence, simplified", ({ evidence }) => evidence[0]!.sentence),
  text("rule", "the rule that fired", ({ rule }) => rule),
  double("confidence", "0 to 1", ({ confidence }) => confidence),
  integer("checks_failed", "checks of arithmetic that failed", ({ checks }) => checks.filter(({ ok }) => !ok).length),
  text("id", "the fact, the same on every run", ({ id }) => id),
];

/** One row of `FACT_COLUMNS`. */
export const cellsOf = (fact: Fact): Cell[] => FACT_COLUMNS.map(({ of }) => of(fact));
