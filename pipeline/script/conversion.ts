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
  let copied = 0;
  const copy = (to: number) => {
    if (to === copied) return;
    pieces.push(text.slice(copied, to));
    runs.push({ length: to - copied, from: copied, to });
    copied = to;
  };
  for (let at = 0; at < text.length; ) {
    const match = text.charCodeAt(at) < 0x2e80 ? null : trie.matchPrefix(text, at);
    if (match === null) {
      at += text.codePointAt(at)! > 0xffff ? 2 : 1;
      continue;
    }
    copy(at);
    pieces.push(match.value);
    pushAligned(runs, text.slice(at, match.end), match.value, at);
    at = copied = match.end;
  }
  copy(text.length);
  return { text: pieces.join(""), toSource: OffsetMap.of(runs) };
}

/** Code point for code point where the counts agree; else the whole for the whole. */
function pushAligned(runs: Run[], source: string, target: string, from: number): void {
  const [before, after] = [[...source], [...target]];
  if (source.length === target.length && before.length === source.length) {
    runs.push({ length: target.length, from, to: from + source.length });
  } else if (before.length === after.length) {
    let at = from;
    for (const [i, character] of before.entries()) {
      runs.push({ length: after[i]!.length, from: at, to: at + character.length });
      at += character.length;
    }
  } else {
    runs.push({ length: target.length, from, to: from + source.length, atomic: true });
  }
}
