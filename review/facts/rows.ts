import type { DuckDBConnection } from "@duckdb/node-api";
import type { Status } from "../../schemas/decision.ts";
import type { Row } from "../../schemas/review.ts";
import type { StoredFact } from "./fact-store.ts";
import { FACT_JSON, factOf } from "./store-columns.ts";

type Raw = Readonly<Record<string, unknown>>;

/** Rows of `current` by their `seq`, in that order; those that are gone are left out. */
export async function rowsAt(db: DuckDBConnection, seqs: readonly number[]): Promise<Row[]> {
  if (seqs.length === 0) return [];
  // The bounds let the engine pass over what lies outside of them; a page in the file's order is read at once.
  const within = `seq BETWEEN ${Math.min(...seqs)} AND ${Math.max(...seqs)}`;
  const found = await db.runAndReadAll(
    `SELECT ${STORED_FACT}, seq, checks_failed, reviewers FROM current WHERE ${within} AND seq IN (${seqs.join(", ")})`,
  );
  const bySeq = new Map(found.getRowObjectsJS().map((row) => [row.seq as number, rowOf(row)]));
  return seqs.flatMap((seq) => bySeq.get(seq) ?? []);
}

function rowOf(raw: Raw): Row {
  const { fact, status } = storedFact(raw);
  const { doc, subject, value, before, after, change, change_pct, range } = fact;
  const { metric, label, scope, unit, per, bound, modality, period, confidence } = fact;
  return {
    id: fact.id,
    doc: { id: doc.id, title: doc.title, publisher: doc.publisher },
    published: doc.published,
    subject: subject.name,
    code: subject.code,
    numbers: { value, before, after, change, change_pct, range },
    ...{ metric, label, scope, unit, per, bound, modality, period, confidence },
    sentence: fact.evidence[0]!.sentence,
    evidence: fact.evidence[0]!.text,
    checksFailed: raw.checks_failed as number,
    status,
    reviewers: raw.reviewers as string[],
  };
}

/** SQL of what {@link storedFact} takes. */
export const STORED_FACT = `${FACT_JSON}, status`;

export const storedFact = (raw: Raw): StoredFact => ({ fact: factOf(raw), status: raw.status as Status });
