import { type Cursor, continuing, GAP, LOOSE_END, sticky } from "./cursor.ts";
import { type Day, dayOf } from "./day.ts";
import { type Closed, closed, dayReading, yearOf } from "./reading.ts";
import { readSmall, SMALL } from "./small-number.ts";

const CHINESE_CALENDAR = new Intl.DateTimeFormat("en-u-ca-chinese", {
  timeZone: "UTC",
  year: "numeric",
  month: "numeric",
  day: "numeric",
});

interface LunarMonth {
  readonly month: number;
  readonly leap: boolean;
  readonly first: Day;
}

function lunarDate(day: Day): { year: number; month: string; date: number } {
  const parts = new Map(
    CHINESE_CALENDAR.formatToParts(day * 86_400_000).map(({ type, value }) => [type as string, value]),
  );
  return { year: Number(parts.get("relatedYear")), month: parts.get("month") ?? "", date: Number(parts.get("day")) };
}

const MAX_YEARS_KEPT = 400;
const monthsByYear = new Map<number, readonly LunarMonth[]>();

/** The months of the lunar year that starts in the given Gregorian year, and the first one after it. */
function monthsOf(year: number): readonly LunarMonth[] {
  const known = monthsByYear.get(year);
  if (known) return known;
  const months: LunarMonth[] = [];
  let first = newMoonFrom(dayOf(year, 1, 15)!);
  while (lunarDate(first).year < year) first = newMoonFrom(first + 1);
  for (
    ;
    months.length === 0 || lunarDate(months[months.length - 1]!.first).year === year;
    first = newMoonFrom(first + 1)
  ) {
    const { month } = lunarDate(first);
    months.push({ month: Number.parseInt(month, 10), leap: month.endsWith("bis"), first });
  }
  if (monthsByYear.size >= MAX_YEARS_KEPT) monthsByYear.clear();
  monthsByYear.set(year, months);
  return months;
}

/** First day of a lunar month on or after a day. */
function newMoonFrom(day: Day): Day {
  const { date } = lunarDate(day);
  if (date === 1) return day;
  const next = day + 30 - date;
  return lunarDate(next).date === 1 ? next : next + 1;
}

/** First and last day of a lunar month; null where the year has no such leap month. */
export function lunarMonth(year: number, month: number, leap = false): { low: Day; high: Day } | null {
  if (year < 1800 || year > 2200) return null;
  const months = monthsOf(year);
  const index = months.slice(0, -1).findIndex((row) => row.month === month && row.leap === leap);
  return index < 0 ? null : { low: months[index]!.first, high: months[index + 1]!.first - 1 };
}

const MARK = "(?:农历|阴历|旧历)";
const CHINESE = "[一二三四五六七八九十廿卅]";
const MONTH_NAMES: Readonly<Record<string, number>> = { 正: 1, 腊: 12, 冬: 11 };
const LUNAR = sticky(`的?(${MARK})?${GAP}(闰)?(?:([正腊冬])|(${SMALL}))月份?(?:${GAP}(初)?(${SMALL})([日号])?)?`);
const BARE_DAY = continuing(`(?=[夜晚这那节前后中月])|${LOOSE_END}`);
const LUNAR_HEAD = sticky(MARK);

/** 农历 before the year: 阴历二〇二一年六月. */
export const lunarHead = (cursor: Cursor): boolean => cursor.eat(LUNAR_HEAD) !== null;

/** A month or day of the lunar year: 正月初五, 农历八月, and 八月十五, which writes neither 日 nor Arabic digits. */
export const lunarIn = (cursor: Cursor, outer: Closed): Closed | null => readLunar(cursor, outer, false);

export function readLunar(cursor: Cursor, outer: Closed, marked: boolean): Closed | null {
  return cursor.attempt(() => {
    const match = cursor.eat(LUNAR);
    if (!match) return null;
    const [, mark, leap, name, number, initial, date, unit] = match;
    const month = name ? MONTH_NAMES[name]! : readSmall(number!);
    const lunar = marked || Boolean(mark ?? leap ?? name ?? initial) || isBareChinese(cursor, number, date, unit);
    return month === null || !lunar ? null : inMonth(outer, month, Boolean(leap), date);
  });
}

const ONLY_CHINESE = new RegExp(`^${CHINESE}{1,3}$`);

function isBareChinese(cursor: Cursor, month?: string, date?: string, unit?: string): boolean {
  if (!month || !date || unit || !ONLY_CHINESE.test(month) || !ONLY_CHINESE.test(date)) return false;
  return cursor.eat(BARE_DAY) !== null;
}

function inMonth(outer: Closed, month: number, leap: boolean, date: string | undefined): Closed | null {
  const borders = lunarMonth(yearOf(outer), month, leap);
  if (!borders) return null;
  if (date === undefined) return closed("part", borders.low, borders.high, outer);
  const number = readSmall(date);
  if (number === null || number < 1 || borders.low + number - 1 > borders.high) return null;
  return dayReading(borders.low + number - 1, outer);
}
