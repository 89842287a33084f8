import type { DuckDBConnection } from "@duckdb/node-api";
import type { GroupKey, StatedNumbers } from "../../schemas/comparison.ts";
import { type Fact, NUMBER_FIELDS, type NumberField } from "../../schemas/fact.ts";
import { namesOf, type SourceDocument } from "./document.ts";
import type { Keyed } from "./family.ts";
import { isFlow } from "./key.ts";
import { quantitiesOf, type Statement } from "./statement.ts";

type Numbers = Readonly<Record<NumberField, number | null>>;

/** A row of `statements` beside its document, its names as the fact's. */
interface StatementRow extends Numbers, Pick<Fact, "id" | "metric" | "scope" | "unit" | "per" | "bound" | "modality"> {
  readonly family: string;
  readonly subject_name: string;
  readonly subject_code: string | null;
  readonly period: string | null;
  readonly period_key: string | null;
  readonly comparison: Fact["comparison"];
  readonly range: readonly [number, number] | null;
  readonly derived: readonly string[];
  readonly words: readonly string[];
  readonly doc: number;
  readonly doc_id: string;
  readonly doc_url: string | null;
  readonly doc_title: string | null;
  readonly doc_publisher: string | null;
  readonly doc_published: string | null;
}

/** Which families are read: of several documents, or of one alone as well. */
export type Which = "several" | "all";

/**
 * Statements by family, the earliest document first; memory holds one family at a time.
 * @param db with the tables of `arrange`
 * @param copies as `findCopies` gives them
 */
export async function* readFamilies(
  db: DuckDBConnection,
  copies: ReadonlyMap<number, number>,
  which: Which,
): AsyncGenerator<readonly Keyed[]> {
  const found = await db.stream(`SELECT s.*, d.doc_url, d.doc_title, d.doc_publisher, d.doc_published
    FROM statements s JOIN documents d USING (doc)
    ${which === "all" ? "" : "WHERE s.family IN (SELECT family FROM families WHERE several)"}
    ORDER BY s.family, doc, s.seq`);
  let [family, keyed]: [string, Keyed[]] = ["", []];
  let document: SourceDocument | null = null;
  for await (const rows of found.yieldRowObjectJs()) {
    for (const row of rows as unknown as StatementRow[]) {
      if (row.family !== family) {
        if (keyed.length > 0) yield keyed;
        [family, keyed, document] = [row.family, [], null];
      }
      if (document?.number !== row.doc) document = documentOf(row, copies);
      keyed.push({ statement: statementOf(row, document), key: keyOf(row) });
    }
  }
  if (keyed.length > 0) yield keyed;
}

function documentOf(row: StatementRow, copies: ReadonlyMap<number, number>): SourceDocument {
  const { doc, doc_id: id, doc_url: url, doc_title: title, doc_publisher: publisher, doc_published: published } = row;
  const names = namesOf(publisher, url, title);
  return { id, number: doc, original: copies.get(doc) ?? doc, title, publisher, published, names };
}

const keyOf = ({ subject_name, subject_code, metric, scope, period_key, unit, per }: StatementRow): GroupKey => ({
  subject: { name: subject_name, code: subject_code },
  metric,
  scope,
  period: period_key,
  unit,
  per,
});

function statementOf(row: StatementRow, document: SourceDocument): Statement {
  const numbers: { -readonly [F in keyof StatedNumbers]: StatedNumbers[F] } = {};
  for (const field of NUMBER_FIELDS) {
    const number = row[field];
    if (number !== null && !row.derived.includes(field)) numbers[field] = number;
  }
  if (row.range !== null) numbers.range = row.range;
  const { id: fact, bound, modality, comparison } = row;
  const words = row.words.length === 1 ? row.words[0]! : [...new Set(row.words)].join(" / ");
  return {
    ...{ fact, document, numbers, bound, modality, comparison, words },
    isDated: row.period !== null,
    isFlow: isFlow(row.metric),
    quantities: quantitiesOf({ numbers, bound, words }),
  };
}
