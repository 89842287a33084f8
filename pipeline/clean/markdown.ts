import { OffsetMap, type Run } from "../../schemas/span.ts";
import type { Cleaned, CleanLimits } from "./cleaned.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { cleanHtml } from "./html.ts";
import { findBylines } from "./line-bylines.ts";
import { splitLines } from "./lines.ts";
import { draftMarkdown } from "./markdown-blocks.ts";
import { withTitle } from "./stated-title.ts";
import { buildText } from "./text-builder.ts";

const HTML_BODY =
  /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype|html|body|div|p|article|section|main|table|span|h[1-6]|ul|ol|figure|blockquote|center|img|br|strong|a)\b/i;

/**
 * Takes the article out of Markdown, whose front matter names title, date and source, and whose body is Markdown or
 * HTML, as feed archivers write it.
 * @param page decoded text; offsets of `toPage` point into it, those of the title into the front matter
 * @throws {BudgetExceededError} past `maxNodes`
 */
export function cleanMarkdown(page: string, limits: CleanLimits): Cleaned {
  const front = readFrontMatter(page);
  const body = page.slice(front.bodyStart);
  const found = HTML_BODY.test(body) ? htmlBody(page, front.bodyStart, limits) : markdownBody(page, front.bodyStart);
  return withTitle({ ...found, ...known(front, found) }, front.metadata.title, titleRuns(front));
}

const known = ({ metadata }: FrontMatter, found: Cleaned) => ({
  url: metadata.url ?? found.url,
  title: metadata.title ?? found.title,
  publisher: metadata.publisher ?? found.publisher,
  author: metadata.author ?? found.author,
  published: metadata.published ?? found.published,
});

function htmlBody(page: string, start: number, limits: CleanLimits): Cleaned {
  const found = cleanHtml(page.slice(start), limits);
  const shift = OffsetMap.of([{ length: page.length - start, from: start, to: page.length }]);
  return { ...found, toPage: found.toPage.compose(shift) };
}

function markdownBody(page: string, start: number): Cleaned {
  const lines = splitLines(page, start);
  const { bylines, ...metadata } = findBylines(lines);
  const { drafts, hasTitle } = draftMarkdown(
    page,
    lines.filter((line) => !bylines.has(line)),
  );
  const built = buildText(drafts);
  const [first] = built.blocks;
  return { url: null, ...metadata, title: hasTitle && first ? built.text.slice(0, first.end) : null, ...built };
}

function titleRuns({ metadata, title }: FrontMatter): Run[] {
  if (title === null || metadata.title === null) return [];
  const { length } = metadata.title;
  return [{ length, from: title.start, to: title.end }];
}
