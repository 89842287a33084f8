import type { DuckDBConnection } from "@duckdb/node-api";
import type { FactState } from "./fact-store.ts";
import { DECLARED, LINE_TYPES, PICKED } from "./store-columns.ts";
import { quotedName } from "./workspace.ts";

/** Far behind all rows of the file: an added fact whose document the file does not hold. */
const BEHIND = 1e15;
const BATCH = 10_000;
/** An addition can be rejected by others, and then is still there to be judged. */
const ADDITIONS = "('added', 'rejected', 'disputed')";
const STATE = "STRUCT(fact VARCHAR, status VARCHAR, reviewers VARCHAR[])";
const LINE = `STRUCT(${Object.entries(LINE_TYPES)
  .map(([name, type]) => `${quotedName(name)} ${type}`)
  .join(", ")})`;

/** Makes the empty tables of what was decided. */
export async function makeStateTables(db: DuckDBConnection): Promise<void> {
  await db.run("CREATE OR REPLACE TABLE states (fact VARCHAR PRIMARY KEY, status VARCHAR, reviewers VARCHAR[])");
  // `seq` is empty while the file does not hold the fact that was corrected.
  await db.run(`CREATE OR REPLACE TABLE edits (seq DOUBLE, ${DECLARED})`);
}

/** Sets states, and the facts that were corrected or added. */
export async function setStates(db: DuckDBConnection, states: readonly FactState[]): Promise<void> {
  for (let at = 0; at < states.length; at += BATCH) await setBatch(db, states.slice(at, at + BATCH));
  await placeEdits(db);
}

async function setBatch(db: DuckDBConnection, states: readonly FactState[]): Promise<void> {
  const rows = JSON.stringify(states.map(({ fact, status, reviewers }) => ({ fact, status, reviewers })));
  const edits = states.flatMap(({ current }) => (current === null ? [] : [current]));
  const named = `SELECT unnest(($rows::JSON)::${STATE}[], recursive := false) AS s`;
  await db.run(`DELETE FROM edits WHERE id IN (SELECT s.fact FROM (${named}))`, { rows });
  await db.run(`DELETE FROM states WHERE fact IN (SELECT s.fact FROM (${named}))`, { rows });
  await db.run(
    `INSERT INTO states SELECT s.fact, s.status, s.reviewers FROM (${named}) WHERE s.status <> 'extracted'`,
    { rows },
  );
  await db.run(
    `INSERT INTO edits SELECT NULL, ${PICKED} FROM (
      SELECT unnest(line) FROM (SELECT unnest(($lines::JSON)::${LINE}[]) AS line))`,
    { lines: JSON.stringify(edits) },
  );
}

/** A corrected fact stands where it stood, an added one behind those of its document. */
export async function placeEdits(db: DuckDBConnection): Promise<void> {
  if (!(await holds(db, "edits"))) return;
  await db.run("UPDATE edits SET seq = NULL");
  await db.run(`UPDATE edits SET seq = f.row FROM (
      SELECT max(row) AS row, id FROM facts WHERE row NOT IN (SELECT row FROM hidden) AND id IN (SELECT id FROM edits)
      GROUP BY id
    ) f WHERE f.id = edits.id`);
  await db.run(`UPDATE edits SET seq = f.row + 0.5 FROM (
      SELECT max(row) AS row, doc_id FROM facts WHERE doc_id IN (SELECT doc_id FROM edits WHERE seq IS NULL) GROUP BY doc_id
    ) f WHERE edits.seq IS NULL AND f.doc_id = edits.doc_id AND edits.id IN (SELECT fact FROM states WHERE status IN ${ADDITIONS})`);
  await db.run(
    `UPDATE edits SET seq = ${BEHIND} + rowid WHERE seq IS NULL AND id IN (SELECT fact FROM states WHERE status IN ${ADDITIONS})`,
  );
}

/** Which facts are seen: the view `current`. Joins cost time on a million rows, and are left out while nothing needs them. */
export async function makeCurrentView(db: DuckDBConnection): Promise<void> {
  const [hidden, states, edits] = [await holds(db, "hidden"), await holds(db, "states"), await holds(db, "edits")];
  const seen = [
    ...(hidden ? ["row NOT IN (SELECT row FROM hidden)"] : []),
    ...(edits ? ["id NOT IN (SELECT id FROM edits WHERE seq IS NOT NULL)"] : []),
  ];
  const where = seen.length === 0 ? "" : `WHERE ${seen.join(" AND ")}`;
  const base = `SELECT row::DOUBLE AS seq, * EXCLUDE (row) FROM facts ${where}`;
  const all = edits ? `${base} UNION ALL SELECT * FROM edits WHERE seq IS NOT NULL` : base;
  const state = states
    ? `SELECT f.*, coalesce(s.status, 'extracted') AS status, coalesce(s.reviewers, []::VARCHAR[]) AS reviewers
       FROM (${all}) f LEFT JOIN states s ON s.fact = f.id`
    : `SELECT *, 'extracted' AS status, []::VARCHAR[] AS reviewers FROM (${all})`;
  await db.run(`CREATE OR REPLACE VIEW current AS ${state}`);
}

const holds = async (db: DuckDBConnection, table: string): Promise<boolean> =>
  (await db.runAndReadAll(`SELECT 1 FROM ${table} LIMIT 1`)).currentRowCount > 0;
