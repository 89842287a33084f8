import { anchorFor, type Context } from "./context.ts";
import { type Cursor, GAP, sticky } from "./cursor.ts";
import { addMonths, type Day, firstOfMonth, lastOfMonth, mondayOf, partsOf } from "./day.ts";
import type { Head } from "./head.ts";
import { closed, type Reading } from "./reading.ts";
import { COUNT, readSmall } from "./small-number.ts";

/** Lengths counted from the reference day: 3天前, 两周内, 近三年, 上两个月, 未来10天. */
type Unit = "day" | "week" | "month" | "quarter" | "year";

const UNITS = "[多余]?个?[多余]?(半)?(工作日|天|日|周|星期|礼拜|月|季度|年)";
const UNIT_OF: Readonly<Record<string, Unit>> = {
  天: "day",
  日: "day",
  周: "week",
  星期: "week",
  礼拜: "week",
  月: "month",
  季度: "quarter",
  年: "year",
};
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7 };

/** The day some units off; half a unit is half its days or months. */
function moved(day: Day, count: number, unit: Unit): Day {
  const days = DAYS[unit];
  if (days !== undefined) return day + Math.round(count * days);
  const months = count * MONTHS[unit]!;
  const whole = Math.trunc(months);
  return addMonths(day, whole) + Math.round((months - whole) * 30);
}

const VAGUE = "(?:好?几十?|[数多十]|十几|数十)";
const source = { origin: "reference", yearStated: true } as const;

const AGO = sticky(
  `(${COUNT}|${VAGUE}|半)${GAP}${UNITS}(半)?(?:多)?(?:时间)?${GAP}(?:(之内|以内|内)|(以来|来(?![自到源访回说看讲的年临]))|(之前|以前|前)(?![进期述三四五六七八九十\\d])|(之后|以后|后)(?![勤续备期代来]))`,
);
export const ago: Head = (cursor, context) => {
  if (/[第\d.至到~—-]$/.test(cursor.before(1))) return null;
  const match = cursor.eat(AGO);
  const unit = match ? UNIT_OF[match[3]!] : undefined;
  // 8月以来 starts in August; only 8个月 and 两月 are lengths.
  const length = unit !== "month" || /[个两几数半]/.test(match?.[0] ?? "");
  if (!match || unit === undefined || !length) return null;
  const count = readCount(match[1]!);
  if (count === null) return vague;
  return offset(context.today, count + (match[2] || match[4] ? 0.5 : 0), unit, match.slice(5, 9));
};

/** 几十年之后: a period, but nobody can say which. */
const vague: Reading = { level: "range", low: null, high: null, ...source, counted: true };

const APPROXIMATE = /^[一二两三四五六七八九]{2,}$/;

/** 0.5 for 半; null for 几, 数 and 三五. */
const readCount = (written: string): number | null =>
  written === "半" ? 0.5 : APPROXIMATE.test(written) ? null : readSmall(written);

function offset(today: Day, count: number, unit: Unit, words: readonly (string | undefined)[]): Reading {
  const [within, since, before, after] = words;
  const [past, future] = [moved(today, -count, unit), moved(today, count, unit)];
  const reading = (low: Day | null, high: Day | null): Reading => {
    const level = low === high ? "day" : "range";
    return { level, low, high, ...source, counted: true };
  };
  if (within) return reading(today, future);
  if (since) return reading(past, today);
  if (before) return before === "前" ? pointIn(reading(past, past), unit) : reading(null, past);
  return after === "后" ? pointIn(reading(future, future), unit) : reading(future, null);
}

/** 5年前 is a day to a calendar and a year to a reader: ISO gives the year. */
function pointIn(reading: Reading, unit: Unit): Reading {
  if (unit !== "year" || reading.low === null) return reading;
  const { year } = partsOf(reading.low);
  return { ...reading, iso: [firstOfMonth(year, 1), lastOfMonth(year, 12)] };
}

const LAST = sticky(
  `(最近|过去|近|这(?![一1]个?[天日周年月星礼季])|未来|今后|接下来|往后|上|前|下|后)(?:的|这)?${GAP}(${COUNT}|${VAGUE}|半)${GAP}${UNITS}(?:时间)?(?:之?内|以来|来(?![自到源访回说看讲的年])|间|里)?`,
);
export const lastUnits: Head = (cursor, context) => {
  const match = /[马之以往]/.test(cursor.before(1)) ? null : cursor.eat(LAST);
  const [, word = "", written = "", half, unitWord = ""] = match ?? [];
  const unit = UNIT_OF[unitWord];
  // 上半年 and 下半周 are parts of one unit, not half of a unit ago.
  if (!match || unit === undefined || (written === "半" && /^[上下前后]$/.test(word))) return null;
  const count = readCount(written);
  if (count === null) return vague;
  if (count === 0) return null;
  if (isOfTheYear(cursor, context, match[0], count, unit)) return null;
  const reading = borders(word, context.today, count + (half ? 0.5 : 0), unit);
  return { ...closed(reading[0] === reading[1] ? "day" : "range", reading[0], reading[1], source), counted: true };
};

/** 前三季度 and 前五个月 are the first of the year that the text speaks of, or of this one where they are over. */
function isOfTheYear(cursor: Cursor, context: Context, said: string, count: number, unit: Unit): boolean {
  const months = count * (MONTHS[unit] ?? Number.POSITIVE_INFINITY);
  if (!said.startsWith("前") || unit === "year" || months > 12) return false;
  if (/[^个]季度$/.test(said) || anchorFor(cursor, context)?.yearStated) return true;
  return lastOfMonth(partsOf(context.today).year, months) < context.today;
}

function borders(word: string, today: Day, count: number, unit: Unit): readonly [Day, Day] {
  if (/过去|近|这/.test(word)) return [moved(today, -count, unit), today];
  if (word.length > 1) return [today + 1, moved(today, count, unit)];
  const start = startOf(today, unit);
  if (/[上前]/.test(word)) return [moved(start, -count, unit), start - 1];
  const next = moved(start, 1, unit);
  return [next, moved(next, count, unit) - 1];
}

/** First day of the calendar unit that holds a day: 上两周 counts whole weeks. */
function startOf(day: Day, unit: Unit): Day {
  const { year, month } = partsOf(day);
  if (unit === "day") return day;
  if (unit === "week") return mondayOf(day);
  if (unit === "year") return firstOfMonth(year, 1);
  return firstOfMonth(year, unit === "quarter" ? month - ((month - 1) % 3) : month);
}
