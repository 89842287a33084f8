import type { ComparisonAnswer, GroupState } from "../../schemas/comparison.ts";
import type { Filter } from "../../schemas/review.ts";
import type { FactStore } from "../facts/fact-store.ts";
import { ComparisonRun } from "./run.ts";

/** Those asked for last; each keeps its groups on disk until it is forgotten. */
const KEPT = 4;

export interface ComparisonQuestion {
  readonly filter: Filter;
  readonly state: GroupState;
  readonly offset: number;
  readonly limit: number;
  /** `run` of an earlier answer. */
  readonly run?: string;
}

/**
 * Compares what a page asks for, each filter once a version of the facts. A run goes on behind the requests: whoever asks
 * meanwhile is told how far it is, and what it has found so far.
 */
export class ComparisonDesk {
  /** The one asked for last at the end. */
  private readonly runs: ComparisonRun[] = [];
  private made = 0;

  /** @param onDefect told of what ended a run that nobody asks for any more */
  constructor(
    private readonly store: FactStore,
    private readonly onDefect: (error: unknown) => void,
  ) {}

  /** @throws what ended the run that is asked for; the next question begins anew */
  async ask({ filter, run: id, ...page }: ComparisonQuestion): Promise<ComparisonAnswer> {
    const run = this.find(id, filter) ?? this.begin(filter);
    this.keep(run);
    try {
      return await run.answer(page);
    } catch (error) {
      await this.forget(run);
      throw error;
    }
  }

  async close(): Promise<void> {
    for (const run of [...this.runs]) await this.forget(run);
  }

  private find(id: string | undefined, filter: Filter): ComparisonRun | undefined {
    const key = JSON.stringify(filter);
    const mine = this.runs.filter((run) => run.key === key);
    return mine.find((run) => run.id === id) ?? mine.find(({ version }) => version === this.store.version);
  }

  private begin(filter: Filter): ComparisonRun {
    const run = new ComparisonRun(`${this.store.version}.${++this.made}`, this.store, filter);
    // Nobody waits for what is under way for an earlier version.
    for (const other of this.runs.filter(({ key, isRunning, isAsked }) => key === run.key && isRunning && !isAsked))
      this.leave(other);
    return run;
  }

  private keep(run: ComparisonRun): void {
    const others = this.runs.filter((other) => other !== run && !other.isAsked);
    for (const other of others.slice(0, Math.max(0, others.length - KEPT + 1))) this.leave(other);
    const at = this.runs.indexOf(run);
    if (at >= 0) this.runs.splice(at, 1);
    this.runs.push(run);
  }

  private leave(run: ComparisonRun): void {
    this.forget(run).catch(this.onDefect);
  }

  private async forget(run: ComparisonRun): Promise<void> {
    const at = this.runs.indexOf(run);
    if (at >= 0) this.runs.splice(at, 1);
    await run.close();
  }
}
