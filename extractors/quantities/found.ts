import type { Bound } from "../../schemas/fact.ts";
import type { DateMention, Quantity } from "../../schemas/mention.ts";
import type { Span } from "../../schemas/span.ts";
import { readCalendar } from "../dates/index.ts";
import { amountAt, clean } from "./amount.ts";
import { isLiang } from "./character.ts";
import { readQuantitiesAndSpans } from "./index.ts";
import { readOrdinals } from "./ordinal.ts";

export type FoundKind = "number" | "percent" | "range" | "currency" | "dimension" | "ordinal" | "date" | "period";

/** One thing that `jingjian quantities` reports. Dates are ISO strings; a null side of an interval is open. */
export interface FoundItem extends Span {
  readonly text: string;
  readonly kind: FoundKind;
  readonly value?: number | string;
  readonly low?: number | string | null;
  readonly high?: number | string | null;
  readonly unit?: string;
  readonly bound?: Bound;
}

/**
 * Everything countable in a text, in order of its start: quantities with the numerals inside them, ordinals, dates and
 * periods. Items of different kinds may overlap (a price holds a number).
 * @param reference local ISO date or date-time that relative dates count from
 */
export function findAll(text: string, reference?: string): FoundItem[] {
  const { dates, spans } = readCalendar(text, reference);
  const ordinals = readOrdinals(text);
  const quantities = readQuantitiesAndSpans(text, [...spans, ...ordinals]);
  const found = [
    ...quantities.flatMap((quantity) => itemsOf(text, quantity)),
    ...ordinals.map(({ start, end, text, value }) => ({ start, end, text, kind: "ordinal" as const, value })),
    ...dates.flatMap(dateItem),
  ];
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function dateItem({ start, end, text, kind, low, high }: DateMention): FoundItem[] {
  if (low === null && high === null) return [{ start, end, text, kind }];
  return low === high
    ? [{ start, end, text, kind: "date", value: low! }]
    : [{ start, end, text, kind: "period", low, high }];
}

function itemsOf(text: string, quantity: Quantity): FoundItem[] {
  const { kind } = quantity;
  if (kind === "percent" && !isFraction(text, quantity)) return [measured(quantity, "percent")];
  const numbers = numbersIn(text, quantity);
  if (kind === "currency" || kind === "dimension") return [measured(quantity, kind), ...numbers];
  return isOpen(quantity) || quantity.range !== null ? [measured(asFraction(quantity), "range"), ...numbers] : numbers;
}

/** 四分之一 is a number here; as a share it is told in percent only to the fact extractor. */
const isFraction = (text: string, { numeral, end, classifier }: Quantity): boolean =>
  classifier === "" && numeral.end <= end && text[numeral.end] !== "%";

/** 三分之二以上 starts at two thirds, as the number in it says. */
function asFraction(quantity: Quantity): Quantity {
  const { kind, value, range } = quantity;
  if (kind !== "percent") return quantity;
  const scaled = (share: number): number => clean(share / 100);
  return {
    ...quantity,
    value: value === null ? null : scaled(value),
    range: range === null ? null : [scaled(range[0]), scaled(range[1])],
  };
}

const isOpen = ({ bound }: Quantity): boolean => bound !== "exact" && bound !== "approx";

function measured({ start, end, text, unit, value, range, bound, kind: of }: Quantity, kind: FoundKind): FoundItem {
  const named = unit === null || kind === "range" || of === "count" ? {} : { unit };
  const level = range === null ? levelOf(value!, bound, kind) : { low: range[0], high: range[1] };
  return { start, end, text, kind, ...level, ...named, ...(bound === "exact" ? {} : { bound }) };
}

function levelOf(value: number, bound: Bound, kind: FoundKind): Pick<FoundItem, "value" | "low" | "high"> {
  if (kind !== "range") return { value };
  return bound === "gt" || bound === "ge" ? { low: value, high: null } : { low: null, high: value };
}

/** The numerals inside a quantity: two in a range, three in 3个小时15分钟30秒. */
function numbersIn(text: string, quantity: Quantity): FoundItem[] {
  const items: FoundItem[] = [];
  for (let at = quantity.start; at < quantity.end; ) {
    const { amount, next } = amountAt(text, at);
    const isLast = items.at(-1)?.end === at && isLiang(text, at);
    if (amount !== null && amount.end <= quantity.end && !isLast && !isUnitCharacter(amount.bare, at, quantity)) {
      const { start, end, low, high } = amount;
      const level = low === high ? { kind: "number" as const, value: low } : { kind: "range" as const, low, high };
      items.push({ start, end, text: text.slice(start, end), ...level });
    }
    at = Math.max(next, at + 1);
  }
  return items;
}

/** 千 of 千米 and 两 of 三十两 are units: inside a quantity a bare numeral counts only at its numeral. */
const isUnitCharacter = (bare: boolean, at: number, { numeral }: Quantity): boolean => bare && at !== numeral.start;
