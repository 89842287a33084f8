import type { Decisions } from "../decisions/decisions.ts";
import type { FactStore } from "../facts/fact-store.ts";

/** Keeps the facts as the decisions make them, those of now and those to come. @returns how to stop it */
export async function keepInStep(store: FactStore, decisions: Decisions): Promise<() => void> {
  const stop = decisions.onChange((facts) => store.apply(facts.map((fact) => decisions.standing(fact))));
  await store.apply(decisions.states());
  return stop;
}
