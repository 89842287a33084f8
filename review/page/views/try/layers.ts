import type { ExplainedSentence } from "../../../../extractors/explain.ts";
import type { MarkedSpan } from "../queue/article/pieces.ts";

/** What a run of a sentence was read as. */
export const LAYERS = ["quantity", "date", "noun", "place"] as const;
export type Layer = (typeof LAYERS)[number];

export interface Reading {
  readonly layer: Layer;
  readonly start: number;
  readonly end: number;
  /** What it means, in the data's own words. */
  readonly means: string;
}

type Sentence = Pick<ExplainedSentence, "text" | "dates" | "quantities" | "nouns" | "places" | "claims" | "misses">;

/** All readings of a sentence, by their place. */
export function readingsOf({ quantities, dates, nouns, places }: Sentence): readonly Reading[] {
  const found: Reading[] = [
    ...quantities.map(({ start, end, value, range, bound, unit, kind }) => ({
      ...{ layer: "quantity" as const, start, end },
      means: `${range === null ? value : range.join(" – ")} ${unit ?? kind}${bound === "exact" ? "" : ` (${bound})`}`,
    })),
    ...dates.map(({ start, end, iso }) => ({ layer: "date" as const, start, end, means: iso ?? "?" })),
    ...nouns.map(({ start, end, metric }) => ({ layer: "noun" as const, start, end, means: metric })),
    ...places.map(({ start, end, name }) => ({ layer: "place" as const, start, end, means: name })),
  ];
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Readings as spans that name them by their index, to cut the sentence by. */
export const spansOf = (readings: readonly Reading[]): readonly MarkedSpan[] =>
  readings.map(({ start, end }, index) => ({ fact: String(index), start, end }));

/** Quantities that no rule took and no reason was given for. */
export function unreadOf({ text, quantities, claims, misses }: Sentence): readonly string[] {
  const taken = [...misses, ...claims.flatMap((claim) => occurrences(text, claim.text))];
  return quantities
    .filter(({ start, end }) => !taken.some((span) => span.start < end && start < span.end))
    .map((quantity) => quantity.text);
}

function occurrences(text: string, words: string): { readonly start: number; readonly end: number }[] {
  if (words === "") return [];
  const found: { start: number; end: number }[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    found.push({ start: at, end: at + words.length });
  return found;
}
