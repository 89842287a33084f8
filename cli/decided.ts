import { stat } from "node:fs/promises";
import { decisionStates, decisionsPathOf } from "../review/decisions/index.ts";
import type { FactState } from "../review/facts/fact-store.ts";
import { UnreadableInputError } from "../schemas/errors.ts";
import type { Log } from "./log.ts";

/**
 * What was decided on a file of facts.
 * @param given file of decisions; absent for the one beside the facts, where there is one
 * @throws {UnreadableInputError} for a file that was given and cannot be read
 */
export async function statesOf(path: string, given: string | undefined, log: Log): Promise<readonly FactState[]> {
  if (given !== undefined) await demandDecisions(given);
  return decisionStates(given ?? decisionsPathOf(path), (line) => log.warn(`no decision: ${line}`));
}

/** @throws {UnreadableInputError} for a file of decisions that cannot be read */
export async function demandDecisions(path: string): Promise<void> {
  await stat(path).catch((cause) => {
    throw new UnreadableInputError(path, { cause });
  });
}
