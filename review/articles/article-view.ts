import type { SimplifiedArticle } from "../../schemas/document.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { ArticleBlock, ArticleMark, ArticleView } from "../../schemas/review.ts";
import type { OffsetMap, Span } from "../../schemas/span.ts";
import type { StoredFact } from "../facts/fact-store.ts";

/** An article with what leads from its text to the simplified one. */
export interface ReadArticle {
  readonly source: "input" | "archive";
  readonly article: SimplifiedArticle;
  readonly toSimplified: OffsetMap;
}

/** A whole text, with the evidence of its facts marked where it stands. */
export function articleView(
  doc: Fact["doc"],
  { source, article, toSimplified }: ReadArticle,
  facts: readonly StoredFact[],
): ArticleView {
  const { text, simplified, lang } = article;
  const places = article.blocks.map((block) => toSimplified.toSource(block));
  const blocks = article.blocks.map(
    ({ kind, start, end }, i): ArticleBlock => ({
      ...{ kind, start, end },
      original: text.slice(start, end),
      simplified: simplified.slice(places[i]!.start, places[i]!.end),
    }),
  );
  const marks: ArticleMark[] = [];
  const unproved = new Set<string>();
  for (const { fact, status } of facts) {
    for (const { start, end, text: said } of fact.evidence) {
      const isProved = text.slice(start, end) === said && end <= text.length;
      const touched = isProved ? blocksTouched(article.blocks, { start, end }) : [];
      if (touched.length === 0) unproved.add(fact.id);
      for (const block of touched) {
        const whole = article.blocks[block]!;
        const part = { start: Math.max(start, whole.start), end: Math.min(end, whole.end) };
        marks.push({
          ...{ fact: fact.id, status, block },
          original: within(part, whole),
          simplified: within(toSimplified.toSource(part), places[block]!),
        });
      }
    }
  }
  return { doc, source, lang, blocks, marks, unproved: [...unproved] };
}

const within = ({ start, end }: Span, outer: Span): [number, number] => [start - outer.start, end - outer.start];

/** Indices of the blocks that a span shares a unit with; blocks stand in order. */
export function blocksTouched(blocks: readonly Span[], { start, end }: Span): number[] {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const touched: number[] = [];
  for (let i = low; i < blocks.length && blocks[i]!.start < end; i++) touched.push(i);
  return touched;
}
