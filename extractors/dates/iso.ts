import { type Day, isoDay, lastOfMonth, partsOf } from "./day.ts";

/** The shortest ISO 8601 form of a closed interval of days: a year, a month, a day, or two of one precision. */
export function isoOf(low: Day, high: Day): string {
  const [from, to] = [isoDay(low), isoDay(high)];
  const { month, year, date } = partsOf(high);
  const wholeMonths = partsOf(low).date === 1 && high === lastOfMonth(year, month);
  const wholeYears = wholeMonths && partsOf(low).month === 1 && month === 12 && date === 31;
  const width = wholeYears ? -6 : wholeMonths ? -3 : undefined;
  return joined(from.slice(0, width), to.slice(0, width));
}

/** As {@link isoOf}, where one side or both may be open (`..`); null when both are. */
export function openIsoOf(low: Day | null, high: Day | null): string | null {
  if (low !== null && high !== null) return isoOf(low, high);
  if (low !== null) return `${trimmedStart(low)}/..`;
  return high === null ? null : `../${trimmedEnd(high)}`;
}

const joined = (from: string, to: string): string => (from === to ? from : `${from}/${to}`);

function trimmedStart(day: Day): string {
  const { month, date } = partsOf(day);
  return isoDay(day).slice(0, date !== 1 ? undefined : month === 1 ? -6 : -3);
}

function trimmedEnd(day: Day): string {
  const { year, month } = partsOf(day);
  return isoDay(day).slice(0, day !== lastOfMonth(year, month) ? undefined : month === 12 ? -6 : -3);
}
