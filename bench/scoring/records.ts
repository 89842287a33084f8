import type { Fact } from "../../schemas/fact.ts";
import { agree, atomsOf, isNear, statedAtoms } from "./atoms.ts";
import type { GoldFact } from "./gold.ts";
import { isOptional } from "./match.ts";
import type { Tally } from "./tally.ts";

/** Whole records: all numbers of a gold fact stand in one of ours, which states no other. */
export function records(gold: readonly GoldFact[], facts: readonly Fact[]): Tally {
  const free = new Set(facts);
  let [right, missed] = [0, 0];
  for (const wanted of gold) {
    const whole = [...free].find((fact) => holds(fact, wanted));
    if (whole !== undefined) free.delete(whole);
    if (isOptional(wanted)) continue;
    if (whole === undefined) missed++;
    else right++;
  }
  return { right, missed, extra: [...free].filter((fact) => statedAtoms(fact).length > 0).length };
}

function holds(fact: Fact, gold: GoldFact): boolean {
  const wanted = statedAtoms(gold);
  const all = atomsOf(fact);
  return (
    wanted.every((atom) => all.some((one) => agree(atom, one))) &&
    statedAtoms(fact).every((one) =>
      wanted.some(
        ({ field, numbers }) =>
          field === one.field && numbers.every((number, i) => isNear(number, one.numbers[i] ?? Number.NaN)),
      ),
    )
  );
}
