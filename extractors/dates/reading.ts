import { type Day, firstOfMonth, lastOfMonth, partsOf } from "./day.ts";

export type Level = "century" | "decade" | "year" | "half" | "quarter" | "month" | "part" | "week" | "day" | "range";

/** Where the year (or all) of a reading comes from: its own words, an earlier date of the text, the reference day. */
export type Origin = "text" | "anchor" | "reference";

/** What a date says, while it is being read. */
export interface Reading {
  readonly level: Level;
  /** First and last day, inclusive; null for an open side. */
  readonly low: Day | null;
  readonly high: Day | null;
  readonly origin: Origin;
  /** True where the words name a year, be it only 去年. Others take one from before and may be moved by a year. */
  readonly yearStated: boolean;
  /** True for 年初, 月底: 前 behind such a part includes it. */
  readonly edge?: boolean;
  /** True for a length counted from the reference day (3天前, 近三年). */
  readonly counted?: boolean;
  /** True where later dates must not take their year from this one (上年). */
  readonly aside?: boolean;
  /** True for 每周三 and 每年, and for names such as “十四五”规划: a span where no number stands, but no date either. */
  readonly recurring?: boolean;
  /** Overrides the form that follows from `low` and `high`. */
  readonly iso?: readonly [Day | null, Day | null];
}

type Source = Pick<Reading, "origin" | "yearStated">;
export const STATED: Source = { origin: "text", yearStated: true };

/** A reading with two known borders, as every date has that is not yet marked 起 or 前. */
export type Closed = Reading & { readonly low: Day; readonly high: Day };

export const isClosed = (reading: Reading): reading is Closed => reading.low !== null && reading.high !== null;

export const closed = (level: Level, low: Day, high: Day, source: Source): Closed => ({
  level,
  low,
  high,
  origin: source.origin,
  yearStated: source.yearStated,
});

export const yearReading = (year: number, source: Source): Closed =>
  closed("year", firstOfMonth(year, 1), lastOfMonth(year, 12), source);

export const monthsReading = (level: Level, year: number, first: number, last: number, source: Source): Closed =>
  closed(level, firstOfMonth(year, first), lastOfMonth(year, last), source);

export const dayReading = (day: Day, source: Source): Closed => closed("day", day, day, source);

export const yearOf = (reading: Closed): number => partsOf(reading.low).year;
export const monthOf = (reading: Closed): number => partsOf(reading.low).month;
