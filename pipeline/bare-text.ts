import type { Block, Document } from "../schemas/document.ts";
import type { Settings } from "../schemas/settings.ts";
import { OffsetMap } from "../schemas/span.ts";
import { convert } from "./convert.ts";
import { segment } from "./segment.ts";

export interface Stated {
  /** The headline; it stands before the text. */
  readonly title?: string | undefined;
  /** ISO 8601 date that relative dates count from. */
  readonly published?: string | undefined;
}

/**
 * Bare text as a document: each line a paragraph, a line with tabs a row of a table; no line is taken for a title.
 * @throws {BudgetExceededError} when the text is longer than `maxChars`
 */
export function bareDocument(text: string, { title, published }: Stated, settings: Settings): Document {
  const lines = [
    ...(title === undefined ? [] : [{ kind: "title" as const, line: title.trim() }]),
    ...text.split(/\r?\n/).map((line) => {
      const isRow = line.includes("\t");
      return { kind: isRow ? ("table-row" as const) : ("paragraph" as const), line: isRow ? line : line.trim() };
    }),
  ].filter(({ line }) => line.trim() !== "");
  let start = 0;
  const blocks = lines.map(({ kind, line }): Block => {
    const block = { kind, start, end: start + line.length };
    start = block.end + 1;
    return block;
  });
  const whole = lines.map(({ line }) => line).join("\n");
  const nothing = { url: null, publisher: null, author: null };
  const stated = { title: title ?? null, published: published ?? null };
  const toPage = OffsetMap.identity(whole.length);
  return segment(convert({ source: "text", id: "text", ...nothing, ...stated, text: whole, blocks, toPage }, settings));
}
