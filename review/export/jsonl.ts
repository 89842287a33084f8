import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { FACT_JSON, factOf } from "../facts/store-columns.ts";
import type { Sheet } from "./sheet.ts";

/** Facts, one a line, each as extraction would write it. @returns lines written */
export async function writeJsonl(
  connection: DuckDBConnection,
  { from, values, order }: Sheet,
  path: string,
): Promise<number> {
  let lines = 0;
  const result = await connection.stream(`SELECT ${FACT_JSON} ${from} ${order}`, { ...values });
  await pipeline(async function* () {
    for await (const rows of result.yieldRowObjectJs()) {
      lines += rows.length;
      yield rows.map((row) => `${JSON.stringify(factOf(row))}\n`).join("");
    }
  }, createWriteStream(path));
  return lines;
}
