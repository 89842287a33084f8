import type { DuckDBConnection } from "@duckdb/node-api";
import type { Filter } from "../../schemas/review.ts";
import { filterWhere, orderOf } from "./filter.ts";

/** The rows that a filter lets through, in order, as they were when they were asked for. */
export interface Snapshot {
  readonly view: string;
  readonly version: number;
  /** `seq` of each row. */
  readonly rows: Float64Array;
}

const KEPT = 12;

/** Ordered rows of the latest questions: a page of a million is a slice, and its order holds while facts change. */
export class Snapshots {
  private readonly kept = new Map<string, Snapshot>();
  private made = 0;

  constructor(private readonly db: DuckDBConnection) {}

  /** @param view of an earlier answer, whose order is kept where it is still known */
  async of(filter: Filter, sort: string, version: number, view?: string): Promise<Snapshot> {
    const key = JSON.stringify([filter, sort]);
    const old = view === undefined ? undefined : [...this.kept.values()].find((snapshot) => snapshot.view === view);
    if (old !== undefined) return old;
    const known = this.kept.get(key);
    if (known?.version === version) return this.keep(key, known);
    const rows = await this.ordered(filter, sort);
    return this.keep(key, { view: `${version}.${++this.made}`, version, rows });
  }

  private async ordered(filter: Filter, sort: string): Promise<Float64Array> {
    const { sql, values } = filterWhere(filter);
    const found = await this.db.run(`SELECT seq FROM current ${sql} ORDER BY ${orderOf(sort)}`, values);
    const rows = new Float64Array(found.rowCount);
    let at = 0;
    // A million numbers one by one as rows of objects would take longer than the query.
    for (const chunk of await found.fetchAllChunks()) {
      const seqs = chunk.getColumnVector(0);
      for (let i = 0; i < seqs.itemCount; i++) rows[at++] = seqs.getItem(i) as number;
    }
    return rows;
  }

  private keep(key: string, snapshot: Snapshot): Snapshot {
    this.kept.delete(key);
    this.kept.set(key, snapshot);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    return snapshot;
  }
}
