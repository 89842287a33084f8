import {
  LEADING_BOUNDS,
  NO_LEADING_BOUNDS,
  NO_SURPLUS,
  SURPLUS_WORDS,
  TRAILING_BOUNDS,
} from "../../corpus/lexicon/bounds.ts";
import type { Bound } from "../../schemas/fact.ts";
import { derived } from "../vocabulary/in-use.ts";
import { type AddedBound, NOTHING_ADDED } from "../vocabulary/vocabulary.ts";
import { isHan, skipSpaces } from "./character.ts";
import { WordTrie, wordsOf } from "./word-trie.ts";

const addedOn = (side: AddedBound["side"], added: readonly AddedBound[]): (readonly [string, Bound])[] =>
  added.filter((row) => row.side === side).flatMap(({ bound, words }) => words.map((word) => [word, bound] as const));

const leading = derived(
  ({ bounds }) => bounds,
  (added) =>
    new WordTrie<Bound>([
      ...LEADING_BOUNDS.flatMap(([bound, words]) => wordsOf<Bound>(words, bound)),
      ...wordsOf<Bound>(NO_LEADING_BOUNDS, "exact"),
      ...addedOn("before", added),
    ]),
);
const trailing = derived(
  ({ bounds }) => bounds,
  (added) =>
    new WordTrie<Bound>([
      ...TRAILING_BOUNDS.flatMap(([bound, words]) => wordsOf<Bound>(words, bound)),
      ...addedOn("after", added),
    ]),
);
const SURPLUS = new WordTrie<boolean>([...wordsOf(SURPLUS_WORDS, true), ...wordsOf(NO_SURPLUS, false)]);

/** What the tables, without any lexicon, say of a bound word; null for one that they do not know. */
export function listedBound(word: string, side: AddedBound["side"]): Bound | null {
  const found = (side === "before" ? leading : trailing)(NOTHING_ADDED).at(word, 0);
  return found !== null && found.edge === word.length ? found.value : null;
}

/** 过, 上 and 破 are bounds only before a round number that has no digit (过万, 上百), else they end a verb (办过3次). */
const WEAK = "过過上破";

/** The bound word that ends at `end` and does not start before `floor`. */
export function boundBefore(
  text: string,
  end: number,
  floor: number,
  round: boolean,
): { bound: Bound; start: number; end: number } | null {
  let edge = end;
  while (edge > floor && end - edge < 2 && skipSpaces(text, edge - 1) >= edge) edge--;
  const found = leading().before(text, edge);
  if (found === null || found.value === "exact" || found.edge < floor) return null;
  if (edge - found.edge === 1 && WEAK.includes(text[found.edge]!) && !round) return null;
  return { bound: found.value, start: found.edge, end: edge };
}

/** The bound word that starts at `at`. */
export function boundAfter(text: string, at: number): { bound: Bound; end: number } | null {
  const found = trailing().at(text, skipSpaces(text, at));
  // 217项|许可事项
  if (found === null || (text[found.edge] === "可" && text[found.edge - 1] === "许")) return null;
  return { bound: found.value, end: found.edge };
}

/** Offset after 余 or 多 at `at`, or -1. */
export function surplusAt(text: string, at: number): number {
  const found = SURPLUS.at(text, at);
  return found?.value ? found.edge : -1;
}

const ADVERBS = new WordTrie<Bound>([
  ...wordsOf<Bound>("约 大约 大概 约占", "approx"),
  ...wordsOf<Bound>("至少 最少 起码", "ge"),
  ...wordsOf<Bound>("至多 最多", "le"),
  ...wordsOf<Bound>(NO_LEADING_BOUNDS, "exact"),
]);
const LIMITS = new WordTrie<Bound>([
  ...LEADING_BOUNDS.flatMap(([bound, words]) => wordsOf<Bound>(words, bound)).filter(([word]) => word.length > 1),
  ...wordsOf<Bound>(NO_LEADING_BOUNDS, "exact"),
]);
const WHOLES = new WordTrie<true>(wordsOf("总数 总数的 总额 总额的 总量 总量的 的 人数 人数的", true));

/**
 * A bound that some words part from its number: 最多可裁并一成, 约占支出的七成; for shares also a limit with what the share is
 * taken of: 不得逾职员总数5%. Looks back eight characters at most and never over another number or a punctuation mark.
 */
export function distantBound(text: string, end: number, floor: number, share: boolean): Bound | null {
  const limits = share && WHOLES.before(text, end) !== null;
  for (let at = end - 1; at > floor && at >= end - 8 && isPlainHan(text, at); at--) {
    const found = (limits ? LIMITS.before(text, at) : null) ?? (end - at <= 6 ? ADVERBS.before(text, at) : null);
    // 人口最少的永和县有4.9万人: a superlative, no limit.
    if (found !== null && /[的时]/.test(text[at] ?? "")) return null;
    // 约聘人员, 约雇人员: no about.
    if (found?.value === "approx" && /[聘雇僱]/.test(text[at] ?? "")) return null;
    if (found !== null && found.edge >= floor) return found.value === "exact" ? null : found.value;
  }
  return null;
}

const isPlainHan = (text: string, at: number): boolean =>
  isHan(text, at) && !/[一二三四五六七八九十百千万萬亿億]/.test(text[at]!);
