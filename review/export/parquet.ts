import type { DuckDBConnection } from "@duckdb/node-api";
import { wholeFile } from "./whole-file.ts";

/**
 * The rows of a query as Parquet, with the types that DuckDB gives them, compressed with ZSTD.
 * @throws {OutputFailedError} when the file cannot be written
 */
export function writeParquet(connection: DuckDBConnection, select: string, path: string): Promise<void> {
  return wholeFile(path, async (partial) => {
    const file = partial.replaceAll("'", "''");
    await connection.run(`COPY (${select}) TO '${file}' (FORMAT parquet, COMPRESSION zstd)`);
  });
}
