import { TOTAL_ROW } from "../../corpus/lexicon/tables.ts";
import type { Sentence } from "../../schemas/document.ts";
import type { NumberField } from "../../schemas/fact.ts";
import { metric } from "../../schemas/metrics.ts";
import type { PlaceItem } from "../context/item.ts";
import type { PlaceName } from "../context/place-name.ts";
import type { Frame } from "../linking/frame.ts";
import { type Cell, cellsOf, nounIn, numberIn, roleOf, type TableUnit, unitIn, yearOf } from "./cells.ts";

/** A row of a table with the sentence it is, by index. */
export interface Row {
  readonly index: number;
  readonly sentence: Sentence;
  readonly places: readonly PlaceItem[];
}

export interface TableContext {
  readonly rows: readonly Row[];
  /** The text of the lines just above: 单位：万元. */
  readonly above: string;
  readonly subject: PlaceName | null;
}

interface Column {
  readonly header: string;
  readonly role: NumberField | null;
  readonly unit: TableUnit | null;
  readonly noun: { readonly metric: string; readonly label: string } | null;
}

/**
 * Reads the tables in a run of rows; each begins at its header: metrics down and 改革前, 改革后 across, or places down and metrics across.
 * @returns frames, and the sentences they stand in; rows that it cannot read are left to the rules of running text
 */
export function readTables({ rows, above, subject }: TableContext): {
  readonly frames: Frame[];
  readonly read: ReadonlySet<number>;
} {
  const frames: Frame[] = [];
  const read = new Set<number>();
  const heads = rows.flatMap((row, i) => (isHeader(row) ? [i] : []));
  for (const [k, head] of heads.entries()) {
    const title = rows.slice(k === 0 ? 0 : heads[k - 1]! + 1, head).map(({ sentence }) => sentence.text);
    const text = [...(k === 0 ? [above] : []), ...title].join("\n");
    const found = readTable({ rows: rows.slice(head, heads[k + 1] ?? rows.length), above: text, subject });
    frames.push(...found.frames);
    for (const index of found.read) read.add(index);
  }
  return { frames, read };
}

/** A header names what its columns hold and holds no numbers of its own. */
function isHeader({ sentence }: Row): boolean {
  const cells = cellsOf(sentence.text);
  if (cells.length < 2 || cells.slice(1).some((cell) => numberIn(cell, null) !== null)) return false;
  return cells.slice(1).some(({ text }) => !/^单位/.test(text) && (roleOf(text) !== null || nounIn(text) !== null));
}

function readTable({ rows, above, subject }: TableContext): {
  readonly frames: Frame[];
  readonly read: ReadonlySet<number>;
} {
  const [head, ...body] = rows;
  const read = new Set<number>();
  if (head === undefined || body.length === 0) return { frames: [], read };
  const columns = columnsOf(cellsOf(head.sentence.text));
  const tableUnit = unitIn(above) ?? columns.map(({ unit }) => unit).find((unit) => unit !== null) ?? null;
  const usable = columns.slice(1).some(({ role, noun }) => role !== null || noun !== null);
  if (!usable) return { frames: [], read };
  read.add(head.index);
  const frames = body.flatMap((row) => {
    const found = rowFrames(
      row,
      columns,
      unitIn(above) === null ? null : tableUnit,
      subject,
      nounIn(above.split("\n").at(-1) ?? ""),
    );
    if (found.length > 0) read.add(row.index);
    return found;
  });
  return frames.length > 0 ? { frames, read } : { frames: [], read: new Set() };
}

const columnsOf = (cells: readonly Cell[]): Column[] =>
  cells.map(({ text }) => ({ header: text, role: roleOf(text), unit: unitIn(text), noun: nounIn(text) }));

function rowFrames(
  row: Row,
  columns: readonly Column[],
  tableUnit: TableUnit | null,
  subject: PlaceName | null,
  captionNoun: Column["noun"],
): Frame[] {
  const cells = cellsOf(row.sentence.text);
  const label = cells[0]!;
  const place = row.places.find(({ start, end }) => start >= label.start && end <= label.end)?.places[0] ?? null;
  const noun = place === null ? nounIn(label.text) : null;
  const whom = place ?? subject;
  if (whom === null || (place === null && noun === null && !TOTAL_ROW.test(label.text))) return [];
  const caption = place === null ? null : captionNoun;
  const years = new Set(columns.flatMap(({ header }) => yearOf(header) ?? []));
  const onlyYear = years.size === 1 ? [...years][0]! : null;
  const byMetric = new Map<string, Frame>();
  for (let i = 1; i < cells.length; i++) {
    const column = columns[i];
    const about = noun ?? column?.noun ?? caption;
    if (column === undefined || about === null) continue;
    addCell(byMetric, {
      row,
      cell: cells[i]!,
      label,
      column,
      about,
      whom,
      unit: unitIn(label.text) ?? column.unit ?? tableUnit,
      fromRow: noun !== null || caption !== null,
      onlyYear,
    });
  }
  return [...byMetric.values()];
}

interface CellContext {
  /** The year of the table's columns where they name just one. */
  readonly onlyYear: string | null;
  readonly row: Row;
  readonly cell: Cell;
  readonly label: Cell;
  readonly column: Column;
  readonly about: { readonly metric: string; readonly label: string };
  readonly whom: PlaceName;
  readonly unit: TableUnit | null;
  readonly fromRow: boolean;
}

function addCell(
  frames: Map<string, Frame>,
  { row, cell, label, column, about, whom, unit, fromRow, onlyYear }: CellContext,
): void {
  const stated = column.role ?? (fromRow ? null : "value");
  const field = stated === "change" && /[%％]$/.test(cell.text) ? "change_pct" : stated;
  const number = field === null ? null : numberIn(cell, field === "change_pct" ? { unit: "percent", factor: 1 } : unit);
  if (field === null || number === null || !unitFits(about.metric, field, number.quantity.unit ?? "count")) return;
  const year = yearOf(column.header) ?? onlyYear;
  const key = `${about.metric} ${year ?? ""}`;
  const known = frames.get(key);
  const falls =
    /减|降|压|精简|撤/.test(column.header) && field !== "before" && field !== "after" && !/增减/.test(column.header);
  const value = { quantity: number.quantity, sign: falls ? (-1 as const) : number.sign };
  if (known !== undefined && !known.fields.has(field)) {
    known.fields.set(field, value);
    known.span = { start: known.span.start, end: Math.max(known.span.end, cell.end) };
    return;
  }
  frames.set(key, {
    ...about,
    scope: null,
    subject: whom,
    fields: new Map([[field, value]]),
    per: null,
    period: year,
    comparison: field === "before" || field === "after" ? "reform" : null,
    modality: "actual",
    rule: "table",
    source: "table",
    sentence: row.index,
    span: { start: label.start, end: cell.end },
  });
}

function unitFits(id: string, field: NumberField, unit: string): boolean {
  if (field === "change_pct") return unit === "percent";
  const wanted = metric(id).unit;
  if (wanted === "money") return /^[A-Z]{3}$/.test(unit);
  if (wanted === "km2") return unit === "km2";
  return wanted !== "ratio" && unit === "count";
}
