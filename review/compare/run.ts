import type { DuckDBAppender, DuckDBConnection } from "@duckdb/node-api";
import { inTurn } from "../../pipeline/in-turn.ts";
import {
  type ComparisonAnswer,
  GROUP_STATES,
  type Group,
  type GroupState,
  MOST_SHOWN,
  type ShownGroup,
} from "../../schemas/comparison.ts";
import type { Filter } from "../../schemas/review.ts";
import type { FactStore } from "../facts/fact-store.ts";
import { Comparison } from "./index.ts";

/** Statements that are written at once; so few that nobody else waits long. */
const BATCH = 1_000;
/** So long an answer waits for a run that may be done at once. */
const PATIENCE_MS = 400;

interface Page {
  readonly state: GroupState;
  readonly offset: number;
  readonly limit: number;
}

/** One comparison under a filter, its groups kept in the database. */
export class ComparisonRun {
  readonly key: string;
  readonly version: number;
  isRunning = true;
  private readonly counts = Object.fromEntries(GROUP_STATES.map((state) => [state, 0])) as Record<GroupState, number>;
  private askers = 0;
  private extent = { facts: 0, compared: 0 };
  private done = 0;
  private places = 0;
  private readonly leaving = new AbortController();
  private readonly kept: Promise<DuckDBConnection>;
  private readonly turn = inTurn();
  private readonly work: Promise<void>;

  constructor(
    readonly id: string,
    private readonly store: FactStore,
    private readonly filter: Filter,
  ) {
    this.key = JSON.stringify(filter);
    this.version = store.version;
    this.kept = this.keepRoom();
    this.work = this.compare().finally(() => {
      this.isRunning = false;
    });
    this.work.catch(() => {}); // told to whoever asks
  }

  /** Somebody waits for an answer. */
  get isAsked(): boolean {
    return this.askers > 0;
  }

  /** @throws what ended the run */
  async answer(page: Page): Promise<ComparisonAnswer> {
    this.askers++;
    try {
      await Promise.race([this.work, later(PATIENCE_MS)]);
      return await this.found(page);
    } finally {
      this.askers--;
    }
  }

  private async found(page: Page): Promise<ComparisonAnswer> {
    const { id, version, isRunning, extent, done } = this;
    const groups = await this.groups(page);
    return {
      run: id,
      version,
      progress: isRunning ? { done, of: extent.compared } : null,
      facts: extent.facts,
      counts: { ...this.counts },
      offset: page.offset,
      groups,
    };
  }

  async close(): Promise<void> {
    this.leaving.abort();
    await this.work.catch(() => {});
    (await this.kept).closeSync();
  }

  private async keepRoom(): Promise<DuckDBConnection> {
    const db = await this.store.connect();
    await db.run(
      "CREATE TEMP TABLE groups (place INTEGER, state VARCHAR, sources INTEGER, documents INTEGER, body VARCHAR)",
    );
    return db;
  }

  private async compare(): Promise<void> {
    const comparison = await Comparison.of([this.store], this.filter, this.leaving.signal);
    try {
      const { facts, compared, alone } = comparison.extent;
      this.extent = { facts, compared };
      this.counts.single = alone;
      let waiting: Group[] = [];
      let statements = 0;
      for await (const family of comparison.groups("several")) {
        waiting.push(...family.groups);
        this.done += family.facts;
        statements += family.facts;
        if (statements < BATCH) continue;
        await this.keep(waiting);
        [waiting, statements] = [[], 0];
      }
      await this.keep(waiting);
    } finally {
      comparison.close();
    }
  }

  /** Adds what several documents speak of, and what was superseded. */
  private async keep(groups: readonly Group[]): Promise<void> {
    const db = await this.kept;
    await this.turn(async () => {
      const rows = await db.createAppender("groups", "main", "temp");
      for (const group of groups) {
        if (group.documents > 1 || group.status === "superseded") append(rows, this.places++, group);
        this.counts[group.status]++;
      }
      rows.closeSync();
    });
  }

  private async groups({ state, offset, limit }: Page): Promise<readonly ShownGroup[]> {
    const db = await this.kept;
    const found = await this.turn(() =>
      db.runAndReadAll(
        "SELECT body FROM groups WHERE state = $state ORDER BY sources DESC, documents DESC, place LIMIT $limit OFFSET $offset",
        { state, limit, offset },
      ),
    );
    return found.getRows().map(([body]) => JSON.parse(body as string) as ShownGroup);
  }
}

function append(rows: DuckDBAppender, place: number, group: Group): void {
  rows.appendInteger(place);
  rows.appendVarchar(group.status);
  rows.appendInteger(group.sources);
  rows.appendInteger(group.documents);
  rows.appendVarchar(JSON.stringify(shown(group)));
  rows.endRow();
}

function shown({ statements, ...group }: Group): ShownGroup {
  return {
    ...group,
    statementCount: statements.length,
    statements: statements.slice(0, MOST_SHOWN.statements).map(({ copies, ...statement }) => ({
      ...statement,
      copies: copies.slice(0, MOST_SHOWN.copies),
      copyCount: copies.length,
    })),
  };
}

const later = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
