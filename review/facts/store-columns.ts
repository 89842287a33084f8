import type { Fact } from "../../schemas/fact.ts";

/** A field of a fact as a column of the store: its name, DuckDB's type, and where it stands in a line of JSON. */
export interface StoreColumn {
  readonly name: string;
  readonly type: string;
  /** SQL over the columns of {@link LINE_TYPES}. */
  readonly from: string;
}

const EVIDENCE = 'STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR, sentence VARCHAR)[]';
const CHECKS =
  'STRUCT("check" VARCHAR, ok BOOLEAN, expected DOUBLE, found DOUBLE, spans STRUCT("start" INTEGER, "end" INTEGER)[])[]';

const nested = (field: string, names: readonly string[]): StoreColumn[] =>
  names.map((name) => ({ name: `${field}_${name}`, type: "VARCHAR", from: `${field}.${name}` }));
const plain = (type: string, names: readonly string[]): StoreColumn[] =>
  names.map((name) => ({ name, type, from: `"${name}"` }));

/** TABLE of the store's columns, in the order of a fact's fields. */
export const STORE_COLUMNS: readonly StoreColumn[] = [
  ...plain("VARCHAR", ["id"]),
  ...nested("doc", ["id", "url", "title", "publisher", "published", "lang"]),
  ...nested("subject", ["name", "code", "level"]),
  ...plain("VARCHAR", ["metric", "label", "scope"]),
  ...plain("DOUBLE", ["value", "before", "after", "change", "change_pct"]),
  ...plain("VARCHAR[]", ["derived"]),
  ...plain("VARCHAR", ["unit", "per", "bound"]),
  ...plain("DOUBLE[]", ["range"]),
  ...plain("VARCHAR", ["period", "comparison", "modality"]),
  ...plain(EVIDENCE, ["evidence"]),
  ...plain("VARCHAR", ["rule"]),
  ...plain("DOUBLE", ["confidence"]),
  ...plain(CHECKS, ["checks"]),
  // What is searched and counted by stands ready: to take lists apart for each question would take ten times as long.
  {
    name: "sentence",
    type: "VARCHAR",
    from: `CASE len(evidence) WHEN 1 THEN evidence[1].sentence
      ELSE array_to_string(list_filter(list_transform(evidence, e -> e.sentence),
        (s, nth) -> list_position(list_transform(evidence, e -> e.sentence), s) = nth), ' / ') END`,
  },
  {
    name: "checks_failed",
    type: "INTEGER",
    from: "CASE len(checks) WHEN 0 THEN 0 ELSE len(list_filter(checks, c -> NOT c.ok)) END",
  },
];

/** Types of a line's top-level fields, as `read_json` takes them. */
export const LINE_TYPES: Readonly<Record<string, string>> = {
  doc: structOf("doc"),
  subject: structOf("subject"),
  ...Object.fromEntries(
    STORE_COLUMNS.filter(({ name, from }) => from === `"${name}"`).map(({ name, type }) => [name, type]),
  ),
};

function structOf(field: string): string {
  const inner = STORE_COLUMNS.filter(({ from }) => from.startsWith(`${field}.`));
  return `STRUCT(${inner.map(({ from, type }) => `${from.slice(field.length + 1)} ${type}`).join(", ")})`;
}

/** SQL that is true for a row that came from a whole fact; what is no JSON gives a row of nothing but NULL. */
export const IS_WHOLE = `id IS NOT NULL AND doc_id IS NOT NULL AND doc_lang IS NOT NULL AND subject_name IS NOT NULL
  AND metric IS NOT NULL AND label IS NOT NULL AND unit IS NOT NULL AND bound IS NOT NULL AND modality IS NOT NULL
  AND rule IS NOT NULL AND confidence IS NOT NULL AND derived IS NOT NULL AND checks IS NOT NULL
  AND coalesce(len(evidence), 0) > 0 AND sentence IS NOT NULL`;

/** Puts a fact together again from a row, its values as `getRowObjectsJS` gives them. */
export function factOf(row: Readonly<Record<string, unknown>>): Fact {
  const part = (field: string, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, row[`${field}_${name}`]]));
  const given = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, row[name]]));
  return {
    id: row.id,
    doc: part("doc", ["id", "url", "title", "publisher", "published", "lang"]),
    subject: part("subject", ["name", "code", "level"]),
    ...given(["metric", "label", "scope", "value", "before", "after", "change", "change_pct", "derived"]),
    ...given(["unit", "per", "bound", "range", "period", "comparison", "modality", "evidence"]),
    ...given(["rule", "confidence", "checks"]),
  } as unknown as Fact;
}
