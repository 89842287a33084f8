import { type Context, impliedMonth, impliedYear, settle } from "./context.ts";
import { ago, lastUnits } from "./counted.ts";
import { type Cursor, continuing, GAP } from "./cursor.ts";
import { partsOf } from "./day.ts";
import { bareDay, DAY_HEADS } from "./days.ts";
import { era } from "./eras.ts";
import { FISCAL_HEADS } from "./fiscal-years.ts";
import type { Head } from "./head.ts";
import { lunarHead, readLunar } from "./lunar.ts";
import { MONTH_PARTS } from "./month-parts.ts";
import { bareYear, NUMERIC_HEADS } from "./numeric.ts";
import { isClosed, type Level, type Reading } from "./reading.ts";
import { type Narrower, quarterEdge, readWeekday, YEAR_PARTS, YEARLESS_PARTS } from "./year-parts.ts";
import { FIGURE_YEARS, YEAR_HEADS } from "./years.ts";

/** Quick look that spares most words of plain text the search below. */
const NO_PART = continuing("(?:[上下](?!半)|年(?![初始底末尾终中])|[今去明昨每逢自从本这当过近未接往周星礼])");
const COUNTED_BEFORE = /[几多数\d]$/;

/** A part of a year without the year: 3月, 上半年, 国庆节. It takes the year of the text or of the reference day. */
const yearless: Head = (cursor, context) => {
  if (cursor.eat(NO_PART) || (COUNTED_BEFORE.test(cursor.before(1)) && !context.second)) return null;
  return firstOf(YEARLESS_PARTS, cursor, impliedYear(cursor, context));
};

/** 月底 and 中旬, in the month of the date before or of the reference day. */
const monthless: Head = (cursor, context) => {
  if (!/^(?:月[初底末尾]|[上中下]{1,2}旬|[上下]半月)/.test(cursor.text.slice(cursor.at, cursor.at + 3))) return null;
  const outer = impliedMonth(cursor, context, 1);
  return /[个\d]$/.test(cursor.before(1)) ? null : firstOf(MONTH_PARTS, cursor, outer);
};

/** 农历 before a year or a month. */
const lunarPoint: Head = (cursor, context) => {
  if (!lunarHead(cursor)) return null;
  const year = firstHead([...FIGURE_YEARS, ...YEAR_HEADS], cursor, context);
  const outer = year && isClosed(year) ? year : impliedYear(cursor, context);
  return readLunar(cursor, outer, true) ?? year;
};

const FIGURE = /[\d零〇一二三四五六七八九十廿卅]/;
const FIGURE_HEADS: readonly Head[] = [
  ...FISCAL_HEADS,
  ...NUMERIC_HEADS,
  era,
  ...FIGURE_YEARS,
  ago,
  bareDay,
  bareYear,
  yearless,
];
const WORD_HEADS: readonly Head[] = [
  ...FISCAL_HEADS,
  lunarPoint,
  era,
  ...YEAR_HEADS,
  lastUnits,
  ago,
  ...DAY_HEADS,
  yearless,
  monthless,
];

/** The ways of saying a date that can start with the character at the cursor. */
const headsAt = (cursor: Cursor): readonly Head[] =>
  FIGURE.test(cursor.text.charAt(cursor.at)) ? FIGURE_HEADS : WORD_HEADS;

const PARTS: Readonly<Partial<Record<Level, readonly Narrower[]>>> = {
  year: YEAR_PARTS,
  month: MONTH_PARTS,
  quarter: [quarterEdge],
};

function firstHead(heads: readonly Head[], cursor: Cursor, context: Context): Reading | null {
  for (const head of heads) {
    const reading = cursor.attempt(() => head(cursor, context));
    if (reading) return reading;
  }
  return null;
}

function firstOf(parts: readonly Narrower[], cursor: Cursor, outer: Parameters<Narrower>[1]): Reading | null {
  for (const part of parts) {
    const reading = cursor.attempt(() => part(cursor, outer));
    if (reading) return reading;
  }
  return null;
}

/** One date: a head and all that narrows it (去年 · 6月 · 上旬), with a weekday beside it. */
export function readPoint(cursor: Cursor, context: Context): Reading | null {
  const head = firstHead(headsAt(cursor), cursor, context);
  if (!head) return null;
  let reading = head;
  while (isClosed(reading) && !reading.counted) {
    const narrowed: Reading | null = firstOf(PARTS[reading.level] ?? [], cursor, reading);
    if (!narrowed) break;
    reading = narrowed;
  }
  return withWeekday(settle(reading, cursor, context), cursor, context);
}

const DATE_BESIDE = continuing(`(?:[,，、(]|${GAP})${GAP}(?=[\\d一二三四五六七八九十]{1,4}${GAP}[年月])`);
const CLOSING = continuing("\\)");
const WEEKDAY_BESIDE = continuing(`${GAP}[,，(]?${GAP}(?:周|星期|礼拜)([一二三四五六日天])[)]?`);

/** 礼拜天, 二月十号 and 9月3日（星期三） are one date each. */
function withWeekday(reading: Reading, cursor: Cursor, context: Context): Reading {
  if (reading.level !== "day" || reading.low === null || reading.counted) return reading;
  const { low } = reading;
  const named = cursor.attempt(() => {
    const match = cursor.eat(WEEKDAY_BESIDE);
    return match && partsOf(low).weekday === readWeekday(match[1]!) ? match : null;
  });
  if (named || !/[周期拜]/.test(cursor.before(2))) return reading;
  const full = cursor.attempt(() => {
    const opened = cursor.eat(DATE_BESIDE);
    const next = opened && firstHead(headsAt(cursor), cursor, context);
    const day = next && isClosed(next) && next.level === "month" ? firstOf(MONTH_PARTS, cursor, next) : next;
    if (day?.level !== "day" || day.low === null || partsOf(day.low).weekday !== partsOf(low).weekday) return null;
    return !opened?.[0].includes("(") || cursor.eat(CLOSING) ? day : null;
  });
  return full ?? reading;
}
