import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Filter } from "../../schemas/review.ts";
import type { FactStore } from "../facts/fact-store.ts";
import { quotedText } from "../facts/workspace.ts";
import { nameKey, periodKey, scopeKey } from "./key.ts";

const PICKED = `seq, id, doc_id, doc_url, doc_title, doc_publisher, doc_published, subject_name, subject_code, metric, scope,
  value, "before", "after", change, change_pct, derived, unit, per, bound, "range", period, comparison, modality,
  list_transform(evidence, e -> e."text") AS words, list_transform(evidence, e -> e.sentence) AS sentences`;
const NOT_REJECTED = "status <> 'rejected'";

/** Makes the temporary table `picked`: facts of a store that count, under a filter. */
export async function pickFrom(db: DuckDBConnection, store: FactStore, filter: Filter): Promise<void> {
  const { sql, values } = store.where(filter);
  const where = sql === "" ? `WHERE ${NOT_REJECTED}` : `${sql} AND ${NOT_REJECTED}`;
  await db.run(`CREATE TEMP TABLE picked AS SELECT ${PICKED} FROM current ${where}`, values);
}

/** Adds the facts of another store; a document that comes again takes the place of what it said before. */
export async function pickMore(db: DuckDBConnection, store: FactStore): Promise<void> {
  const file = join(tmpdir(), `jingjian-compare-${randomUUID()}.parquet`);
  try {
    await copyTo(store, file);
    const more = `read_parquet(${quotedText(file)})`;
    await db.run(`DELETE FROM picked WHERE doc_id IN (SELECT doc_id FROM ${more})`);
    const [{ next } = { next: 0 }] = await rowsOf<{ next: number }>(
      db,
      "SELECT coalesce(max(seq), 0) + 1 AS next FROM picked",
    );
    await db.run(`INSERT INTO picked SELECT * REPLACE (seq + ${next} AS seq) FROM ${more}`);
  } finally {
    await rm(file, { force: true });
  }
}

async function copyTo(store: FactStore, file: string): Promise<void> {
  const other = await store.connect();
  try {
    const rows = `SELECT ${PICKED} FROM current WHERE ${NOT_REJECTED}`;
    await other.run(`COPY (${rows}) TO ${quotedText(file)} (FORMAT parquet)`);
  } finally {
    other.closeSync();
  }
}

/**
 * Makes the temporary tables of what is compared: `documents`, numbered from 1 in the order of time; `statements`, each
 * with its family (one text for all facts on one thing, whatever their period) and its period; `families`, and whether
 * several documents speak of each.
 */
export async function arrange(db: DuckDBConnection): Promise<void> {
  await db.run(`CREATE TEMP TABLE documents AS
    SELECT row_number() OVER (ORDER BY coalesce(doc_published, '9999'), doc_id)::INTEGER AS doc, * FROM (
      SELECT doc_id, any_value(doc_url) AS doc_url, any_value(doc_title) AS doc_title,
        any_value(doc_publisher) AS doc_publisher, any_value(doc_published) AS doc_published
      FROM picked GROUP BY doc_id)`);
  const spelling = [
    await spellings(db, "names", "SELECT DISTINCT subject_name, NULL FROM picked WHERE subject_code IS NULL", nameKey),
    await spellings(db, "scopes", "SELECT DISTINCT scope, NULL FROM picked WHERE scope IS NOT NULL", scopeKey),
    await spellings(db, "periods", "SELECT DISTINCT period, metric FROM picked WHERE period IS NOT NULL", periodKey),
  ];
  const [name, scope, period] = spelling;
  const family = `concat_ws(chr(9), coalesce(subject_code, ${name}.key, subject_name), p.metric,
    coalesce(${scope}.key, p.scope, ''), unit, coalesce(per, ''))`;
  const year = "nullif(regexp_extract(p.doc_published, '^[0-9]{4}'), '')";
  await db.run(`CREATE TEMP TABLE statements AS
    SELECT d.doc, ${family} AS family, coalesce(${period}.key, p.period, ${year}) AS period_key,
      p.* EXCLUDE (doc_url, doc_title, doc_publisher, doc_published, sentences)
    FROM picked p JOIN documents d USING (doc_id)
    LEFT JOIN names ON subject_code IS NULL AND names.raw = subject_name
    LEFT JOIN scopes ON scopes.raw = p.scope
    LEFT JOIN periods ON periods.raw = p.period AND periods.metric = p.metric`);
  await db.run(`CREATE TEMP TABLE families AS
    SELECT family, min(doc) <> max(doc) AS several, count(*)::INTEGER AS facts FROM statements GROUP BY family`);
}

/** A temporary table of the texts that are compared by another spelling. @returns its name */
async function spellings(
  db: DuckDBConnection,
  table: string,
  select: string,
  keyOf: (raw: string, metric: string) => string,
): Promise<string> {
  await db.run(`CREATE TEMP TABLE ${table} (raw VARCHAR, metric VARCHAR, "key" VARCHAR)`);
  const found = (await db.runAndReadAll(select)).getRows() as unknown as (readonly [string, string | null])[];
  const other = found.flatMap(([raw, metric]) => {
    const key = keyOf(raw, metric ?? "");
    return key === raw ? [] : [{ raw, metric, key }];
  });
  await insertJson(db, table, 'STRUCT(raw VARCHAR, metric VARCHAR, "key" VARCHAR)', other);
  return table;
}

const BATCH = 2_000;

/** Adds rows to a table by way of JSON, whose fields are those of `type`. */
export async function insertJson(
  db: DuckDBConnection,
  table: string,
  type: string,
  rows: readonly unknown[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH)
    await db.run(`INSERT INTO ${table} SELECT unnest(r) FROM (SELECT unnest(($rows::JSON)::${type}[]) AS r)`, {
      rows: JSON.stringify(rows.slice(at, at + BATCH)),
    });
}

export async function rowsOf<T>(db: DuckDBConnection, sql: string): Promise<readonly T[]> {
  return (await db.runAndReadAll(sql)).getRowObjectsJS() as T[];
}
