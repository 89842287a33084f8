import { impliedYear, settle } from "./context.ts";
import { continuing, sticky, TO } from "./cursor.ts";
import { dayOf } from "./day.ts";
import type { Head } from "./head.ts";
import { dayReading, monthsReading, STATED, yearOf } from "./reading.ts";

const ENDS = "(?![\\d%]|[./]\\d|-\\d(?!\\d{3}))";
const DAY = sticky(`([12]\\d{3})[-./](\\d{1,2})[-./](\\d{1,2})(?:日)?${ENDS}`);
const SPACED = sticky(`([12]\\d{3}) (\\d{1,2}) (\\d{1,2})${ENDS}(?! ?[\\d人名个家项元万亿])`);
const COMPACT = sticky(`((?:19|20)\\d\\d)([01]\\d)([0-3]\\d)(?![\\d.,%]|[ ]?[人名个家项元万亿千百件次份亩公号])`);
/** 2019/9/7, 2016.09.03, 2008-08-08, 20160903. */
export const numericDay: Head = (cursor, context) => {
  if (/[\d./-]$/.test(cursor.before(1)) && !context.second) return null;
  const match = cursor.eat(DAY) ?? cursor.eat(SPACED) ?? cursor.eat(COMPACT);
  const day = match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
  return day === null ? null : dayReading(day, STATED);
};

const MONTH = sticky(`([12]\\d{3})[-/](0[1-9]|1[0-2])(?![\\d%年]|[./-]\\d|[-/]?\\d)`);
/** With a dot it could be a decimal, so that there must be two of them. */
const DOTTED = sticky(
  `((?:19|20)\\d\\d)\\.(0[1-9]|1[0-2])(?=${TO}(?:(?:19|20)\\d\\d\\.(?:0[1-9]|1[0-2])(?!\\d)|至今))`,
);
const SECOND_DOTTED = continuing(`((?:19|20)\\d\\d)\\.(0[1-9]|1[0-2])(?!\\d)`);
/** 2008-08, and 1999.08-2002.02. */
export const numericMonth: Head = (cursor, context) => {
  if (/[\d./-]$/.test(cursor.before(1)) && !context.second) return null;
  const match = cursor.eat(MONTH) ?? cursor.eat(DOTTED) ?? (context.second ? cursor.eat(SECOND_DOTTED) : null);
  if (!match) return null;
  const month = Number(match[2]);
  return monthsReading("month", Number(match[1]), month, month, STATED);
};

const POINTED = sticky("(\\d{1,2})·(\\d{1,2})(?![\\d%万亿倍个折])");
/** 6·30, as events are called. */
export const pointedDay: Head = (cursor, context) => {
  const match = cursor.eat(POINTED);
  if (!match) return null;
  const year = impliedYear(cursor, context);
  const day = dayOf(yearOf(year), Number(match[1]), Number(match[2]));
  return day === null ? null : settle(dayReading(day, year), cursor, context);
};

const BARE_YEARS = sticky("((?:19|20)\\d\\d)(?![\\d.])");
const BARE_SPAN = sticky(`((?:19|20)\\d\\d)(?=${TO}(?:19|20)\\d\\d(?![\\d.]))`);
const NAMED_SPAN = sticky(`((?:19|20)\\d\\d)(?=${TO}(?:19|20)\\d\\d(?:的|期间|之间|赛季|[ ]?$))`);
/** 2016-2018 without 年: only behind 从 or 自, before 的 or 期间, or as the second end of a range. */
export const bareYear: Head = (cursor, context) => {
  const marked = /[从自于在]$/.test(cursor.before(1));
  const match = context.second
    ? context.anchor?.reading.level === "year"
      ? cursor.eat(BARE_YEARS)
      : null
    : marked
      ? cursor.eat(BARE_SPAN)
      : cursor.eat(NAMED_SPAN);
  const year = match ? Number(match[1]) : null;
  return year === null ? null : monthsReading("year", year, 1, 12, STATED);
};

export const NUMERIC_HEADS: readonly Head[] = [numericDay, numericMonth, pointedDay];
