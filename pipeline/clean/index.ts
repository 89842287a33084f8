import type { Article, DecodedPage, Metadata } from "../../schemas/document.ts";
import { BudgetExceededError } from "../../schemas/errors.ts";
import type { Settings } from "../../schemas/settings.ts";
import type { Cleaned, CleanLimits } from "./cleaned.ts";
import { cleanHtml } from "./html.ts";
import { isoMoment } from "./iso-moment.ts";
import { cleanMarkdown } from "./markdown.ts";
import { cleanPlainText } from "./plain-text.ts";
import { withTitle } from "./stated-title.ts";

/**
 * Takes the article out of a page; what the input states about it wins over what is found.
 * @returns the article; its text is empty where the page has none, which is a result and no error
 * @throws {BudgetExceededError} past `maxNodes` or `maxChars`
 */
export function clean(page: DecodedPage, settings: Pick<Settings, "maxNodes" | "maxDepth" | "maxChars">): Article {
  const { source, id, stated } = page;
  const found = withTitle(cleanForm(page, { ...settings, source }), stated.title ?? null);
  if (found.text.length > settings.maxChars)
    throw new BudgetExceededError(source, "characters", found.text.length, settings.maxChars, "JINGJIAN_MAX_CHARS");
  return { source, id, ...found, ...merged(found, stated) };
}

function cleanForm({ form, text }: DecodedPage, limits: CleanLimits): Cleaned {
  if (form === "html") return cleanHtml(text, limits);
  return form === "markdown" ? cleanMarkdown(text, limits) : cleanPlainText(text);
}

function merged(found: Cleaned, stated: Partial<Metadata>): Metadata {
  const published = isoMoment(stated.published ?? null) ?? found.published;
  const author = stated.author ?? found.author;
  const publisher = stated.publisher ?? found.publisher;
  return { url: stated.url ?? found.url, title: stated.title ?? found.title, publisher, author, published };
}
