import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  INTEGER,
  VARCHAR,
} from "@duckdb/node-api";
import { type Cell, type ColumnType, cellsOf, FACT_COLUMNS } from "./columns.ts";
import { currentFacts } from "./current-facts.ts";

/** A vector of DuckDB. */
const BATCH = 2048;
const LIMITS = {
  memory_limit: "512MB",
  threads: "2",
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
};
const TYPES: Readonly<Record<ColumnType, DuckDBType>> = { VARCHAR, DOUBLE, INTEGER, BOOLEAN };

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Lets `use` work on the facts as table `facts` (and `seq`, their order in the file, as a column of `ordered_facts`).
 * They lie in a temporary database on disk, which is gone when `use` has ended.
 * @param readOnly opens the database so that nothing in it can be changed, and no other file reached
 * @throws {UnreadableInputError} and {InvalidFactError} as `currentFacts`
 */
export async function withFacts<T>(
  path: string,
  readOnly: boolean,
  use: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "jingjian-facts-"));
  const file = join(folder, "facts.duckdb");
  try {
    await connected(file, {}, (connection) => load(connection, path));
    return await connected(file, readOnly ? { access_mode: "READ_ONLY" } : {}, async (connection) => {
      if (readOnly) await close(connection);
      return use(connection);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function connected<T>(
  file: string,
  options: Readonly<Record<string, string>>,
  use: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(file, { ...LIMITS, ...options });
  try {
    const connection = await instance.connect();
    try {
      return await use(connection);
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}

/** From here on the engine reaches no file but its own, and no statement can open the way again. */
async function close(connection: DuckDBConnection): Promise<void> {
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
}

async function load(connection: DuckDBConnection, path: string): Promise<void> {
  const columns = FACT_COLUMNS.map(({ name, type }) => `${quoted(name)} ${type}`);
  await connection.run(`CREATE TABLE ordered_facts (${columns.join(", ")}, seq INTEGER)`);
  await connection.run("CREATE VIEW facts AS SELECT * EXCLUDE (seq) FROM ordered_facts");
  const appender = await connection.createAppender("ordered_facts");
  const types = [...FACT_COLUMNS.map(({ type }) => TYPES[type]), INTEGER];
  let [rows, seq]: [Cell[][], number] = [[], 0];
  const append = () => {
    const chunk = DuckDBDataChunk.create(types, rows.length);
    chunk.setRows(rows);
    appender.appendDataChunk(chunk);
    rows = [];
  };
  for await (const fact of currentFacts(path)) {
    rows.push([...cellsOf(fact), seq++]);
    if (rows.length === BATCH) append();
  }
  if (rows.length > 0) append();
  appender.closeSync();
}
