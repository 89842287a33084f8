import { queryFacts } from "../review/query/index.ts";
import { withStore } from "./export.ts";
import type { Log } from "./log.ts";
import { openOutput } from "./output.ts";
import { QUERY_FORMATS, type QueryFormat } from "./query-formats.ts";

export interface QueryOptions {
  readonly log: Log;
  readonly format: QueryFormat;
  readonly decisions?: string;
  readonly out?: string;
}

/**
 * `jingjian query`: what SQL finds in a file of facts.
 * @returns exit code
 * @throws {UsageError} for SQL that is wrong, or does more than ask
 */
export function queryCommand(path: string, sql: string, options: QueryOptions): Promise<number> {
  return withStore(path, options, (store, signal) =>
    queryFacts(store, sql, signal, async (answer) => {
      const output = await openOutput(options.out);
      try {
        for await (const text of QUERY_FORMATS[options.format](answer)) await output.write(text);
        await output.close();
        return 0;
      } catch (error) {
        await output.discard();
        throw error;
      }
    }),
  );
}
