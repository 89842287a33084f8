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

/** 1970-01-01 counted from 1 March of year 0, where leap days fall at the end of a year. */
const EPOCH = 719_468;
const DAYS_IN_400_YEARS = 146_097;

/** Days from 1 March of year 0 to 1 March of another year. */
const daysBeforeYear = (year: number): number =>
  year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
/** Days from 1 March to the first of a month, 0 for March to 11 for February. */
const daysBeforeMonth = (month: number): number => Math.floor((153 * month + 2) / 5);

/** The day of a month that may lie outside 1 to 12; `date` 0 is the last day of the month before. */
function unchecked(year: number, month: number, date: number): Day {
  const fromMarch = month - 3;
  const years = year + Math.floor(fromMarch / 12);
  return daysBeforeYear(years) + daysBeforeMonth(fromMarch - Math.floor(fromMarch / 12) * 12) + date - 1 - EPOCH;
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
  const sinceMarch = day + EPOCH;
  let marchYear = Math.floor((sinceMarch * 400) / DAYS_IN_400_YEARS);
  // The quotient can be a year ahead in the days before 1 March, never more.
  while (daysBeforeYear(marchYear) > sinceMarch) marchYear--;
  while (daysBeforeYear(marchYear + 1) <= sinceMarch) marchYear++;
  const dayOfYear = sinceMarch - daysBeforeYear(marchYear);
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  return {
    year: fromMarch < 10 ? marchYear : marchYear + 1,
    month: fromMarch < 10 ? fromMarch + 3 : fromMarch - 9,
    date: dayOfYear - daysBeforeMonth(fromMarch) + 1,
    weekday: ((((day + 3) % 7) + 7) % 7) + 1,
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
