import { SEASONS } from "../../corpus/lexicon/dates.ts";
import { type Cursor, continuing, GAP, sticky, TO } from "./cursor.ts";
import { firstOfMonth, lastOfMonth, mondayOf, partsOf, weekdayFrom } from "./day.ts";
import { holidayIn } from "./holidays.ts";
import { lunarIn } from "./lunar.ts";
import { type Closed, closed, dayReading, monthsReading, yearOf } from "./reading.ts";
import { COUNT, readSmall, SMALL } from "./small-number.ts";

/** Reads what narrows a year: 上半年, 第一季度, 3月, 前7个月, 第二周, 夏天, 年底, a holiday. */
export type Narrower = (cursor: Cursor, outer: Closed) => Closed | null;

const HALF = sticky(`的?${GAP}(?:([上下前后])半年度?|H([12])(?![\\dA-Za-z]))`);
export const half: Narrower = (cursor, outer) => {
  const match = cursor.eat(HALF);
  if (!match) return null;
  const [first, last] = /[上前1]/.test(match[1] ?? match[2]!) ? [1, 6] : [7, 12];
  return monthsReading("half", yearOf(outer), first, last, outer);
};

const QUARTER = sticky(
  `的?${GAP}(?:Q(?=[1-4](?![\\dA-Za-z])))?(?:(?:第([一二三四1-4])|([首头末]))个季度|(?:第?([一二三四1-4])|([首头末]))(?:季度|季(?![节风候赛军])|(?=${TO}第?[二三四2-4]季)|(?=、第?[二三四2-4]季)|(?<=Q[1-4])))`,
);
export const quarter: Narrower = (cursor, outer) => {
  const match = cursor.eat(QUARTER);
  const edge = match?.[2] ?? match?.[4];
  const number = match ? (edge ? (edge === "末" ? 4 : 1) : readSmall((match[1] ?? match[3])!)) : null;
  return number === null ? null : monthsReading("quarter", yearOf(outer), number * 3 - 2, number * 3, outer);
};

/** Behind 月: words that make it no month (月薪), or a rate (一月一次). */
const NOT_A_MONTH = "(?![饼亮球薪票租均嫂台牙经光季龄大]|[一二两三几]?[次报]|一[会评考查议访])";
/** Between a year and its month; a comma only where a day follows, so that 2020年，3月起 stays two dates. */
const BEFORE_MONTH = `(?:的?|[,，](?=${GAP}${SMALL}${GAP}月${GAP}${SMALL}${GAP}[日号]))${GAP}(?:[公西阳新]历)?`;
const MONTH = sticky(
  `${BEFORE_MONTH}(${SMALL}|元(?=月))${GAP}(?:月${NOT_A_MONTH}份?|(?=(?:${TO}|、)${SMALL}${GAP}月${NOT_A_MONTH}))`,
);
const NEIGHBOURS = /^[一二三四五六七八九]{2}$/;
/** 3月, and 七八月 for July and August. */
export const month: Narrower = (cursor, outer) => {
  const match = cursor.eat(MONTH);
  if (!match) return null;
  const number = match[1] === "元" ? 1 : readSmall(match[1]!);
  if (number !== null && number >= 1 && number <= 12)
    return monthsReading("month", yearOf(outer), number, number, outer);
  const [first, last] = [readSmall(match[1]!.charAt(0)), readSmall(match[1]!.charAt(1))];
  const pair = NEIGHBOURS.test(match[1]!) && first !== null && last === first + 1;
  return pair ? monthsReading("half", yearOf(outer), first, last, outer) : null;
};

const NTH_MONTH = sticky(`的?${GAP}第(${SMALL})个月`);
const nthMonth: Narrower = (cursor, outer) => {
  const match = cursor.eat(NTH_MONTH);
  const number = match ? readSmall(match[1]!) : null;
  if (!outer.yearStated || number === null || number < 1 || number > 12) return null;
  return monthsReading("month", yearOf(outer), number, number, outer);
};

const FIRST_PARTS = sticky(`的?${GAP}(前|头|后|最后)${GAP}(${COUNT})${GAP}(?:个?(月|季度|周|星期)|个季)`);
/** 前7个月, 前三季度, 最后3周. */
export const firstParts: Narrower = (cursor, outer) => {
  const match = cursor.eat(FIRST_PARTS);
  const count = match ? readSmall(match[2]!) : null;
  if (!match || count === null || count < 1) return null;
  const fromStart = match[1] === "前" || match[1] === "头";
  if (match[3] === "周" || match[3] === "星期") return fromStart ? weeks(outer, 1, count) : lastWeeks(outer, count);
  const months = match[3] === "月" ? count : count * 3;
  if (months > 12) return null;
  const [first, last] = fromStart ? [1, months] : [13 - months, 12];
  return monthsReading("half", yearOf(outer), first, last, outer);
};

/** Weeks of a month or year: the first one starts on its first Monday. */
function weeks(outer: Closed, first: number, last: number): Closed {
  const start = mondayOf(outer.low + 6);
  return closed("week", start + (first - 1) * 7, start + last * 7 - 1, outer);
}

const lastWeeks = (outer: Closed, count: number): Closed => {
  const end = mondayOf(outer.high + 1) - 1;
  return closed("week", end - count * 7 + 1, end, outer);
};

const NTH_WEEK = sticky(`的?${GAP}(?:第(${SMALL})|(最后)一)${GAP}个?(?:周|星期|礼拜)(?![一二三四五六日天])`);
export const nthWeek: Narrower = (cursor, outer) => {
  const match = cursor.eat(NTH_WEEK);
  if (!match) return null;
  if (match[2]) return lastWeeks(outer, 1);
  const number = readSmall(match[1]!);
  const reading = number === null || number < 1 ? null : weeks(outer, number, number);
  return reading && reading.low <= outer.high ? reading : null;
};

/** 1 for 一 to 7 for 日 and 天. */
export const readWeekday = (character: string): number =>
  character === "日" || character === "天" ? 7 : (readSmall(character) ?? 1);

const NTH_WEEKDAY = sticky(`的?${GAP}(?:第(${SMALL})|(最后)一)${GAP}个?(?:周|星期|礼拜)([一二三四五六日天])`);
export const nthWeekday: Narrower = (cursor, outer) => {
  const match = cursor.eat(NTH_WEEKDAY);
  if (!match) return null;
  const weekday = readWeekday(match[3]!);
  const last = mondayOf(outer.high) + weekday - 1;
  if (match[2]) return dayReading(last > outer.high ? last - 7 : last, outer);
  const found = weekdayFrom(outer.low, weekday) + (readSmall(match[1]!)! - 1) * 7;
  return found > outer.high ? null : dayReading(found, outer);
};

const SEASON = sticky(`的?${GAP}([春夏秋冬])(?:季|天|${GAP}(?=[,，。]|$))(?![招运赛园])`);
export const season: Narrower = (cursor, outer) => {
  const match = cursor.eat(SEASON);
  const first = match ? SEASONS[match[1]!] : undefined;
  // 寒冬, 今秋: without a year, 冬 alone is no season.
  if (first === undefined || (!/[季天]$/.test(match![0]) && !outer.yearStated)) return null;
  return monthsReading("quarter", yearOf(outer), first, first + 2, outer);
};

const EDGE = sticky(
  `(?:的?年)?(?:(初|始)(?![一二三四五六七八九十中级次步期])|(底|末|尾|终(?![止端身究于结归]))|中(?:期|旬|(?=[,，。、前后至到—-]|$)))`,
);
/** 年初 is January and February, 年中 June and July, 年底 December. */
export const yearEdge: Narrower = (cursor, outer) => {
  const match = cursor.eat(EDGE);
  if (!match) return null;
  const [first, last] = match[1] ? [1, 2] : match[2] ? [12, 12] : [6, 7];
  const year = yearOf(outer);
  const reading = { ...monthsReading("part", year, first, last, outer), edge: true };
  return match[1] ? { ...reading, iso: [firstOfMonth(year, 1), lastOfMonth(year, 1)] } : reading;
};

const QUARTER_EDGE = continuing("[初底末]");
/** The first or last month of a quarter. */
export const quarterEdge: Narrower = (cursor, outer) => {
  const match = cursor.eat(QUARTER_EDGE);
  if (!match) return null;
  const first = partsOf(outer.low).month;
  const number = match[0] === "初" ? first : first + 2;
  return { ...monthsReading("part", yearOf(outer), number, number, outer), edge: true };
};

const IN_YEAR: readonly Narrower[] = [
  half,
  quarter,
  nthWeekday,
  firstParts,
  lunarIn,
  month,
  nthMonth,
  nthWeek,
  season,
  holidayIn,
];
const ALL_OF_IT = sticky("的?全年(?!龄|级|度假)度?");
/** 去年全年: the year again, which nothing narrows any more. */
const allOfIt: Narrower = (cursor, outer) => (cursor.eat(ALL_OF_IT) ? { ...outer, level: "half" } : null);

export const YEAR_PARTS: readonly Narrower[] = [...IN_YEAR, allOfIt, yearEdge];

const YEAR_AHEAD = sticky("(?=年)");
/** Without a year before it, 年底 keeps its 年; a season then names no year that a fact could stand in. */
export const YEARLESS_PARTS: readonly Narrower[] = [
  ...IN_YEAR.map((part) => (part === season ? yearlessSeason : part)),
  (cursor, outer) => (cursor.eat(YEAR_AHEAD) ? yearEdge(cursor, outer) : null),
];

function yearlessSeason(cursor: Cursor, outer: Closed): Closed | null {
  const reading = season(cursor, outer);
  return reading && { ...reading, iso: [null, null] };
}
