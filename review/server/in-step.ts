import type { Decisions } from "../decisions/decisions.ts";
import type { FactStore } from "../facts/fact-store.ts";

/** Keeps the facts as the decisions make them, from the next change on. @returns how to stop it */
export const keepInStep = (store: FactStore, decisions: Decisions): (() => void) =>
  decisions.onChange((facts) => store.apply(facts.map((fact) => decisions.standing(fact))));
