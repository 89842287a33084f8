import type { Cursor } from "./cursor.ts";
import { type Day, firstOfMonth, lastOfMonth, partsOf } from "./day.ts";
import { type Closed, type Level, monthsReading, type Reading, yearOf, yearReading } from "./reading.ts";

/** An earlier date of the text, which later ones may take their year or month from. */
export interface Anchor {
  readonly reading: Closed;
  readonly end: number;
}

/** What the words around a date know. */
export interface Context {
  /** The reference day; where none is given any day will do, since readings from it are then dropped. */
  readonly today: Day;
  readonly anchor: Anchor | null;
  /** Offset where the expression starts. */
  readonly start: number;
  /** True for Taiwan's text, whose years of three figures are Minguo years. */
  readonly minguo: boolean;
  /** True for the second end of a range, where numbers may be barer. */
  readonly second?: boolean;
}

const MAX_ANCHOR_CHARS = 200;
const MAX_POINTER_CHARS = 600;
const FINE_LEVELS: ReadonlySet<Level> = new Set(["half", "quarter", "month", "part", "week", "day", "range"]);

/**
 * The anchor that a date without a year may use: in the same paragraph, and where it is a bare year or merely
 * presumed, in the same sentence.
 */
export function anchorFor(cursor: Cursor, context: Context): Closed | null {
  if (context.anchor === null) return null;
  const { reading, end } = context.anchor;
  if (context.second) return reading;
  if (cursor.at - end > MAX_ANCHOR_CHARS) return null;
  const between = cursor.text.slice(end, cursor.at);
  const apart = FINE_LEVELS.has(reading.level) ? /\n/ : /[\n。！？!?；;]/;
  return apart.test(between) ? null : reading;
}

/** The year that 同年 or 次年 points back to: the last one stated, a paragraph or two away. */
export function statedYear(cursor: Cursor, context: Context): Closed | null {
  const anchor = context.anchor;
  return anchor?.reading.yearStated && cursor.at - anchor.end <= MAX_POINTER_CHARS ? anchor.reading : null;
}

/** The year that a date without one falls in. */
export function impliedYear(cursor: Cursor, context: Context): Closed {
  const anchor = anchorFor(cursor, context);
  if (anchor) {
    const origin = anchor.origin === "reference" ? "reference" : "anchor";
    const year = anchor.level === "range" ? partsOf(anchor.high).year : yearOf(anchor);
    return yearReading(year, { origin, yearStated: anchor.yearStated && !context.second });
  }
  return yearReading(partsOf(context.today).year, { origin: "reference", yearStated: false });
}

/** The month that a bare day falls in: that of the date before it, else the latest one in which the day is past. */
export function impliedMonth(cursor: Cursor, context: Context, date: number): Closed {
  const anchor = anchorFor(cursor, context);
  if (anchor && (anchor.level === "month" || anchor.level === "day" || anchor.level === "part")) {
    const { year, month } = partsOf(anchor.high);
    const origin = anchor.origin === "reference" ? "reference" : "anchor";
    return monthsReading("month", year, month, month, { origin, yearStated: anchor.yearStated });
  }
  const { year, month, date: today } = partsOf(context.today);
  const back = date > today && !isAhead(cursor, context) ? month - 1 : month;
  return monthsReading("month", year, back, back, { origin: "reference", yearStated: false });
}

const FUTURE = /[将拟定]/;
/** True behind 将于 and 定于, whose dates are still to come. */
const isAhead = (cursor: Cursor, { start }: Context): boolean =>
  FUTURE.test(cursor.text.slice(Math.max(0, start - 3), start));

const MONTHS_AHEAD = 8;

/** Moves a date that only seemed to be of the reference year into the year before, where it lies far ahead. */
export function settle(reading: Reading, cursor: Cursor, context: Context): Reading {
  const { low, high } = reading;
  if (reading.origin !== "reference" || reading.yearStated || low === null || high === null) return reading;
  const [then, now] = [partsOf(low), partsOf(context.today)];
  const ahead = (then.year - now.year) * 12 + then.month - now.month;
  if (ahead <= MONTHS_AHEAD || isAhead(cursor, context)) return reading;
  return shiftedYears(reading as Closed, -1);
}

/** The same calendar dates some years off. */
export function shiftedYears(reading: Closed, years: number): Closed {
  const move = (day: Day): Day => sameDate(day, years);
  const iso = reading.iso?.map((day) => (day === null ? null : move(day))) as [Day | null, Day | null] | undefined;
  return { ...reading, low: move(reading.low), high: move(reading.high), ...(iso ? { iso } : {}) };
}

/** 29 February becomes the last of February, and the last of February stays the last. */
function sameDate(day: Day, years: number): Day {
  const { year, month, date } = partsOf(day);
  const last = lastOfMonth(year + years, month);
  if (day === lastOfMonth(year, month)) return last;
  return firstOfMonth(year + years, month) + date - 1;
}
