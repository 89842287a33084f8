import { type DuckDBConnection, type DuckDBPreparedStatement, type DuckDBValue, StatementType } from "@duckdb/node-api";
import { UsageError } from "../../schemas/errors.ts";
import { withConnection } from "../export/connection.ts";
import { selectionOf } from "../export/sheet.ts";
import { FACT_COLUMNS, selectList } from "../facts/columns.ts";
import type { FactStore } from "../facts/fact-store.ts";
import { quotedName } from "../facts/workspace.ts";

export interface Answer {
  readonly columns: readonly string[];
  /** Some thousand rows at a time, as they are found. */
  readonly rows: AsyncIterable<readonly (readonly DuckDBValue[])[]>;
}

const REMEDY = "The table is facts, its columns are those of docs/columns.md, and the SQL is DuckDB's";
const READING: readonly StatementType[] = [StatementType.SELECT, StatementType.EXPLAIN];

/**
 * Asks one query of the table `facts`, whose columns are those of an export; rejected facts are not in it. Nothing can be
 * changed, and no file or address reached. Afterwards the store can take in no more, so that it is only to be closed.
 * @throws {UsageError} where the SQL is wrong, or no single query, with what DuckDB says of it
 */
export function queryFacts<T>(
  store: FactStore,
  sql: string,
  signal: AbortSignal | undefined,
  use: (answer: Answer) => Promise<T>,
): Promise<T> {
  return withConnection(store, signal, async (connection) => {
    await fence(connection, store);
    const statement = await told(() => prepared(connection, sql));
    const result = await told(() => statement.stream());
    return use({ columns: result.deduplicatedColumnNames(), rows: toldOf(result.yieldRows()) });
  });
}

/**
 * The table is made in a place of its own, where nothing else is to be seen; then the way out is closed for good: no
 * setting, file, address or extension can be reached.
 */
async function fence(connection: DuckDBConnection, store: FactStore): Promise<void> {
  const [home] = (await connection.runAndReadAll("SELECT current_database()")).getRows()[0]!;
  const { from } = selectionOf(store, {}, `${quotedName(String(home))}.main.current`);
  await connection.run("COMMIT");
  await connection.run("ATTACH ':memory:' AS query");
  await connection.run(`CREATE VIEW query.facts AS SELECT ${selectList(FACT_COLUMNS)} ${from}`);
  await connection.run("USE query");
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
  await connection.run("BEGIN TRANSACTION READ ONLY");
}

/** @throws {Error} of DuckDB, and {UsageError} */
async function prepared(connection: DuckDBConnection, sql: string): Promise<DuckDBPreparedStatement> {
  let query = sql.trimEnd();
  while (query.endsWith(";")) query = query.slice(0, -1).trimEnd();
  if (query === "") throw new UsageError("The query is empty", REMEDY);
  const statements = await connection.extractStatements(query);
  if (statements.count > 1 && !(await isOne(connection, query)))
    throw new UsageError("That is more than one statement", "Give one query");
  for (let at = 0; at < statements.count - 1; at++) await (await statements.prepare(at)).run();
  const statement = await statements.prepare(statements.count - 1);
  if (!READING.includes(statement.statementType))
    throw new UsageError(
      `${StatementType[statement.statementType].replaceAll("_", " ")} is no query`,
      "The facts can be read with SELECT and changed on the review page alone",
    );
  return statement;
}

/** PIVOT is one query that the engine takes apart into several statements. */
const isOne = (connection: DuckDBConnection, query: string): Promise<boolean> =>
  connection.extractStatements(`FROM (\n${query}\n)`).then(
    () => true,
    () => false,
  );

/** What DuckDB says of the query is for the person who wrote it. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof UsageError ? cause : refusal(cause);
  }
}

async function* toldOf<T>(rows: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* rows;
  } catch (cause) {
    throw refusal(cause);
  }
}

/** @returns DuckDB's words, and at the end the line that they are about */
function refusal(cause: unknown): UsageError {
  const { message = String(cause) } = cause as Partial<Error>;
  // A text of nothing but comments makes no statement, and the engine no message.
  const all = message === "Error in native callback" ? "it holds no statement" : message;
  const said = all.replace("Failed to extract statements: ", "");
  const place = said.indexOf("\nLINE ");
  const problem = (place < 0 ? said : said.slice(0, place))
    .trimEnd()
    .replace(/\n+/g, " ")
    .replace(/[.!?]$/, "");
  const where = place < 0 ? "" : said.slice(place);
  return new UsageError(`The query fails: ${problem}`, `${REMEDY}${where}`, { cause });
}
