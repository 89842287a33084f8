import { type Line, verbatim, withoutStart } from "./lines.ts";
import { inlineText } from "./markdown-inline.ts";
import { draftLines } from "./plain-text.ts";
import type { DraftBlock } from "./text-builder.ts";

export interface MarkdownDraft {
  readonly drafts: readonly DraftBlock[];
  /** Whether the first block is the page's title: a level-one heading. */
  readonly hasTitle: boolean;
}

const HEADING = /^(#{1,6})(?:[ \t]+|(?=[^\s#]))/;
const UNDERLINE = /^(?:=+|-{2,})$/;
const RULE = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const FENCE = /^(?:```|~~~)/;
const QUOTE = /^(?:>[ \t]?)+/;

/** Markdown lines as blocks; paragraphs, lists, tables and broken lines are read as in plain text. */
export function draftMarkdown(page: string, lines: readonly Line[]): MarkdownDraft {
  const drafts: DraftBlock[] = [];
  let hasTitle = false;
  let prose: Line[] = [];
  const flush = () => {
    drafts.push(...draftLines(page, prose).map((draft) => inlineDraft(draft)));
    prose = [];
  };
  for (const [i, raw] of lines.entries()) {
    const line = withoutStart(raw, QUOTE.exec(raw.text)?.[0].length ?? 0);
    const level = headingLevel(line, lines[i + 1]);
    if (isMark(line, lines[i - 1])) continue;
    if (level > 0) {
      flush();
      hasTitle ||= drafts.length === 0 && level === 1;
      drafts.push(inlineDraft(headingDraft(page, line, hasTitle && drafts.length === 0)));
    } else prose.push(line);
  }
  flush();
  return { drafts, hasTitle };
}

/** Lines that a reader does not see: rules, fences, underlines of headings. */
const isMark = ({ text }: Line, before: Line | undefined): boolean =>
  RULE.test(text) || FENCE.test(text) || (UNDERLINE.test(text) && before !== undefined) || text === "";

function headingLevel(line: Line, next: Line | undefined): number {
  const match = HEADING.exec(line.text);
  if (match !== null) return match[1]!.length;
  const underlined = next !== undefined && !next.afterGap && UNDERLINE.test(next.text) && !line.text.includes("|");
  return underlined ? (next.text.startsWith("=") ? 1 : 2) : 0;
}

function headingDraft(page: string, line: Line, isTitle: boolean): DraftBlock {
  const start = withoutStart(line, HEADING.exec(line.text)?.[0].length ?? 0);
  const end = start.start + start.text.replace(/(?<![ \t])[ \t]+#+$/, "").length;
  return { kind: isTitle ? "title" : "heading", cells: [[verbatim(page, start.start, end)]] };
}

const inlineDraft = (draft: DraftBlock): DraftBlock => ({
  ...draft,
  cells: draft.cells.map(inlineText),
});
