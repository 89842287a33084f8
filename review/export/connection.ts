import type { DuckDBConnection } from "@duckdb/node-api";
import type { FactStore } from "../facts/fact-store.ts";

/**
 * Lets `use` work on a connection of its own, in one transaction, so that all it asks sees the same facts.
 * @param signal stops what is under way
 * @throws the signal's reason where it fired
 */
export async function withConnection<T>(
  store: Pick<FactStore, "connect">,
  signal: AbortSignal | undefined,
  use: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const connection = await store.connect();
  const interrupt = () => connection.interrupt();
  signal?.addEventListener("abort", interrupt);
  try {
    await connection.run("BEGIN TRANSACTION");
    return await use(connection);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", interrupt);
    connection.closeSync();
  }
}
