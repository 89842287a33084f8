import { COLUMN_LEVEL, COLUMN_ROLES, TABLE_UNITS } from "../../corpus/lexicon/tables.ts";
import type { NumberField } from "../../schemas/fact.ts";
import type { Quantity } from "../../schemas/mention.ts";
import type { Span } from "../../schemas/span.ts";
import { lexicon } from "../context/lexicon.ts";
import { readQuantities } from "../quantities/index.ts";
import { readNumeral } from "../quantities/numeral.ts";

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

export interface TableUnit {
  readonly unit: string;
  readonly factor: number;
}

/** The unit that a header or label states, in brackets (事业单位（家）) or after 单位：. */
export function unitIn(text: string): TableUnit | null {
  const stated =
    /[（(]\s*(?:单位[:：])?\s*([^）)]{1,6})[）)]/.exec(text)?.[1] ??
    /单位[:：]\s*([^\s，。、）)]{1,6})/.exec(text)?.[1];
  if (stated === undefined) return null;
  const found = TABLE_UNITS.find(([word]) => stated.trim() === word);
  return found === undefined ? null : { unit: found[1], factor: found[2] };
}

/** A metric noun that a header or label names: the last, as in running text. */
export function nounIn(header: string): { readonly metric: string; readonly label: string } | null {
  const text = header.replace(/[（(][^）)]*[）)]|单位[:：].*$/g, "");
  let found: { metric: string; label: string } | null = null;
  for (let at = 0; at < text.length; ) {
    const match = lexicon().longestAt(text, at);
    const noun = match?.values.find((entry) => entry.as === "noun");
    if (match !== null && noun !== undefined)
      found = {
        metric: noun.metric,
        label: text.slice(0, match.end).replace(/^[\s\d.、一二三四五六七八九十（）()]+/, ""),
      };
    at = match?.end ?? at + 1;
  }
  return found;
}

/** What a column holds by its header; null where the header says nothing of numbers. */
export function roleOf(header: string): NumberField | null {
  const role = COLUMN_ROLES.find(([, pattern]) => pattern.test(header))?.[0];
  return role ?? (COLUMN_LEVEL.test(header.replace(/[（(].*$/, "")) ? "value" : null);
}

export const yearOf = (header: string): string | null => /^(\d{4})年/.exec(header)?.[1] ?? null;

/** Reads a cell that holds one number and nothing else but its unit, arrows and signs. */
export function numberIn(
  cell: Cell,
  stated: TableUnit | null,
): { readonly quantity: Quantity; readonly sign: 1 | -1 } | null {
  const lead = /^[\s↓↑▼▲\-−–—+＋]*/.exec(cell.text)?.[0] ?? "";
  const numeral = readNumeral(cell.text, lead.length);
  if (numeral === null) return boundedIn(cell, stated);
  if (numeral.value === null) return null;
  const rest = cell.text.slice(numeral.end).trim();
  const own = TABLE_UNITS.find(([word]) => rest === word);
  if (rest !== "" && own === undefined) return null;
  const { unit, factor } = own ? { unit: own[1], factor: own[2] } : (stated ?? { unit: "count", factor: 1 });
  const value = round(Math.abs(numeral.value) * factor);
  const kind = unit === "percent" ? "percent" : unit === "km2" ? "dimension" : unit === "count" ? "count" : "currency";
  const classifier = unit === "count" ? (own?.[0].at(-1) ?? "") : "";
  const span = { start: cell.start, end: cell.end, text: cell.text };
  const sign = /[↓▼\-−–—]/.test(lead) || numeral.value < 0 ? -1 : 1;
  return { quantity: { ...span, kind, value, range: null, bound: "exact", unit, classifier, numeral }, sign };
}

/** 约250人: a cell whose number has a bound or a unit of its own. */
function boundedIn(cell: Cell, stated: TableUnit | null): { readonly quantity: Quantity; readonly sign: 1 } | null {
  const [found, more] = readQuantities(cell.text);
  if (found === undefined || more !== undefined || found.end - found.start !== cell.text.length || found.value === null)
    return null;
  const factor = found.kind === "number" ? (stated?.factor ?? 1) : 1;
  const unit = found.kind === "number" ? (stated?.unit ?? "count") : found.unit;
  return {
    quantity: { ...found, start: cell.start, end: cell.end, unit, value: round(found.value * factor) },
    sign: 1,
  };
}

const round = (value: number): number => Number(value.toPrecision(12));
