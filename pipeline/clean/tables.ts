import { endsSentence } from "./line-kinds.ts";
import { type Line, verbatim } from "./lines.ts";
import type { DraftBlock } from "./text-builder.ts";

/** A cell's place in the page. */
interface Cell {
  readonly start: number;
  readonly end: number;
}

/** Ways to set cells apart, the surest first. `least` lines in a row must have `cells` cells each. */
const SEPARATORS: readonly { readonly pattern: RegExp; readonly cells: number; readonly least: number }[] = [
  { pattern: /\s*[|｜┃│]\s*/g, cells: 2, least: 2 },
  {
    pattern: /[ \u3000]*\t[ \u3000\t]*|[ \u{A0}]{2,}|[ \u{A0}]*\u3000[ \u{A0}\u3000]+|\u3000[ \u{A0}]+/gu,
    cells: 2,
    least: 2,
  },
  { pattern: /[ \u{A0}\u3000]+/gu, cells: 3, least: 3 },
];
const MAX_CELL = 30;
const RULE_CELL = /^[\s:：+=_—─-]*$/;

/**
 * Reads a table that begins at a line: by pipes, tabs, wide or single spaces between short cells, line after line.
 * @returns its rows and how many lines they take, or null where none begins
 */
export function readTable(
  page: string,
  lines: readonly Line[],
  first: number,
): { rows: DraftBlock[]; taken: number } | null {
  for (const { pattern, cells, least } of SEPARATORS) {
    const rows = rowsFrom(lines, first, pattern, cells);
    if (rows.length < least || !hasNumbers(page, rows)) continue;
    if (cells > 2 && new Set(rows.map((row) => row.length)).size > 1) continue;
    const blocks = rows
      .map((row) => row.map(({ start, end }) => [verbatim(page, start, end)]))
      .filter((row) => !row.every(([piece]) => RULE_CELL.test(piece!.data)))
      .map((row): DraftBlock => ({ kind: "table-row", cells: row }));
    return { rows: blocks, taken: rows.length };
  }
  return null;
}

function rowsFrom(lines: readonly Line[], first: number, pattern: RegExp, least: number): Cell[][] {
  const rows: Cell[][] = [];
  for (let i = first; i < lines.length; i++) {
    const cells = cellsOf(lines[i]!, pattern);
    if (cells.length < least || !isRow(lines[i]!, cells)) break;
    rows.push(cells);
  }
  return rows;
}

function cellsOf({ text, start }: Line, pattern: RegExp): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    // A pipe at the edge of a line opens or closes it; between two pipes a cell may be empty.
    if (match.index > 0) cells.push({ start: start + from, end: start + match.index });
    from = match.index + match[0].length;
  }
  if (from < text.length) cells.push({ start: start + from, end: start + text.length });
  return cells;
}

/** Cells are short and no sentences, and not all of them are labels with their values. */
function isRow({ text, start }: Line, cells: readonly Cell[]): boolean {
  const parts = cells.map((cell) => text.slice(cell.start - start, cell.end - start));
  if (parts.some((part) => part.length > MAX_CELL || endsSentence(part))) return false;
  return (
    !parts.every((part) => /[：:]/.test(part) || RULE_CELL.test(part)) || parts.every((part) => RULE_CELL.test(part))
  );
}

/** A table without a number is a list of names or a line with gaps. */
const hasNumbers = (page: string, rows: readonly (readonly Cell[])[]): boolean =>
  rows.some((row) =>
    row.slice(1).some(({ start, end }) => /[\d０-９一二三四五六七八九十百千万]/.test(page.slice(start, end))),
  );
