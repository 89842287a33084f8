import type { Block, Document, Sentence, SimplifiedArticle, Token } from "../schemas/document.ts";
import { nativeSegmenter, type Segmenter } from "./segmenter.ts";
import { sentenceEnds } from "./sentences.ts";
import { keepingWhole } from "./whole-words.ts";

/**
 * Cuts an article into sentences; words only where somebody asks for them.
 * @param segmenter cuts words; loaded at its first use
 * @returns the article with its sentences in text order; offsets are those of `simplified`
 */
export function segment(article: SimplifiedArticle, segmenter: Segmenter = nativeSegmenter): Document {
  const forward = article.toOriginal.inverse(article.text.length);
  const sentences = article.blocks.flatMap((block, index) => {
    const { start, end } = forward.toSource(block);
    return sentencesOf(article.simplified, { ...block, start, end }, index);
  });
  const words = keepingWhole(segmenter);
  return { ...article, sentences, tokens: remembering((sentence) => tokensOf(sentence, words)) };
}

function sentencesOf(simplified: string, { start, end, kind }: Block, block: number): Sentence[] {
  const text = simplified.slice(start, end);
  const ends = withinLimit(text, kind === "table-row" ? [text.length] : sentenceEnds(text));
  return ends.flatMap((to, i) => {
    const part = text.slice(ends[i - 1] ?? 0, to);
    if (part.trim() === "") return [];
    // A row whose first cell is empty begins with a tab: without it every cell would stand under its neighbour's head.
    const kept = kind === "table-row" ? part.trimEnd() : part.trim();
    const from = start + (ends[i - 1] ?? 0) + (kind === "table-row" ? 0 : part.length - part.trimStart().length);
    return [{ start: from, end: from + kept.length, text: kept, block, kind }];
  });
}

/** Rules look back and forth within a sentence: one without an end in sight is cut, so that the work stays linear. */
const MAX_SENTENCE = 1_000;

function withinLimit(text: string, ends: readonly number[]): number[] {
  const cut: number[] = [];
  for (const end of ends) {
    for (let start = cut.at(-1) ?? 0; end - start > MAX_SENTENCE; start = cut.at(-1)!) {
      // Not beyond the stretch: a search through all that stands before would make a long text slow.
      const stretch = text.slice(start, start + MAX_SENTENCE);
      const comma = Math.max(...["，", "；", ",", ";"].map((mark) => stretch.lastIndexOf(mark)));
      cut.push(comma > 0 ? start + comma + 1 : safeCut(text, start + MAX_SENTENCE));
    }
    cut.push(end);
  }
  return cut;
}

/** Never between the two halves of a surrogate pair. */
const safeCut = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? "") ? at + 1 : at);

const tokensOf = (sentence: Sentence, segmenter: Segmenter): Token[] =>
  segmenter(sentence.text).map((token) => ({
    ...token,
    start: token.start + sentence.start,
    end: token.end + sentence.start,
  }));

function remembering<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
