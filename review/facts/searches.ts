import type { DuckDBConnection } from "@duckdb/node-api";
import { ASKED_COLUMNS, searchCondition } from "./filter.ts";

interface Found {
  readonly table: string;
  readonly version: number;
}

const KEPT = 3;

/**
 * What the latest searches found, as tables: a search reads every sentence, and the facets beside it ask eleven times.
 */
export class Searches {
  private readonly kept = new Map<string, Promise<Found>>();
  private made = 0;

  constructor(private readonly db: DuckDBConnection) {}

  /** Name of a table or view with `ASKED_COLUMNS` that holds what the search finds. */
  async tableFor(q: string | undefined, version: number): Promise<string> {
    const { sql, values } = searchCondition(q);
    if (q === undefined || sql === "") return "current";
    const known = this.kept.get(q);
    if (known !== undefined) {
      const found = await known;
      if (found.version === version) return found.table;
      await this.drop(q);
    }
    const table = `found_${++this.made}`;
    const making = this.db
      .run(`CREATE TABLE ${table} AS SELECT ${ASKED_COLUMNS} FROM current WHERE ${sql}`, values)
      .then(() => ({ table, version }));
    this.kept.set(q, making);
    making.catch(() => this.kept.delete(q));
    await making;
    if (this.kept.size > KEPT) await this.drop(this.kept.keys().next().value!);
    return table;
  }

  private async drop(q: string): Promise<void> {
    const found = this.kept.get(q);
    this.kept.delete(q);
    const gone = await found?.catch(() => undefined);
    if (gone !== undefined) await this.db.run(`DROP TABLE IF EXISTS ${gone.table}`);
  }
}
