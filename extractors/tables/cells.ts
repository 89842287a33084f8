import { NO_NUMBER_CELL } from "../../corpus/lexicon/tables.ts";
import type { Quantity, QuantityKind } from "../../schemas/mention.ts";
import type { Span } from "../../schemas/span.ts";
import { readQuantities } from "../quantities/index.ts";
import { readNumeral } from "../quantities/numeral.ts";
import { type TableUnit, unitNamed } from "./unit.ts";

/** A cell with its place in the row's sentence. */
export interface Cell extends Span {
  readonly text: string;
}

export function cellsOf(row: string): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (const raw of row.split("\t")) {
    const lead = raw.length - raw.trimStart().length;
    cells.push({ start: at + lead, end: at + lead + raw.trim().length, text: raw.trim() });
    at += raw.length + 1;
  }
  return cells;
}

/** A label without spaces between Chinese characters (合　计) and without marks of footnotes. */
export const compact = (text: string): string =>
  text
    .replace(/(?<=[\p{Script=Han}“”])[\s\u3000]+(?=[\p{Script=Han}“”])/gu, "")
    .replace(FOOTNOTE, "")
    .replace(EMPHASIS, "")
    .trim();

/** Markdown's bold: **合计**. */
const EMPHASIS = /^\*{1,3}|\*{1,3}$|^__|__$/g;
const FOOTNOTE = /[①-⑳*＊※¹²³⁴]+$|[①-⑳]+|\[\d{1,2}\]$|［\d{1,2}］$|[（(]注\d*[）)]$/gu;

export interface CellNumber {
  readonly quantity: Quantity;
  readonly sign: 1 | -1;
  /** The cell itself says which way: -11, 减12, ↓3. */
  readonly signed: boolean;
}

/** Which way a mark or word before a number points; ▲ alone does not say. */
const LEADS: readonly (readonly [RegExp, 1 | -1])[] = [
  [/^(?:[↓▼△]|减少|下降|净减|减|降)\s*/, -1],
  [/^[-−–—－]\s*/, -1],
  [/^(?:[+＋↑▲]|增加|增长|新增|增|升)\s*/, 1],
];

/**
 * Reads a cell that holds one number and nothing else but its unit, arrows and signs.
 * @param stated the unit of the column, row or table; the cell's own goes before it
 * @param fallsMark true where a note says that ▲ is a minus
 */
export function numberIn(cell: Cell, stated: TableUnit | null, fallsMark = false): CellNumber | null {
  const text = cell.text.replace(FOOTNOTE, "").replace(EMPHASIS, "").trim();
  // 万人 is a unit, and no ten thousand people.
  if (NO_NUMBER_CELL.test(text) || unitNamed(text) !== null) return null;
  const inner = /^[（(]([\d.,，]+[%％]?)[）)]$/.exec(text);
  if (inner !== null) return plain(cell, inner[1]!, stated, -1, true);
  const lead = LEADS.find(([mark]) => mark.test(text));
  if (lead === undefined) return plain(cell, text, stated, 1, false);
  const sign = fallsMark && text.startsWith("▲") ? -1 : lead[1];
  return plain(cell, text.replace(lead[0], ""), stated, sign, true);
}

function plain(cell: Cell, text: string, stated: TableUnit | null, sign: 1 | -1, signed: boolean): CellNumber | null {
  const numeral = readNumeral(text, 0);
  const rest = numeral === null ? "" : text.slice(numeral.end).trim();
  const own = rest === "" ? null : unitNamed(rest);
  const simple = numeral !== null && numeral.value !== null && (rest === "" || own !== null);
  if (!simple) return boundedIn(cell, text, stated, sign, signed);
  const { unit, factor } = own ?? stated ?? PLAIN;
  const value = round(Math.abs(numeral.value!) * factor);
  const classifier = unit === "count" ? rest.slice(-1) : "";
  const span = { start: cell.start, end: cell.end, text: cell.text };
  const bound = numeral.bound ?? "exact";
  return {
    quantity: { ...span, kind: kindOf(unit), value, range: null, bound, unit, classifier, numeral },
    sign: numeral.value! < 0 ? -1 : sign,
    signed: signed || numeral.value! < 0,
  };
}

function kindOf(unit: string): QuantityKind {
  if (unit === "percent") return "percent";
  if (unit === "count" || unit === "person") return "count";
  return /^[A-Z]{3}$|^other$/.test(unit) ? "currency" : "dimension";
}

const PLAIN: TableUnit = { unit: "count", factor: 1 };

/** 约250人, 120个以内, 30至40人, 14.5:1: a cell whose number has a bound, a range or a unit of its own. */
function boundedIn(
  cell: Cell,
  text: string,
  stated: TableUnit | null,
  sign: 1 | -1,
  signed: boolean,
): CellNumber | null {
  const [found, more] = readQuantities(text);
  if (found === undefined || more !== undefined || found.end - found.start !== text.length) return null;
  const bare = found.kind === "number";
  const factor = bare ? (stated?.factor ?? 1) : 1;
  const unit = bare ? (stated?.unit ?? "count") : found.unit;
  const range =
    found.range === null ? null : ([round(found.range[0] * factor), round(found.range[1] * factor)] as const);
  const value = found.value === null ? null : round(found.value * factor);
  return { quantity: { ...found, start: cell.start, end: cell.end, unit, value, range }, sign, signed };
}

const round = (value: number): number => Number(value.toPrecision(12));
