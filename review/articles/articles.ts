import type { Fact } from "../../schemas/fact.ts";
import type { ArticleView, Draft, DraftForm } from "../../schemas/review.ts";
import type { StoredFact } from "../facts/fact-store.ts";

/** The texts of documents, read again from where they came. */
export interface Articles {
  /**
   * @param doc as its facts name it
   * @param facts all of the document, with what was decided on them
   */
  view(doc: Fact["doc"], facts: readonly StoredFact[]): Promise<ArticleView>;
  /**
   * A fact made from words that a reviewer selected.
   * @throws {ReviewRefusedError} where the selection lies outside of the text, or no text is at hand
   */
  draft(doc: Fact["doc"], facts: readonly StoredFact[], form: DraftForm): Promise<Draft>;
}
