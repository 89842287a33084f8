import type { Document, Token } from "../schemas/document.ts";
import type { Fact } from "../schemas/fact.ts";
import type { DateMention, Quantity } from "../schemas/mention.ts";
import type { Span } from "../schemas/span.ts";
import type { Reading } from "./context/read.ts";
import { extraction } from "./extraction.ts";
import type { Miss } from "./linking/assemble.ts";
import { factsOf } from "./linking/facts.ts";
import type { Frame } from "./linking/frame.ts";
import { merge, numberOf } from "./linking/merge.ts";

/** What each pass made of one sentence; offsets are the sentence's own. */
export interface ExplainedSentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly dates: readonly DateMention[];
  readonly quantities: readonly Quantity[];
  readonly nouns: readonly (Span & { readonly text: string; readonly metric: string })[];
  readonly places: readonly (Span & { readonly text: string; readonly name: string })[];
  readonly claims: readonly {
    readonly rule: string;
    readonly metric: string;
    readonly subject: string;
    readonly fields: Readonly<Record<string, number>>;
    readonly text: string;
  }[];
  readonly misses: readonly Miss[];
}

export interface Explanation {
  readonly sentences: readonly ExplainedSentence[];
  readonly facts: readonly Fact[];
}

/** Shows why a document's numbers are facts or are not. */
export function explain(document: Document): Explanation {
  const { readings, frames, misses } = extraction(document);
  const sentences = readings.map((reading, i) =>
    explained(
      document,
      reading,
      frames.filter(({ sentence }) => sentence === i),
      misses[i]!,
    ),
  );
  return { sentences, facts: factsOf(merge(frames), document) };
}

function explained(
  document: Document,
  { sentence, items, quantities, dates }: Reading,
  frames: readonly Frame[],
  misses: readonly Miss[],
): ExplainedSentence {
  return {
    text: sentence.text,
    tokens: document
      .tokens(sentence)
      .map((token) => ({ ...token, start: token.start - sentence.start, end: token.end - sentence.start })),
    dates,
    quantities,
    nouns: items.flatMap((item) =>
      item.type === "noun" ? [{ text: item.text, start: item.start, end: item.end, metric: item.metric }] : [],
    ),
    places: items.flatMap((item) =>
      item.type === "place"
        ? [{ text: item.text, start: item.start, end: item.end, name: item.places.map(({ name }) => name).join("、") }]
        : [],
    ),
    claims: frames.map((frame) => ({
      rule: frame.rule,
      metric: frame.metric,
      subject: frame.subject.name,
      fields: Object.fromEntries(
        [...frame.fields].flatMap(([field, value]) => {
          const number = numberOf(frame, field, value);
          return number === null ? [] : [[field, number]];
        }),
      ),
      text: sentence.text.slice(frame.span.start, frame.span.end),
    })),
    misses,
  };
}
