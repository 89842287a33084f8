import type { Article, SimplifiedArticle } from "../schemas/document.ts";
import { BudgetExceededError } from "../schemas/errors.ts";
import { toSimplified } from "./script/conversion.ts";
import { detectScript } from "./script/detection.ts";
import { closeNumbers } from "./script/spacing.ts";

/**
 * Brings an article to Simplified Chinese in one spacing, so that every rule is written once.
 * @param article cleaned text in any script; evidence points into it
 * @returns the article with `simplified`, and `toOriginal`: from spans there to spans of `article.text`
 * @throws {BudgetExceededError} when the text is longer than `maxChars` UTF-16 units
 * @see OpenCC, Traditional to Simplified: one-way, never undone
 */
export function convert(article: Article, { maxChars }: { readonly maxChars: number }): SimplifiedArticle {
  const { text, blocks, source } = article;
  if (text.length > maxChars)
    throw new BudgetExceededError(source, "characters", text.length, maxChars, "JINGJIAN_MAX_CHARS");
  // Converting what is Simplified already does harm (么 becomes 幺), hence the question first.
  const lang = detectScript(text);
  const closed = closeNumbers(text, blocks);
  if (lang === "zh-Hans") return { ...article, lang, simplified: closed.text, toOriginal: closed.toSource };
  const { text: simplified, toSource } = toSimplified(closed.text);
  return { ...article, lang, simplified, toOriginal: toSource.compose(closed.toSource) };
}
