import { setImmediate as nextTurn } from "node:timers/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Group } from "../../schemas/comparison.ts";
import type { Filter } from "../../schemas/review.ts";
import type { FactStore } from "../facts/fact-store.ts";
import { findCopies } from "./copies.ts";
import { familyGroups } from "./family.ts";
import { arrange, pickFrom, pickMore, rowsOf } from "./pick.ts";
import { readFamilies, type Which } from "./read.ts";

/** So long may others wait for the event loop. */
const TURN_MS = 15;

/** How much there is to compare. */
export interface Extent {
  readonly facts: number;
  /** Facts of families that several documents speak of. */
  readonly compared: number;
  /** Groups of the other families: each is what one document alone states. */
  readonly alone: number;
}

/**
 * Facts of one or several files, put beside each other. The work is the database's as far as possible: memory holds the
 * copies and one family of statements at a time.
 */
export class Comparison {
  private constructor(
    private readonly db: DuckDBConnection,
    private readonly copies: ReadonlyMap<number, number>,
    readonly extent: Extent,
    private readonly stopping: Stopping,
  ) {}

  /**
   * Takes the facts that are not rejected, as they are now. Of a document that comes in several files, the last counts.
   * @param stores their decisions applied; the first one's database is worked in
   * @param filter of the first store's facts
   * @param signal ends what is under way, then and later, with an error
   */
  static async of(
    [first, ...others]: readonly [FactStore, ...FactStore[]],
    filter: Filter = {},
    signal?: AbortSignal,
  ): Promise<Comparison> {
    const db = await first.connect();
    const stopping = stoppedBy(db, signal);
    try {
      await pickFrom(db, first, filter);
      for (const store of others) {
        stopping.check();
        await pickMore(db, store);
      }
      stopping.check();
      await arrange(db);
      stopping.check();
      const copies = await findCopies(db);
      await db.run("DROP TABLE picked");
      return new Comparison(db, copies, await extentOf(db), stopping);
    } catch (error) {
      stopping.release();
      db.closeSync();
      throw error;
    }
  }

  /** Groups ordered by subject, metric, scope and period, whatever the order of the documents. */
  async *groups(which: Which): AsyncGenerator<{ readonly groups: readonly Group[]; readonly facts: number }> {
    let began = performance.now();
    for await (const family of readFamilies(this.db, this.copies, which)) {
      this.stopping.check();
      yield { groups: [...familyGroups(family)], facts: family.length };
      if (performance.now() - began < TURN_MS) continue;
      await nextTurn();
      began = performance.now();
    }
  }

  close(): void {
    this.stopping.release();
    this.db.closeSync();
  }
}

interface Stopping {
  /** @throws the signal's reason where it fired */
  check(): void;
  release(): void;
}

/** Interrupts what the database does when the signal fires. */
function stoppedBy(db: DuckDBConnection, signal: AbortSignal | undefined): Stopping {
  const interrupt = () => db.interrupt();
  signal?.addEventListener("abort", interrupt);
  return {
    check: () => signal?.throwIfAborted(),
    release: () => signal?.removeEventListener("abort", interrupt),
  };
}

async function extentOf(db: DuckDBConnection): Promise<Extent> {
  const [extent] = await rowsOf<Extent>(
    db,
    `SELECT coalesce(sum(facts), 0)::INTEGER AS facts, coalesce(sum(facts) FILTER (several), 0)::INTEGER AS compared,
      (SELECT count(*)::INTEGER FROM (SELECT DISTINCT family, period_key FROM statements JOIN families USING (family)
        WHERE NOT several)) AS alone
    FROM families`,
  );
  return extent!;
}
