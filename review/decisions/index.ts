import type { FactState } from "../facts/fact-store.ts";
import { DecisionFile, type DecisionFileOptions } from "./decision-file.ts";
import type { Decisions } from "./decisions.ts";
import { Ledger } from "./ledger.ts";
import { LineReader } from "./line-reader.ts";
import { readInto } from "./read-into.ts";

export type { Decisions, Judgement, Standing } from "./decisions.ts";

/** Where the decisions on a facts file lie: `facts.jsonl` → `facts.decisions.jsonl`. */
export const decisionsPathOf = (facts: string): string => besideFacts(facts, "decisions");

/** `facts.jsonl` and `examples` give `facts.examples.jsonl`. */
export const besideFacts = (facts: string, what: string): string =>
  `${facts.endsWith(".jsonl") ? facts.slice(0, -".jsonl".length) : facts}.${what}.jsonl`;

/**
 * Reads a file of decisions and follows it.
 * @throws {UnreadableInputError}
 */
export async function openDecisions(path: string, options: DecisionFileOptions): Promise<Decisions> {
  const file = await DecisionFile.open(path, options);
  await file.start();
  return file;
}

/**
 * What a file of decisions makes of facts, read once; none where there is no such file.
 * @param onBroken told of each line that counts for nothing, as `facts.decisions.jsonl#17: why`
 * @throws {UnreadableInputError}
 */
export async function decisionStates(
  path: string,
  onBroken: (what: string) => void = () => {},
): Promise<readonly FactState[]> {
  const reader = new LineReader(path);
  const ledger = new Ledger();
  try {
    await reader.isAnew();
    for await (const found of readInto(ledger, reader)) if ("broken" in found) onBroken(found.broken);
  } finally {
    await reader.close();
  }
  return [...ledger.facts()].map((fact) => ledger.standing(fact));
}
