import type { Decisions } from "../decisions/decisions.ts";
import type { FactStore } from "../facts/fact-store.ts";

export interface InStep {
  /** Ends when the facts stand as the decisions of the beginning make them. */
  readonly whole: Promise<void>;
  stop(): void;
}

/** Keeps the facts as the decisions make them, those of now and those to come. */
export function keepInStep(store: FactStore, decisions: Decisions): InStep {
  const stop = decisions.onChange((facts) => store.apply(facts.map((fact) => decisions.standing(fact))));
  return { whole: store.apply(decisions.states()), stop };
}
