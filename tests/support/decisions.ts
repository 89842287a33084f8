import { writeFileSync } from "node:fs";
import { type Decisions, openDecisions } from "../../review/decisions/index.ts";
import type { Action, Decision } from "../../schemas/decision.ts";
import type { Fact } from "../../schemas/fact.ts";
import { aFact } from "./facts.ts";

/** A decision of Ann's, to be varied; `after` follows from the action where it is not given. */
export function aDecision(action: Action, changes: Partial<Decision> = {}): Decision {
  const fact = changes.before ?? aFact();
  return {
    id: `${changes.reviewer ?? "Ann"}-${action}`,
    at: "2026-01-02T03:04:05.000Z",
    reviewer: "Ann",
    role: "reviewer",
    action,
    fact: changes.after?.id ?? fact.id,
    doc: fact.doc.id,
    before: action === "add" ? null : fact,
    after: action === "reject" || action === "undo" ? null : fact,
    reason: action === "reject" ? "错" : null,
    undoes: null,
    ...changes,
  };
}

export const lineOf = (decision: Decision): string => `${JSON.stringify(decision)}\n`;

/** Short for a decision: `Ann accept`, `Bo! reject` (an adjudicator's), `Ann correct 23`, `Ann undo Bo-accept`. */
export function readDecisionWords(words: string, number: number): Decision {
  const [who = "", action = "", what] = words.split(" ");
  const reviewer = who.replace("!", "");
  const corrected = (after: string): Fact => aFact({ after: Number(after), change: Number(after) - 36 });
  return aDecision(action as Action, {
    id: `${number}`,
    reviewer,
    role: who.endsWith("!") ? "adjudicator" : "reviewer",
    ...(action === "undo" ? { undoes: what ?? null } : what === undefined ? {} : { after: corrected(what) }),
  });
}

/** A file of these decisions, opened. */
export async function openWith(
  path: string,
  decisions: readonly Decision[],
  broken: string[] = [],
): Promise<Decisions> {
  writeFileSync(path, decisions.map(lineOf).join(""));
  return openAt(path, broken);
}

export const openAt = (path: string, broken: string[] = [], readOnly = false): Promise<Decisions> =>
  openDecisions(path, {
    readOnly,
    onBroken: (what) => broken.push(what),
    onTrouble: (error) => {
      throw error;
    },
  });
