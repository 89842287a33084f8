import { OF_ACCOUNTS, OF_STAFF } from "../../corpus/lexicon/tables.ts";
import type { PlaceItem } from "../context/item.ts";
import type { PlaceName } from "../context/place-name.ts";
import type { Frame } from "../linking/frame.ts";
import type { Cell } from "./cells.ts";
import { type GridRow, gridOf, gridRow, holdsNumber, type Row } from "./grid.ts";
import { pairFrames } from "./pairs.ts";
import { TableReading } from "./reading.ts";
import { type Around, senseOf } from "./sense.ts";

export type { Row } from "./grid.ts";

export interface TableContext extends Around {
  readonly rows: readonly Row[];
  /** Whom the document is about, or the caption of the first table where it names somebody. */
  readonly subject: PlaceName | null;
  readonly focus: PlaceName | null;
}

export interface TablesRead {
  readonly frames: readonly Frame[];
  /** Sentences that the tables take: the rules of running text leave them alone. */
  readonly read: ReadonlySet<number>;
}

/**
 * Reads the tables in a run of rows; each begins at its header. Rows name places, offices or metrics, heads of columns
 * the others of these, what changed, units and years; what neither says comes from the lines above.
 */
export function readTables(context: TableContext): TablesRead {
  const words = context.rows.map(({ sentence }) => sentence.text).join("\n") + context.above.join("\n");
  const kind = { staff: OF_STAFF.test(words), fiscal: OF_ACCOUNTS.test(words + context.title) };
  const rows = context.rows.map((row) => gridRow(row, kind));
  const frames: Frame[] = [];
  const read = new Set<number>();
  const heads = rows.flatMap(({ isHead }, i) => (isHead && rows[i - 1]?.isHead !== true ? [i] : []));
  for (const [k, head] of heads.entries()) {
    const between = rows.slice(k === 0 ? 0 : Math.max(0, head - 1), head);
    const above = [...(k === 0 ? context.above : []), ...lines(between)];
    const subject = ownerOf(between) ?? (k === 0 ? context.subject : context.focus);
    const grid = gridOf(rows.slice(head, heads[k + 1] ?? rows.length), kind, subject);
    if (grid === null) continue;
    const found = new TableReading(grid, senseOf(grid, { ...context, above }), subject, kind).frames();
    if (found.length === 0) continue;
    for (const frame of found) frames.push(frame);
    for (const index of [...grid.header, ...grid.body.map(({ row }) => row.index)]) read.add(index);
  }
  if (heads.length === 0)
    for (const row of rows) {
      const found = pairFrames(row, context.subject, kind);
      frames.push(...found);
      if (found.length > 0) read.add(row.row.index);
    }
  for (const { cells, row } of rows) if (isBare(cells)) read.add(row.index);
  return { frames, read };
}

/** 表2　佛坪县…: whom a caption names, where it names one. */
function ownerOf(captions: readonly GridRow[]): PlaceName | null {
  const caption = captions.at(-1);
  if (caption === undefined || caption.cells.some(holdsNumber)) return null;
  return onlyDivision(caption.row.places, caption.row.sentence.text);
}

/** The county or city that a caption names, where it names one and does not only say who filled in the form. */
export function onlyDivision(places: readonly PlaceItem[], caption: string): PlaceName | null {
  const [place, more] = places;
  if (place === undefined || more !== undefined || /填报|填表|制表|来源|审核/.test(caption)) return null;
  const [name, other] = place.places;
  return name !== undefined && other === undefined && name.code !== null ? name : null;
}

const lines = (rows: readonly GridRow[]): string[] =>
  rows.filter(({ cells }) => !cells.some(holdsNumber)).map(({ row }) => row.sentence.text);

/** Several numbers without units of their own say nothing to the rules of running text. */
function isBare(cells: readonly Cell[]): boolean {
  const numbers = cells.slice(1).filter(({ text }) => /\d/.test(text));
  return numbers.length > 1 && numbers.every(({ text }) => /^[+\-−–]?\d[\d\s.,，:]*[%％]?$/.test(text));
}
