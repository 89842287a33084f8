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

/** Below are Latin letters, digits, punctuation: the larger part of what needs no look-up. */
const FIRST_CHINESE = 0x2e80;

const converters = lazily(() => ({
  normal: trieOf(compatibilityForms),
  simple: trieOf(characters, phrases),
  fixes: trieOf(CONVERSION_FIXES),
}));

function trieOf(...dictionaries: readonly (string | readonly (readonly [string, string])[])[]): Trie {
  const trie = new Trie();
  for (const dictionary of dictionaries) trie.loadDict(dictionary);
  return trie;
}

function replaceAll(text: string, trie: Trie): Converted {
  const pieces: string[] = [];
  const runs: Run[] = [];
  let [copied, mapped] = [0, 0];
  for (let at = 0; at < text.length; ) {
    const match = text.charCodeAt(at) < FIRST_CHINESE ? null : trie.matchPrefix(text, at);
    if (match === null) {
      at += text.codePointAt(at)! > 0xffff ? 2 : 1;
      continue;
    }
    const source = text.slice(at, match.end);
    pieces.push(text.slice(copied, at), match.value);
    if (!isAligned(source, match.value)) {
      runs.push({ length: at - mapped, from: mapped, to: at }, ...characterRuns(source, match.value, at));
      mapped = match.end;
    }
    at = copied = match.end;
  }
  if (copied === 0) return { text, toSource: OffsetMap.identity(text.length) };
  runs.push({ length: text.length - mapped, from: mapped, to: text.length });
  return { text: `${pieces.join("")}${text.slice(copied)}`, toSource: OffsetMap.of(runs) };
}

/** Unit for unit: no astral character on either side. */
const isAligned = (source: string, target: string): boolean =>
  source.length === target.length && !/[\uD800-\uDFFF]/.test(source) && !/[\uD800-\uDFFF]/.test(target);

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
