import type { Fact } from "../../schemas/fact.ts";
import { type Atom, agree, atomsOf, statedAtoms } from "./atoms.ts";
import type { GoldFact } from "./gold.ts";

export type Pair = readonly [gold: Atom<GoldFact>, found: Atom<Fact>];

/** Gold and predicted atoms of one document that agree, and what is left over of both. */
export interface Matching {
  readonly pairs: readonly Pair[];
  readonly missed: readonly Atom<GoldFact>[];
  /** Atoms of optional facts that were not found: no errors. */
  readonly spared: readonly Atom<GoldFact>[];
  readonly extra: readonly Atom<Fact>[];
}

/** Pairs one to one: what must be found before what may be, stated numbers before derived ones. */
export function match(gold: readonly GoldFact[], facts: readonly Fact[]): Matching {
  const atoms = facts.flatMap((fact) => atomsOf(fact));
  const free = new Set([...atoms.filter(({ derived }) => !derived), ...atoms.filter(({ derived }) => derived)]);
  const pairs: Pair[] = [];
  const left: Atom<GoldFact>[] = [];
  for (const atom of gold.toSorted((a, b) => Number(isOptional(a)) - Number(isOptional(b))).flatMap(statedAtoms)) {
    const found = [...free].find((one) => agree(atom, one));
    if (found === undefined) left.push(atom);
    else {
      pairs.push([atom, found]);
      free.delete(found);
    }
  }
  return {
    pairs,
    missed: left.filter(({ fact }) => !isOptional(fact)),
    spared: left.filter(({ fact }) => isOptional(fact)),
    extra: [...free].filter(({ derived }) => !derived),
  };
}

export const isOptional = ({ optional }: GoldFact): boolean => optional === true;

/** Each gold fact of which a number is right, with the first of ours that has one. */
export function matchedFacts({ pairs }: Matching): Map<GoldFact, Fact> {
  const matched = new Map<GoldFact, Fact>();
  for (const [{ fact }, found] of pairs) if (!matched.has(fact)) matched.set(fact, found.fact);
  return matched;
}
