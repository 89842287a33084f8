import type { BlockKind } from "../../schemas/document.ts";
import type { Cleaned } from "./cleaned.ts";
import { findBylines } from "./line-bylines.ts";
import { bulletLength, endsSentence, isCaption, isHeading, isNumbered, isSection, withoutNoise } from "./line-kinds.ts";
import { closeUp, hasLoneCharacter, isStrewn, type Line, splitLines, verbatim, withoutStart } from "./lines.ts";
import { TableReader } from "./tables.ts";
import { buildText, type DraftBlock, type TextPiece } from "./text-builder.ts";
import { titleLines, titlePieces } from "./title-lines.ts";
import { continues, margins } from "./wrapping.ts";

/**
 * Takes the article out of plain text: a news text with its title on the first line, or what text recognition made of
 * a notice. Page numbers and stray marks go, broken lines are joined, lists and tables keep their kind.
 * @param page decoded text; offsets of `toPage` point into it
 */
export function cleanPlainText(page: string): Cleaned {
  const lines = withoutNoise(splitLines(page));
  const { bylines, ...metadata } = findBylines(lines);
  const own = lines.filter((line) => !bylines.has(line));
  const title = new TableReader(page, own).read(0) === null ? titleLines(own) : null;
  const body = own.slice(title?.taken ?? 0);
  const titleBlock: DraftBlock[] =
    title === null ? [] : [{ kind: "title", cells: [titlePieces(page, title, isStrewn(own))] }];
  const built = buildText([...titleBlock, ...draftLines(page, body)]);
  return { url: null, title: title === null ? null : built.text.slice(0, built.blocks[0]!.end), ...metadata, ...built };
}

/** Lines as blocks: tables, list items, headings, captions and paragraphs, with broken lines joined. */
export function draftLines(page: string, lines: readonly Line[]): DraftBlock[] {
  const drafts: DraftBlock[] = [];
  const tables = new TableReader(page, lines);
  const margin = margins(lines);
  const strewn = isStrewn(lines);
  for (let i = 0; i < lines.length; ) {
    const table = tables.read(i);
    if (table !== null) {
      drafts.push(...table.rows);
      i += table.taken;
      continue;
    }
    let last = i;
    while (
      last + 1 < lines.length &&
      !HAS_CELLS.test(lines[last + 1]!.text) &&
      continues(lines[last]!, lines[last + 1]!, margin(last))
    )
      last++;
    drafts.push(draftOf(page, lines.slice(i, last + 1), strewn));
    i = last + 1;
  }
  return drafts;
}

/** A line set in cells goes on from no line of prose. */
const HAS_CELLS = /[|｜┃│\t].*[|｜┃│\t]/;

function draftOf(page: string, [first, ...rest]: readonly Line[], strewn: boolean): DraftBlock {
  const bullet = bulletLength(first!.text);
  const lines = [bullet > 0 ? withoutStart(first!, bullet) : first!, ...rest];
  const kind = kindOf(lines, bullet > 0);
  const isClosed = strewn || kind === "paragraph" || kind === "list-item";
  const cell = lines.flatMap((line, i) => [
    ...joint(page, lines[i - 1], line),
    ...(isClosed || hasLoneCharacter(line.text) ? closeUp(page, line) : [verbatim(page, line.start, line.end)]),
  ]);
  return { kind, cells: [cell] };
}

function kindOf(lines: readonly Line[], hasBullet: boolean): BlockKind {
  const { text } = lines[0]!;
  if (hasBullet) return "list-item";
  if (lines.length > 1) return isNumbered(text) ? "list-item" : "paragraph";
  if (isCaption(text)) return "caption";
  if (isSection(text) && text.length <= 40 && !endsSentence(text)) return "heading";
  if (isNumbered(text)) return "list-item";
  return isHeading(text) ? "heading" : "paragraph";
}

/** Between two joined lines: nothing, or a space where Latin letters or digits would fuse. */
function joint(page: string, before: Line | undefined, line: Line): TextPiece[] {
  if (before === undefined || !/[\w.,%]$/.test(before.text) || !/^\w/.test(line.text)) return [];
  return [{ data: " ", start: before.end, end: Math.max(before.end + 1, Math.min(line.start, page.length)) }];
}
