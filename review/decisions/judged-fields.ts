import type { Fact } from "../../schemas/fact.ts";

/** TABLE of what a reviewer judges; the rest says how the fact was found, or follows from these. */
const JUDGED = [
  "metric",
  "scope",
  "value",
  "before",
  "after",
  "change",
  "change_pct",
  "unit",
  "per",
  "bound",
  "range",
  "period",
  "comparison",
  "modality",
] as const satisfies readonly (keyof Fact)[];

/** What a fact says; the same text for two that say the same. */
export const judgedFields = (fact: Fact): string =>
  JSON.stringify([fact.subject.name, fact.subject.code, fact.subject.level, ...JUDGED.map((field) => fact[field])]);
