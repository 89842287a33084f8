import { columns, type Line } from "./lines.ts";
import type { Cell } from "./tab-cells.ts";

/** Where a cell stands on a screen, in columns of half a Chinese character. */
interface Extent {
  readonly from: number;
  readonly to: number;
}

/**
 * Rows of text set in columns by spaces: a row with fewer cells than the fullest gets empty ones where it has gaps.
 * Each cell goes under the column that it overlaps or stands nearest to; none changes its order.
 */
export function aligned(page: string, lines: readonly Line[], rows: readonly Cell[][]): Cell[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.every((row) => row.length === width)) return [...rows];
  const extents = rows.map((row, i) => extentsOf(page, lines[i]!, row));
  const heads = headsOf(extents.filter((row) => row.length === width));
  return rows.map((row, i) => (row.length === width ? row : padded(row, extents[i]!, heads)));
}

/** What the full rows take of the screen, column by column. */
function headsOf(full: readonly (readonly Extent[])[]): Extent[] {
  const heads = [...full[0]!];
  for (const row of full)
    for (const [k, { from, to }] of row.entries())
      heads[k] = { from: Math.min(heads[k]!.from, from), to: Math.max(heads[k]!.to, to) };
  return heads;
}

function extentsOf(page: string, { start, indent }: Line, row: readonly Cell[]): Extent[] {
  let [at, from] = [start, indent];
  return row.map((cell) => {
    from += columns(page.slice(at, cell.start));
    const begin = from;
    const text = page.slice(cell.start, cell.end);
    at = cell.end;
    from += columns(text);
    return { from: begin, to: begin + columns(text.trimEnd()) };
  });
}

/** Places cells from left to right: each takes the best column that leaves one for every cell behind it. */
function padded(row: readonly Cell[], extents: readonly Extent[], heads: readonly Extent[]): Cell[] {
  const out: Cell[] = [];
  row.forEach((cell, k) => {
    let best = out.length;
    for (let i = out.length; i <= heads.length - (row.length - k); i++)
      if (distance(extents[k]!, heads[i]!) < distance(extents[k]!, heads[best]!)) best = i;
    while (out.length < best) out.push({ start: cell.start, end: cell.start });
    out.push(cell);
  });
  return out;
}

/** How far apart two extents are; 0 or less where they overlap, the less the more. */
const distance = (a: Extent, b: Extent): number => Math.max(a.from, b.from) - Math.min(a.to, b.to);
