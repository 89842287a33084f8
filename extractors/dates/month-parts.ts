import { continuing, GAP, LOOSE_END, sticky, TO } from "./cursor.ts";
import { dayOf } from "./day.ts";
import { type Closed, closed, dayReading, monthOf, yearOf } from "./reading.ts";
import { COUNT, readSmall, SMALL } from "./small-number.ts";
import { type Narrower, nthWeek, nthWeekday } from "./year-parts.ts";

const NOT_A_DAY = "(?![楼线院厅井机令])";
const DAY = continuing(
  `的?${GAP}(${SMALL})${GAP}(?:[日号]${NOT_A_DAY}|(?=(?:${TO}|、)${SMALL}${GAP}[日号]${NOT_A_DAY}))|(\\d{1,2})${LOOSE_END}`,
);
export const day: Narrower = (cursor, outer) => {
  const match = cursor.eat(DAY);
  const number = match ? readSmall(match[1] ?? match[2]!) : null;
  return number === null ? null : dayInMonth(outer, number);
};

/** A day of the month; 29 February of a presumed year falls in the nearest leap year before. */
function dayInMonth(outer: Closed, date: number): Closed | null {
  const [year, month] = [yearOf(outer), monthOf(outer)];
  const found = dayOf(year, month, date);
  if (found !== null) return dayReading(found, outer);
  if (outer.yearStated || month !== 2 || date !== 29) return null;
  const leap = [1, 2, 3, 4, 5, 6, 7, 8].map((back) => dayOf(year - back, 2, 29)).find((leapDay) => leapDay !== null);
  return leap === undefined || leap === null ? null : dayReading(leap, outer);
}

const TEN_DAYS = sticky(`的?${GAP}(上中|中下|[上中下])旬`);
const tenDays: Narrower = (cursor, outer) => {
  const match = cursor.eat(TEN_DAYS);
  if (!match) return null;
  const [first, last] = ["上中下".indexOf(match[1]!.charAt(0)), "上中下".indexOf(match[1]!.slice(-1))];
  return closed("part", outer.low + first * 10, last === 2 ? outer.high : outer.low + last * 10 + 9, outer);
};

const HALF = sticky("的?([上下前后])半月");
const halfMonth: Narrower = (cursor, outer) => {
  const match = cursor.eat(HALF);
  if (!match) return null;
  return /[上前]/.test(match[1]!)
    ? closed("part", outer.low, outer.low + 14, outer)
    : closed("part", outer.low + 15, outer.high, outer);
};

const EDGE = sticky(`(?:的?月)?(?:(初)(?![一二三四五六七八九十\\d])|(底|末|尾)|中(?:旬|(?=[,，。、前后至到—-]|$)))`);
/** 月初 is the first ten days, 月底 the last ones; as ISO the whole month stands for them. */
const monthEdge: Narrower = (cursor, outer) => {
  const match = cursor.eat(EDGE);
  if (!match) return null;
  const start = outer.low;
  const [low, high] = match[1] ? [start, start + 9] : match[2] ? [start + 20, outer.high] : [start + 10, start + 19];
  return { ...closed("part", low, high, outer), edge: true, iso: [outer.low, outer.high] };
};

const FIRST_DAYS = continuing(`的?${GAP}(前|头|最后|后)${GAP}(${COUNT})${GAP}[天日]`);
const firstDays: Narrower = (cursor, outer) => {
  const match = cursor.eat(FIRST_DAYS);
  const count = match ? readSmall(match[2]!) : null;
  if (!match || count === null || count < 1 || count > 31) return null;
  const fromStart = match[1] === "前" || match[1] === "头";
  return fromStart
    ? closed("part", outer.low, outer.low + count - 1, outer)
    : closed("part", outer.high - count + 1, outer.high, outer);
};

export const MONTH_PARTS: readonly Narrower[] = [nthWeekday, tenDays, halfMonth, firstDays, nthWeek, day, monthEdge];
