import type { Line } from "./lines.ts";

/** A cell's place in the page. */
export interface Cell {
  readonly start: number;
  readonly end: number;
}

/**
 * The cells of lines in which every tab ends one, so that two tabs enclose an empty cell.
 * @param runs the same lines cut at runs of tabs and spaces
 * @returns null where some line has no tab, or where tabs only push the text to its column: then none lines up
 */
export function tabCells(page: string, lines: readonly Line[], runs: readonly (readonly Cell[])[]): Cell[][] | null {
  if (!lines.every(({ text, start }) => text.includes("\t") || page[start - 1] === "\t")) return null;
  const leads = lines.map((line) => leadingTabs(page, line));
  const common = leads.reduce((least, lead) => Math.min(least, lead), Number.POSITIVE_INFINITY);
  const rows = lines.map((line, i) => [...empties(line.start, leads[i]! - common), ...split(line)]);
  if (isEven(runs) && !isEven(rows)) return null;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  // A last cell left empty may have lost its tab.
  const full = rows.filter((row) => row.length >= width - 1).length;
  if (full < rows.length / 2) return null;
  const filled = (row: readonly Cell[], i: number) => row[i] !== undefined && row[i].end > row[i].start;
  for (let i = 0; i < width; i++) if (!rows.some((row) => filled(row, i))) return null;
  return rows;
}

const isEven = (rows: readonly (readonly Cell[])[]): boolean => rows.every((row) => row.length === rows[0]!.length);

/** Tabs that trimming took off the line's beginning. */
function leadingTabs(page: string, { start }: Line): number {
  let tabs = 0;
  for (let at = start - 1; at >= 0 && /[ \t\u3000]/.test(page[at]!); at--) if (page[at] === "\t") tabs++;
  return tabs;
}

const empties = (at: number, count: number): Cell[] => Array.from({ length: count }, () => ({ start: at, end: at }));

function split({ text, start }: Line): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (const part of text.split("\t")) {
    const lead = part.length - part.trimStart().length;
    const length = part.trim().length;
    cells.push({ start: start + from + lead, end: start + from + lead + length });
    from += part.length + 1;
  }
  return cells;
}
