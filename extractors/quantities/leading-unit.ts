import { LEADING_UNITS } from "../../corpus/lexicon/units.ts";
import { WordTrie, wordsOf } from "./word-trie.ts";

/** A unit, or a part of one, that stands before its number. */
export interface LeadingUnit {
  readonly unit: string;
  readonly start: number;
}

const LEADING = new WordTrie<Readonly<Record<string, string>>>(
  LEADING_UNITS.flatMap(({ words, makes }) => wordsOf(words, makes)),
);

/** 摄氏37度 is degC, 每小时30公里 km/h: what a word before the number makes of the unit after it; null where it says nothing. */
export function unitBefore(text: string, end: number, floor: number, unit: string | null): LeadingUnit | null {
  const found = unit === null ? null : LEADING.before(text, end);
  const made = unit === null ? undefined : found?.value[unit];
  return found === null || made === undefined || found.edge < floor ? null : { unit: made, start: found.edge };
}
