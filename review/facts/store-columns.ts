import type { Fact } from "../../schemas/fact.ts";
import { quotedName } from "./workspace.ts";

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

const DOC = ["id", "url", "title", "publisher", "published", "lang"];
const SUBJECT = ["name", "code", "level"];

/** TABLE of the store's columns, in the order of a fact's fields. */
export const STORE_COLUMNS: readonly StoreColumn[] = [
  ...plain("VARCHAR", ["id"]),
  ...nested("doc", DOC),
  ...nested("subject", SUBJECT),
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

/** The columns as a table declares them. */
export const DECLARED = STORE_COLUMNS.map(({ name, type }) => `${quotedName(name)} ${type}`).join(", ");
/** The columns as they are read from a line. */
export const PICKED = STORE_COLUMNS.map(({ name, from, type }) => `(${from})::${type} AS ${quotedName(name)}`).join(
  ", ",
);
/** Those that are fields of a fact as they stand. */
const PLAIN = STORE_COLUMNS.filter(({ name, from }) => from === quotedName(name));

/** Types of a line's top-level fields, as `read_json` takes them. */
export const LINE_TYPES: Readonly<Record<string, string>> = {
  doc: structOf("doc"),
  subject: structOf("subject"),
  ...Object.fromEntries(PLAIN.map(({ name, type }) => [name, type])),
};

/** The type of a field that holds others. */
function structOf(field: string): string {
  const inner = STORE_COLUMNS.filter(({ from }) => from.startsWith(`${field}.`));
  return `STRUCT(${inner.map(({ from, type }) => `${from.slice(field.length + 1)} ${type}`).join(", ")})`;
}

/** SQL that is true for a row that came from a whole fact; what is no JSON gives a row of nothing but NULL. */
export const IS_WHOLE = `id IS NOT NULL AND doc_id IS NOT NULL AND doc_lang IS NOT NULL AND subject_name IS NOT NULL
  AND metric IS NOT NULL AND label IS NOT NULL AND unit IS NOT NULL AND bound IS NOT NULL AND modality IS NOT NULL
  AND rule IS NOT NULL AND confidence IS NOT NULL AND derived IS NOT NULL AND checks IS NOT NULL
  AND coalesce(len(evidence), 0) > 0 AND sentence IS NOT NULL`;

const pair = (name: string, column = name): string => `${quotedName(name)}: ${quotedName(column)}`;
const structOfRow = (field: string, names: readonly string[]): string =>
  `${field}: {${names.map((name) => pair(name, `${field}_${name}`)).join(", ")}}`;
const [ID, ...OTHERS] = PLAIN.map(({ name }) => pair(name));
const FIELDS = [ID, structOfRow("doc", DOC), structOfRow("subject", SUBJECT), ...OTHERS];

/** SQL of a row's fact as JSON: to put it together in the database costs a tenth of what its lists cost as our objects. */
export const FACT_JSON = `to_json({${FIELDS.join(", ")}})::VARCHAR AS fact`;

/** The fact of a row that was asked for {@link FACT_JSON}. */
export const factOf = ({ fact }: Readonly<Record<string, unknown>>): Fact => JSON.parse(fact as string) as Fact;
