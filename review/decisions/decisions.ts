import type { Decision, Status } from "../../schemas/decision.ts";
import type { Verdict } from "../../schemas/review.ts";
import type { FactState } from "../facts/fact-store.ts";

/** A file of decisions, as it stands and as it grows, also by the hand of another process. */
export interface Decisions {
  readonly path: string;
  /** Lines that are no decisions: how many, and the first hundred as `facts.decisions.jsonl#17: why`. */
  readonly broken: { readonly count: number; readonly first: readonly string[] };
  /** Everyone who decided, sorted. */
  readonly reviewers: readonly string[];
  /**
   * Adds one line.
   * @returns when it is on the disk
   * @throws {OutputFailedError} where it cannot be written
   */
  append(decision: Decision): Promise<void>;
  /** All decisions in the order of the file, also those that were undone. */
  all(): readonly Decision[];
  /** Those on one fact, in the order of the file, also those that were undone. */
  history(fact: string): readonly Decision[];
  /** The decision of this id, or null. */
  decision(id: string): Decision | null;
  /** Last decisions not undone, by reviewer. */
  verdicts(fact: string): readonly Verdict[];
  /** Where a fact stands, and whether an adjudicator said so. */
  state(fact: string): FactState & { readonly adjudicated: boolean; readonly status: Status };
  /** What the decisions make of every fact that somebody decided on. */
  states(): readonly FactState[];
  /** Calls with the facts decided on, by this process or another; @returns how to stop it */
  onChange(listener: (facts: readonly string[]) => void): () => void;
  close(): Promise<void>;
}
