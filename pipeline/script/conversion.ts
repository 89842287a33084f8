import { Trie } from "opencc-js/core";
import compatibilityForms from "opencc-js/dict/CJK_Compatibility_Ideographs";
import characters from "opencc-js/dict/TSCharacters";
import phrases from "opencc-js/dict/TSPhrases";
import { CONVERSION_FIXES } from "../../corpus/lexicon/conversion-fixes.ts";
import { OffsetMap, type Run } from "../../schemas/span.ts";
import { lazily } from "../lazily.ts";

export interface Converted {
  readonly text: string;
  /** From `text` to the text that was converted. */
  readonly toSource: OffsetMap;
}

/**
 * Traditional to Simplified Chinese, character by character: words stay, and each code point stands for one of the
 * source. Lengths in UTF-16 units can differ where one of the two is astral; the map knows.
 */
export function toSimplified(text: string): Converted {
  const { normal, simple, fixes } = converters();
  const first = replaceAll(text, normal);
  const second = replaceAll(first.text, simple);
  const third = replaceAll(second.text, fixes);
  return { text: third.text, toSource: third.toSource.compose(second.toSource).compose(first.toSource) };
}

const converters = lazily(() => ({
  normal: replacerOf(compatibilityForms),
  simple: replacerOf(characters, phrases),
  fixes: replacerOf(CONVERSION_FIXES),
}));

type Dictionary = string | readonly (readonly [string, string])[];

/** What words become; `trie` knows all of them, the tables answer for most characters without a look-up. */
interface Replacer {
  readonly trie: Trie;
  /** For each UTF-16 unit: nothing begins with it, it stands for itself alone, or longer words begin with it. */
  readonly kinds: Uint8Array;
  readonly single: readonly (string | undefined)[];
}

const NOTHING = 0;
const ALONE = 1;
const LONGER = 2;

function replacerOf(...dictionaries: readonly Dictionary[]): Replacer {
  const trie = new Trie();
  const kinds = new Uint8Array(0x10000);
  const single: string[] = [];
  for (const [word, replacement] of dictionaries.flatMap(entriesOf)) {
    trie.addWord(word, replacement);
    const first = word.charCodeAt(0);
    if (word.length === 1) single[first] = replacement;
    kinds[first] = Math.max(kinds[first]!, word.length === 1 ? ALONE : LONGER);
  }
  return { trie, kinds, single };
}

const entriesOf = (dictionary: Dictionary): readonly (readonly [string, string])[] =>
  typeof dictionary !== "string"
    ? dictionary
    : dictionary.split("|").map((entry): [string, string] => {
        const [word = "", replacement = word] = entry.split(" ");
        return [word, replacement];
      });

function replaceAll(text: string, { trie, kinds, single }: Replacer): Converted {
  let converted = "";
  const runs: Run[] = [];
  let [copied, mapped] = [0, 0];
  for (let at = 0; at < text.length; ) {
    const kind = kinds[text.charCodeAt(at)]!;
    const match = kind === LONGER ? trie.matchPrefix(text, at) : null;
    const value = kind === ALONE ? single[text.charCodeAt(at)] : match?.value;
    if (kind === NOTHING || value === undefined) {
      at++; // a low surrogate begins no word
      continue;
    }
    const end = match?.end ?? at + 1;
    converted += text.slice(copied, at) + value;
    if (!isAligned(text, at, end, value)) {
      runs.push({ length: at - mapped, from: mapped, to: at }, ...characterRuns(text.slice(at, end), value, at));
      mapped = end;
    }
    at = copied = end;
  }
  if (copied === 0) return { text, toSource: OffsetMap.identity(text.length) };
  runs.push({ length: text.length - mapped, from: mapped, to: text.length });
  return { text: converted + text.slice(copied), toSource: OffsetMap.of(runs) };
}

/** Unit for unit: no astral character on either side. */
function isAligned(text: string, from: number, to: number, target: string): boolean {
  if (to - from !== target.length) return false;
  if (target.length === 1) return true;
  return !/[\uD800-\uDFFF]/.test(target) && !/[\uD800-\uDFFF]/.test(text.slice(from, to));
}

/** Code point for code point where the counts agree; else the whole for the whole. */
function characterRuns(source: string, target: string, from: number): Run[] {
  const [before, after] = [[...source], [...target]];
  if (before.length !== after.length) return [{ length: target.length, from, to: from + source.length, atomic: true }];
  let at = from;
  return before.map((character, i) => {
    const run = { length: after[i]!.length, from: at, to: at + character.length };
    at = run.to;
    return run;
  });
}
