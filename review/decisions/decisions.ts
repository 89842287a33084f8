import type { Decision, Role } from "../../schemas/decision.ts";
import type { Verdict } from "../../schemas/review.ts";
import type { FactState } from "../facts/fact-store.ts";

/** Where one fact stands, and what it is owed to. */
export interface Standing extends FactState {
  /** An adjudicator said so. */
  readonly adjudicated: boolean;
  /** No extraction gave it, a reviewer did. */
  readonly added: boolean;
  readonly doc: string;
}

/** A judgement in short, as agreement is counted by. */
export interface Judgement {
  readonly fact: string;
  /** As it was extracted, or else added. */
  readonly metric: string;
  readonly reviewer: string;
  readonly role: Role;
  readonly category: "accepted" | "corrected" | "rejected";
  /** What the fact should say; the same text for corrections that agree. Empty where nothing is corrected. */
  readonly fields: string;
}

/** A file of decisions as it stands and as it grows, also by the hand of another process. */
export interface Decisions {
  readonly path: string;
  /** Lines that count for nothing: how many, and the first hundred as `facts.decisions.jsonl#17: why`. */
  readonly broken: { readonly count: number; readonly first: readonly string[] };
  /** Everyone who decided, with their decisions, undone ones left out; sorted by name. */
  readonly reviewers: readonly { readonly name: string; readonly decisions: number }[];
  /**
   * Adds one line.
   * @returns when it is on the disk and every listener of `onChange` has done its part
   * @throws {NotSavedError} where it cannot be written
   */
  append(decision: Decision): Promise<void>;
  /** The decision of this id, or null; `undone` where a later line took it back. */
  find(id: string): Promise<{ readonly decision: Decision; readonly undone: boolean } | null>;
  /** Those on one fact, in the order of the file, also those that were undone. */
  history(fact: string): Promise<readonly Decision[]>;
  /** By reviewer, the last decision on a fact that was not undone; in the order of the file. */
  verdicts(fact: string): Promise<readonly Verdict[]>;
  standing(fact: string): Standing;
  /** Facts of the file, as it was, on which a decision stands: those that a reviewer added are left out. */
  decidedFacts(): readonly string[];
  /** Of every fact that somebody ever decided on. */
  states(): readonly Standing[];
  /** Last judgements that were not undone, by fact, reviewer and role. */
  judgements(): readonly Judgement[];
  /** Calls with the facts decided on, by this process or another; @returns how to stop it */
  onChange(listener: (facts: readonly string[]) => void | Promise<void>): () => void;
  close(): Promise<void>;
}
