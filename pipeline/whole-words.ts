import { Trie } from "../extractors/trie.ts";
import { derived } from "../extractors/vocabulary/in-use.ts";
import { NOTHING_ADDED, type Vocabulary } from "../extractors/vocabulary/vocabulary.ts";
import type { Token } from "../schemas/document.ts";
import type { Segmenter } from "./segmenter.ts";

/**
 * A segmenter that keeps the words of the lexicon in use whole: the text between them is cut for itself. The engine is
 * told nothing, since it forgets no word before the process ends.
 */
export function keepingWhole(segmenter: Segmenter): Segmenter {
  return (text) => {
    const words = added();
    if (words === null) return segmenter(text);
    const tokens: Token[] = [];
    let from = 0;
    const cutTo = (end: number) => {
      if (end > from) tokens.push(...segmenter(text.slice(from, end)).map((token) => moved(token, from)));
    };
    for (let at = 0; at < text.length; ) {
      const match = words.longestAt(text, at);
      if (match === null) {
        at++;
        continue;
      }
      cutTo(at);
      tokens.push({ start: at, end: match.end, text: text.slice(at, match.end), tag: match.values[0]! });
      at = match.end;
      from = at;
    }
    cutTo(text.length);
    return tokens;
  };
}

const moved = (token: Token, by: number): Token => ({ ...token, start: token.start + by, end: token.end + by });

/** The words of the lexicon in use with their parts of speech; null where there is none. */
const added = derived(
  (vocabulary) => vocabulary,
  (vocabulary) => (vocabulary === NOTHING_ADDED ? null : wordsOf(vocabulary)),
);

function wordsOf({ metrics, nouns, notNouns, verbs, places, organisations }: Vocabulary): Trie<string> {
  const trie = new Trie<string>();
  const add = (words: readonly string[], tag: string) => {
    // A single character is too often a part of another word.
    for (const word of words) if (word.length > 1) trie.add(word, tag);
  };
  for (const metric of metrics) add(metric.nouns, "n");
  for (const { words } of nouns) add(words, "n");
  add(notNouns, "n");
  for (const { words } of verbs) add(words, "v");
  for (const { name, aliases } of places) add([name, ...aliases], "ns");
  for (const { name, aliases } of organisations) add([name, ...aliases], "nt");
  return trie;
}
