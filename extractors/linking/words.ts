import type { Document, Sentence, Token } from "../../schemas/document.ts";
import type { Span } from "../../schemas/span.ts";
import type { Item } from "../context/item.ts";

const NOUN = /^(?:n(?!r$)|vn|an|l|j|s$)/;

/** Asks the segmenter what kind of word stands in a stretch of a sentence. */
export class Words {
  private tokens: readonly Token[] | null = null;
  private readonly document: Document;
  private readonly sentence: Sentence;

  constructor(document: Document, sentence: Sentence) {
    this.document = document;
    this.sentence = sentence;
  }

  /** True when the untyped text of an item holds a noun of its own: a number beside it counts that. */
  holdsNoun(item: Item): boolean {
    return (
      item.type === "text" &&
      !item.transparent &&
      this.within(item).some(({ tag, text }) => NOUN.test(tag) && text.length > 0)
    );
  }

  /** True when the text that begins at an item begins with a noun. */
  startsWithNoun(item: Item): boolean {
    if (item.type !== "text" || item.transparent) return false;
    const first = this.within(item)[0];
    return first !== undefined && NOUN.test(first.tag);
  }

  private within(span: Span): readonly Token[] {
    this.tokens ??= this.document.tokens(this.sentence);
    const [from, to] = [this.sentence.start + span.start, this.sentence.start + span.end];
    return this.tokens.filter(({ start, end }) => start < to && end > from);
  }
}
