import { type Explanation, explain } from "../../extractors/explain.ts";
import { bareDocument } from "../../pipeline/bare-text.ts";
import type { TryForm } from "../../schemas/review.ts";
import type { Settings } from "../../schemas/settings.ts";

/**
 * What each pass makes of a text, with the lexicon in use. A text of nothing but spaces gives nothing.
 * @throws {BudgetExceededError} when the text is longer than `maxChars`
 */
export const explainText = ({ text, published }: TryForm, settings: Settings): Explanation =>
  explain(bareDocument(text, { published }, settings));
