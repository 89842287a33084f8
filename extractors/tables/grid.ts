import { INDEX_HEAD, LEVEL_COLUMN, UNIT_HEAD } from "../../corpus/lexicon/tables.ts";
import type { Sentence } from "../../schemas/document.ts";
import type { PlaceItem } from "../context/item.ts";
import type { PlaceName } from "../context/place-name.ts";
import { type Cell, cellsOf, compact, numberIn } from "./cells.ts";
import { type Heading, heading, type TableKind } from "./heading.ts";
import { subjectOf } from "./subject.ts";
import { unitNamed } from "./unit.ts";

/** A row of a table with the sentence it is, by index. */
export interface Row {
  readonly index: number;
  readonly sentence: Sentence;
  readonly places: readonly PlaceItem[];
}

export interface GridRow {
  readonly row: Row;
  readonly cells: readonly Cell[];
  /** It names what columns hold and holds no numbers of its own. */
  readonly isHead: boolean;
}

export interface Column {
  readonly heading: Heading;
  /** Whose numbers the column holds, where the head names a place. */
  readonly subject: PlaceName | null;
}

/** A table as its header cuts it. */
export interface Grid {
  readonly columns: readonly Column[];
  /** Columns that name what a row is about; numbers stand in the others. */
  readonly labels: readonly number[];
  /** The column that gives each row's unit, or -1. */
  readonly unitColumn: number;
  readonly body: readonly GridRow[];
  /** The sentences of the header, by index. */
  readonly header: readonly number[];
}

const MAX_HEADER_ROWS = 3;
const YEAR = /^(?:19|20)\d\d年?$/;

export function gridRow(row: Row, kind: TableKind): GridRow {
  const cells = cellsOf(row.sentence.text);
  return { row, cells, isHead: isHeader(cells, row, kind) };
}

export const holdsNumber = (cell: Cell): boolean => !YEAR.test(cell.text) && numberIn(cell, null) !== null;

/** Digits in a head are of dates, or of remarks in brackets: 63.8亿元，增长4.6% is a value. */
const holdsFigures = ({ text }: Cell): boolean =>
  /\d/.test(
    text.replace(
      /[（(][^）)]*[）)]|(?:19|20)\d\d(?:年|$)|1[01]\d年|\d{1,2}\s*(?:[-—–至~～]\s*\d{1,2})?[月日季]|第\d/g,
      "",
    ),
  );

function isHeader(cells: readonly Cell[], row: Row, kind: TableKind): boolean {
  if (cells.length < 2 || cells.slice(1).some((cell) => holdsNumber(cell) || holdsFigures(cell))) return false;
  const rest = cells.slice(1).filter(({ text }) => text !== "");
  // 三、经费　　单位：万元 is a caption.
  if (rest.some(({ text }) => /^[（(]?单位[:：]/.test(text))) return false;
  const telling = rest.some(({ text }) => {
    const { role, noun, period, unit } = heading(text, kind);
    return (
      role !== null ||
      noun !== null ||
      (period !== null && text.length <= 12) ||
      (unit !== null && unitNamed(text) === null)
    );
  });
  return telling || namedPlaces(rest, row) >= 2;
}

const namedPlaces = (cells: readonly Cell[], { places }: Row): number =>
  cells.filter((cell) => places.some(({ start, end }) => start === cell.start && end === cell.end)).length;

/**
 * Cuts a run of rows that begins with its header.
 * @returns null where nothing stands below the header or its columns say nothing
 */
export function gridOf(rows: readonly GridRow[], kind: TableKind, whole: PlaceName | null): Grid | null {
  let depth = 1;
  while (depth < MAX_HEADER_ROWS && isHeadBelow(rows[depth])) depth++;
  const [head, body] = [rows.slice(0, depth), rows.slice(depth)];
  const width = body.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  if (body.length === 0 || width < 2) return null;
  const heads = joinHeads(head, width);
  const labels = labelColumns(heads, body, width);
  const unitColumn = heads.findIndex(({ text }, i) => isUnitColumn(text, body, i));
  const columns = heads.map(({ text, places }): Column => {
    const subject = subjectOf(compact(text), places, "", whole);
    return { heading: heading(text, kind), subject: subject?.name ?? null };
  });
  return {
    columns,
    labels: labels.filter((i) => i !== unitColumn && !INDEX_HEAD.test(compact(heads[i]!.text))),
    unitColumn,
    body,
    header: head.map(({ row }) => row.index),
  };
}

/** Under a header also what only narrows it: 行政, 事业 under 编制数. */
function isHeadBelow(row: GridRow | undefined): boolean {
  if (row === undefined || row.isHead) return row !== undefined;
  const [first, ...rest] = row.cells;
  const filled = rest.filter(({ text }) => text !== "");
  return first!.text === "" && filled.length >= 2 && filled.every((cell) => holdsText(cell) && cell.text.length <= 12);
}

interface Head {
  readonly text: string;
  readonly places: readonly PlaceItem[];
}

/** Heads over each other are one; a head over several columns stands in the first of them. */
function joinHeads(rows: readonly GridRow[], width: number): Head[] {
  const lines = rows.map((row, depth) => spread(row, width, depth, rows));
  return Array.from({ length: width }, (_, i) => {
    const parts = lines.map((line) => line[i]).filter((cell) => cell !== undefined);
    const texts = [...new Set(parts.map(({ text }) => text).filter((text) => text !== ""))];
    return { text: texts.join(" "), places: parts.flatMap(({ places }) => places) };
  });
}

interface Placed {
  readonly text: string;
  readonly places: readonly PlaceItem[];
}

const NOTHING: Placed = { text: "", places: [] };

/** One line of the header with as many cells as the body: an empty cell above a filled one takes what stands left of it. */
function spread({ cells, row }: GridRow, width: number, depth: number, rows: readonly GridRow[]): Placed[] {
  const placed = cells.map((cell): Placed => ({ text: cell.text, places: placesIn(cell, row) }));
  if (depth > 0 && placed.length === width - 1 && placed[0]!.text !== "") placed.unshift(NOTHING);
  const below = rows[depth + 1];
  if (below === undefined) return placed;
  const groups = placed.length - 1;
  if (placed.length < width && groups > 0 && (width - 1) % groups === 0 && placed.every(({ text }) => text !== "")) {
    const share = (width - 1) / groups;
    return [placed[0]!, ...placed.slice(1).flatMap((one) => Array.from({ length: share }, () => one))];
  }
  for (let i = 2; i < width; i++) {
    const filledBelow = (below.cells[i]?.text ?? "") !== "" || below.cells.length === width - 1;
    if ((placed[i] ?? NOTHING).text === "" && filledBelow) placed[i] = placed[i - 1] ?? NOTHING;
  }
  return placed;
}

export const placesIn = ({ start, end }: Cell, { places }: Row): PlaceItem[] =>
  places.filter((place) => place.start >= start && place.end <= end);

/** The leading columns without numbers, and one of running numbers before them. */
function labelColumns(heads: readonly Head[], body: readonly GridRow[], width: number): number[] {
  const labels: number[] = [];
  for (let i = 0; i < width - 1; i++) {
    const head = compact(heads[i]!.text);
    const filled = body.map(({ cells }) => cells[i]).filter((cell) => cell !== undefined && cell.text !== "");
    const isText = filled.length > 0 && filled.filter((cell) => !holdsNumber(cell!)).length > filled.length / 2;
    const indexed = labels.every((at) => INDEX_HEAD.test(compact(heads[at]!.text)));
    if (i > 0 && !isText && !indexed) break;
    if (i > 0 && LEVEL_COLUMN.test(head) && !isText) break;
    labels.push(i);
    if (isText && !body.some(({ cells }) => holdsText(cells[i + 1]))) break;
  }
  return labels;
}

const holdsText = (cell: Cell | undefined): boolean =>
  cell !== undefined && /\p{Script=Han}/u.test(cell.text) && !holdsNumber(cell);

function isUnitColumn(head: string, body: readonly GridRow[], i: number): boolean {
  if (!UNIT_HEAD.test(compact(head))) return false;
  const filled = body.map(({ cells }) => cells[i]?.text ?? "").filter((text) => text !== "");
  return filled.length > 0 && filled.filter((text) => unitNamed(text) !== null).length >= filled.length / 2;
}
