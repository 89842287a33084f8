import {
  LEADING_BOUNDS,
  NO_LEADING_BOUNDS,
  NO_SURPLUS,
  SURPLUS_WORDS,
  TRAILING_BOUNDS,
} from "../../corpus/lexicon/bounds.ts";
import type { Bound } from "../../schemas/fact.ts";
import { skipSpaces } from "./character.ts";
import { WordTrie, wordsOf } from "./word-trie.ts";

const LEADING = new WordTrie<Bound>([
  ...LEADING_BOUNDS.flatMap(([bound, words]) => wordsOf<Bound>(words, bound)),
  ...wordsOf<Bound>(NO_LEADING_BOUNDS, "exact"),
]);
const TRAILING = new WordTrie<Bound>(TRAILING_BOUNDS.flatMap(([bound, words]) => wordsOf<Bound>(words, bound)));
const SURPLUS = new WordTrie<boolean>([...wordsOf(SURPLUS_WORDS, true), ...wordsOf(NO_SURPLUS, false)]);

/** 过 and 上 are bounds only before a round number that has no digit (过万, 上百), else they end a verb (办过3次). */
const WEAK = "过過上";

/** The bound word that ends at `end` and does not start before `floor`. */
export function boundBefore(
  text: string,
  end: number,
  floor: number,
  round: boolean,
): { bound: Bound; start: number } | null {
  let edge = end;
  while (edge > floor && end - edge < 2 && skipSpaces(text, edge - 1) >= edge) edge--;
  const found = LEADING.before(text, edge);
  if (found === null || found.value === "exact" || found.edge < floor) return null;
  if (edge - found.edge === 1 && WEAK.includes(text[found.edge]!) && !round) return null;
  return { bound: found.value, start: found.edge };
}

/** The bound word that starts at `at`. */
export function boundAfter(text: string, at: number): { bound: Bound; end: number } | null {
  const found = TRAILING.at(text, skipSpaces(text, at));
  return found === null ? null : { bound: found.value, end: found.edge };
}

/** Offset after 余 or 多 at `at`, or -1. */
export function surplusAt(text: string, at: number): number {
  const found = SURPLUS.at(text, at);
  return found?.value ? found.edge : -1;
}
