/** Civil days as whole numbers since 1970-01-01, in the proleptic Gregorian calendar; no clock and no time zone. */
export type Day = number;

export interface DayParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
}

const DAY_MS = 86_400_000;

/** The day of a month that may lie outside 1 to 12; `date` 0 is the last day of the month before. */
function unchecked(year: number, month: number, date: number): Day {
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, date);
  return time.getTime() / DAY_MS;
}

export const firstOfMonth = (year: number, month: number): Day => unchecked(year, month, 1);
export const lastOfMonth = (year: number, month: number): Day => unchecked(year, month + 1, 0);

/** Null for days that no calendar has, such as 31 April. */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (month < 1 || month > 12 || date < 1 || date > 31) return null;
  const day = unchecked(year, month, date);
  return partsOf(day).date === date ? day : null;
}

export function partsOf(day: Day): DayParts {
  const time = new Date(day * DAY_MS);
  return {
    year: time.getUTCFullYear(),
    month: time.getUTCMonth() + 1,
    date: time.getUTCDate(),
    weekday: time.getUTCDay() || 7,
  };
}

/** The same day some months on, or the last one where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  return Math.min(unchecked(year, month + months, date), lastOfMonth(year, month + months));
}

export const mondayOf = (day: Day): Day => day - partsOf(day).weekday + 1;

/** First day from `day` on that is the weekday, 1 for Monday to 7 for Sunday. */
export const weekdayFrom = (day: Day, weekday: number): Day => day + ((weekday - partsOf(day).weekday + 7) % 7);

const padded = (number: number, width: number): string => String(number).padStart(width, "0");

export function isoDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
}

/** Reads `YYYY-MM-DD`, with or without a time behind it; null for anything else. */
export function parseIsoDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?![\d-])/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}
