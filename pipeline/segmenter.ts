import { createRequire } from "node:module";
import type nodejieba from "nodejieba";
import { USER_DICTIONARY } from "../corpus/lexicon/user-dictionary.ts";
import type { Token } from "../schemas/document.ts";
import { SegmenterUnavailableError } from "../schemas/errors.ts";
import { lazily } from "./lazily.ts";

/** Cuts simplified text into words with their parts of speech; offsets are those of the text. */
export type Segmenter = (text: string) => readonly Token[];

type Engine = Pick<typeof nodejieba, "load" | "tag" | "insertWord">;

/** Longer text is cut before: the engine looks at a whole text at once. */
const MAX_UNITS = 2_000;

/** The native segmenter with the project's words, loaded when the first text comes: that takes a second and 260 MB. */
export const nativeSegmenter: Segmenter = openSegmenter(() => createRequire(import.meta.url)("nodejieba") as Engine);

/**
 * A segmenter on an engine of nodejieba's interface.
 * @param engine finds it; npm leaves the package out where it cannot be built
 * @throws {SegmenterUnavailableError} at the first text, when the native build is missing
 */
export function openSegmenter(engine: () => Engine): Segmenter {
  const loaded = lazily(() => load(engine));
  return (text) => tokensOf(text, (part) => loaded().tag(part));
}

function load(find: () => Engine): Engine {
  try {
    const engine = find();
    engine.load();
    for (const [word, tag] of USER_DICTIONARY) engine.insertWord(word, tag);
    return engine;
  } catch (cause) {
    throw new SegmenterUnavailableError({ cause });
  }
}

function tokensOf(text: string, tag: (text: string) => readonly { word: string; tag: string }[]): Token[] {
  const tokens: Token[] = [];
  for (let from = 0; from < text.length; ) {
    const to = partEnd(text, from);
    let at = from;
    for (const { word, tag: kind } of tag(wellFormed(text.slice(from, to)))) {
      const end = at + word.length;
      tokens.push({ start: at, end, text: text.slice(at, end), tag: kind });
      at = end;
    }
    from = to;
  }
  return tokens;
}

/** Half a surrogate pair has no UTF-8, and the engine would return nothing; U+FFFD is as long. */
const wellFormed = (text: string): string => (/\p{Surrogate}/u.test(text) ? Buffer.from(text).toString() : text);

/** Where to cut a long text: never inside a surrogate pair. */
function partEnd(text: string, from: number): number {
  const to = Math.min(text.length, from + MAX_UNITS);
  return to < text.length && (text.charCodeAt(to) & 0xfc00) === 0xdc00 ? to - 1 : to;
}
