import type { NumberField } from "../../schemas/fact.ts";
import { tidy } from "./merge.ts";

export type Numbers = Partial<Record<NumberField, number>>;

/**
 * Fills what follows from the stated numbers: 36 to 22 is a change of -14 and of -38.89 percent.
 * @param exact false where a bound or range makes the result a guess: then nothing is derived
 */
export function derive(stated: Numbers, exact: boolean): Numbers {
  const derived: Numbers = {};
  if (!exact) return derived;
  const { change } = stated;
  const before =
    stated.before ?? (stated.after !== undefined && change !== undefined ? tidy(stated.after - change) : undefined);
  const after =
    stated.after ?? (stated.before !== undefined && change !== undefined ? tidy(stated.before + change) : undefined);
  if (before === undefined || after === undefined) return derived;
  if (stated.before === undefined && before >= 0) derived.before = before;
  if (stated.after === undefined && after >= 0) derived.after = after;
  if (change === undefined) derived.change = tidy(after - before);
  if (stated.change_pct === undefined && before !== 0)
    derived.change_pct = Number(((100 * (after - before)) / before).toFixed(2));
  return derived;
}
