import type { Fact } from "../../schemas/fact.ts";
import { overlaps, type Span } from "../../schemas/span.ts";
import { type Atom, type Difference, differences, sameMagnitude } from "../scoring/atoms.ts";
import type { GoldFact } from "../scoring/gold.ts";
import type { Matching } from "../scoring/match.ts";
import type { Places } from "./place.ts";

/** A gold atom and one of ours that were meant to be one. */
export interface Counterparts {
  readonly gold: Atom<GoldFact>;
  readonly found: Atom<Fact>;
  readonly differences: readonly Difference[];
}

/** True where a fact of ours rests on the words that a gold fact quotes. */
export const isAt = (spans: readonly Span[], { evidence }: Fact): boolean =>
  evidence.some((one) => spans.some((span) => overlaps(one, span)));

/** The same number, at the same place or nearly the same fact; or the same fact with another number. */
function likeness(gold: Atom<GoldFact>, found: Atom<Fact>, places: Places): Counterparts | null {
  const differs = differences(gold, found);
  const samePlace = isAt(places.of(gold.fact.quote), found.fact);
  const isLike = differs.includes("number") ? differs.length === 1 && samePlace : samePlace || differs.length === 1;
  return isLike ? { gold, found, differences: differs } : null;
}

/** Pairs what is left over of both sides one to one, the most alike first, and optional facts last. */
export function counterparts({ missed, spared, extra }: Matching, places: Places): Counterparts[] {
  const free = new Set<Atom>([...missed, ...spared, ...extra]);
  const optional = new Set<Atom>(spared);
  const rank = ({ gold, differences: differs }: Counterparts): number =>
    differs.length + (differs.includes("number") ? 5 : 0) + (optional.has(gold) ? 10 : 0);
  return [...missed, ...spared]
    .flatMap((gold) => extra.flatMap((found) => likeness(gold, found, places) ?? []))
    .sort((a, b) => rank(a) - rank(b))
    .filter(({ gold, found }) => {
      if (!free.has(gold) || !free.has(found)) return false;
      free.delete(gold);
      free.delete(found);
      return true;
    });
}

/** The fact of ours that states the number at the place of the quote, whatever it says of it. */
export const userOf = (gold: Atom<GoldFact>, facts: readonly Atom<Fact>[], places: Places): Fact | null =>
  facts.find((one) => sameMagnitude(gold.numbers, one.numbers) && isAt(places.of(gold.fact.quote), one.fact))?.fact ??
  null;
