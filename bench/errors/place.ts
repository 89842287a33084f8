import type { Document } from "../../schemas/document.ts";
import { overlaps, type Span } from "../../schemas/span.ts";

/** Where words of a gold file stand in a document. Spans are of the document's clean original text. */
export interface Places {
  /**
   * Every place of a quote, white space left out of account. A quote of several cells of a table stands where all of
   * them follow each other most closely; its spans are theirs. None where the text does not have it.
   */
  readonly of: (quote: string) => readonly Span[];
  /** Indexes of the sentences that share a character with one of the spans. */
  readonly sentencesAt: (spans: readonly Span[]) => readonly number[];
}

export function placesIn(document: Document): Places {
  const dense = denseOf(document.text);
  const sentences = document.sentences.map((sentence) => document.toOriginal.toSource(sentence));
  return {
    of: (quote) => {
      const whole = spansOf(dense, denseOf(quote).text);
      return whole.length > 0 ? whole : cellsOf(dense, quote);
    },
    sentencesAt: (spans) =>
      sentences.flatMap((sentence, i) => (spans.some((span) => overlaps(sentence, span)) ? [i] : [])),
  };
}

/** A text without its white space, and the offset that each UTF-16 unit of it had. */
interface Dense {
  readonly text: string;
  readonly offsets: readonly number[];
}

function denseOf(text: string): Dense {
  const offsets = [...Array(text.length).keys()].filter((i) => !/\s/u.test(text[i]!));
  return { text: offsets.map((i) => text[i]).join(""), offsets };
}

function spansOf({ text, offsets }: Dense, quote: string): Span[] {
  const found: Span[] = [];
  if (quote === "") return found;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    found.push({ start: offsets[at]!, end: offsets[at + quote.length - 1]! + 1 });
  return found;
}

/** The parts of a quote, in their order, where they stand closest together. */
function cellsOf(dense: Dense, quote: string): Span[] {
  const [first, ...rest] = quote
    .split(/[\s…|｜]+/u)
    .filter((cell) => cell !== "")
    .map((cell) => spansOf(dense, cell));
  let best: Span[] = [];
  for (const start of first ?? []) {
    const row = [start];
    for (const cell of rest) {
      const next = cell.find((span) => span.start >= row.at(-1)!.end);
      if (next !== undefined) row.push(next);
    }
    if (row.length === rest.length + 1 && (best.length === 0 || lengthOf(row) < lengthOf(best))) best = row;
  }
  return best;
}

const lengthOf = (row: readonly Span[]): number => row.at(-1)!.end - row[0]!.start;
