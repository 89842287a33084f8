import type { DuckDBConnection } from "@duckdb/node-api";
import type { Added, FactTable } from "./fact-table.ts";
import { DECLARED } from "./store-columns.ts";

/** Rows in a table of the database: quick for the many questions of a page. */
export class MemoryTable implements FactTable {
  rows = 0;

  constructor(private readonly db: DuckDBConnection) {}

  async clear(): Promise<void> {
    await this.db.run(`CREATE OR REPLACE TABLE lines (${DECLARED})`);
    await this.db.run("CREATE OR REPLACE VIEW facts AS SELECT rowid AS row, * FROM lines");
    this.rows = 0;
  }

  async add(query: string, isGood?: (added: Added) => Promise<boolean>): Promise<Added | null> {
    await this.db.run("BEGIN");
    try {
      const { rowsChanged: rows } = await this.db.run(`INSERT INTO lines ${query}`);
      const added = { rows, from: `(SELECT * FROM facts WHERE row >= ${this.rows})` };
      const stays = isGood === undefined || (await isGood(added));
      await this.db.run(stays ? "COMMIT" : "ROLLBACK");
      if (!stays) return null;
      this.rows += rows;
      return added;
    } catch (error) {
      await this.db.run("ROLLBACK");
      throw error;
    }
  }
}
