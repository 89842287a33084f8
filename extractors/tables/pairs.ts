import type { PlaceName } from "../context/place-name.ts";
import type { Frame } from "../linking/frame.ts";
import { type Cell, numberIn } from "./cells.ts";
import { type GridRow, holdsNumber } from "./grid.ts";
import { heading, type TableKind } from "./heading.ts";
import { unitFits } from "./unit.ts";

/**
 * A row of a table without header: labels with their values, one pair or several side by side.
 * @returns nothing where a value is more than one number: that is for the rules of running text
 */
export function pairFrames({ cells, row }: GridRow, subject: PlaceName | null, kind: TableKind): Frame[] {
  if (subject === null || cells.length % 2 !== 0 || cells.length > MAX_CELLS) return [];
  const frames: Frame[] = [];
  for (let i = 0; i < cells.length; i += 2) {
    const [label, cell] = [cells[i]!, cells[i + 1]!];
    if (holdsNumber(label) || (!holdsNumber(cell) && /\d/.test(cell.text))) return [];
    const frame = pairFrame(label, cell, row.index, subject, kind);
    if (frame !== null) frames.push(frame);
  }
  return frames;
}

const MAX_CELLS = 12;

function pairFrame(label: Cell, cell: Cell, index: number, subject: PlaceName, kind: TableKind): Frame | null {
  const { noun, unit, role, period, skip, modality, comparison } = heading(label.text, kind);
  if (noun === null || noun.general || skip) return null;
  const field = role === null || role === "present" ? "value" : role;
  const number = numberIn(cell, field === "change_pct" ? { unit: "percent", factor: 1 } : unit);
  if (number === null || !unitFits(noun.metric, field, number.quantity.unit ?? "count")) return null;
  return {
    metric: noun.metric,
    label: noun.label,
    scope: null,
    subject,
    named: true,
    fields: new Map([[field, { quantity: number.quantity, sign: number.sign }]]),
    per: null,
    period,
    comparison,
    modality: modality ?? "actual",
    rule: "table",
    source: "table",
    sentence: index,
    span: { start: label.start, end: cell.end },
  };
}
