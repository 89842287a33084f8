import type { Article, Script, SimplifiedArticle } from "../schemas/document.ts";
import { BudgetExceededError } from "../schemas/errors.ts";
import { OffsetMap } from "../schemas/span.ts";
import { toSimplified } from "./script/conversion.ts";
import { detectScript } from "./script/detection.ts";

/**
 * Brings an article to Simplified Chinese, so that every rule is written once.
 * @param article cleaned text in any script; evidence points into it
 * @returns the article with `simplified`, and `toOriginal`: from spans there to spans of `article.text`
 * @throws {BudgetExceededError} when the text is longer than `maxChars` UTF-16 units
 * @see OpenCC, Traditional to Simplified: one-way, never undone
 */
export function convert(article: Article, { maxChars }: { readonly maxChars: number }): SimplifiedArticle {
  const { text, source } = article;
  if (text.length > maxChars)
    throw new BudgetExceededError(source, "characters", text.length, maxChars, "JINGJIAN_MAX_CHARS");
  // Converting what is Simplified already does harm (么 becomes 幺), hence the question first.
  const lang: Script = detectScript(text);
  if (lang === "zh-Hans") return { ...article, lang, simplified: text, toOriginal: OffsetMap.identity(text.length) };
  const { text: simplified, toSource } = toSimplified(text);
  return { ...article, lang, simplified, toOriginal: toSource };
}
