import {
  AMBIGUOUS_TERMS,
  HOLIDAYS,
  NUMBERED_HOLIDAYS,
  RELATIVE_DAYS,
  RELATIVE_YEARS,
} from "../../corpus/lexicon/dates.ts";
import type { DateMention } from "../../schemas/mention.ts";
import type { Span } from "../../schemas/span.ts";
import { clockTimesIn } from "./clock.ts";
import type { Anchor } from "./context.ts";
import { Cursor, canOpen } from "./cursor.ts";
import { type Day, isoDay, parseIsoDay } from "./day.ts";
import { readExpression } from "./expression.ts";
import { fold } from "./fold.ts";
import { openIsoOf } from "./iso.ts";
import { isClosed, type Reading } from "./reading.ts";

export { readClockTimes } from "./clock.ts";

/** Any day: readings that stand on it are dropped again. */
const NO_REFERENCE: Day = 10_957;
const TAIWAN = /民国[\d一二三四五六七八九十百]{1,5}年|新台币|行政院|立法院|[^\d]1[0-3]\d年度/;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly reading: Reading;
}

/** What is of the calendar in a text. */
export interface CalendarReading {
  /** Dates and periods, in order and without overlap. What recurs (每周三) is left out. */
  readonly dates: readonly DateMention[];
  /**
   * Where no quantity may be read, in order: dates, periods and clock times. A length that is counted from now (3天内)
   * is left out, since it holds a quantity.
   */
  readonly spans: readonly Span[];
}

/**
 * Dates, periods and clock times of a text in either script.
 * @param reference local ISO date or date-time that relative dates (去年, 9日) count from; without it they have null
 *   `iso`, `low` and `high` unless an earlier date of the text supplies the year
 */
export function readCalendar(text: string, reference?: string): CalendarReading {
  const today = reference === undefined ? null : parseIsoDay(reference);
  const folded = fold(text);
  const found = [...scan(folded, today ?? NO_REFERENCE)];
  const dates = found.filter(({ reading }) => reading.recurring !== true);
  const closed = found.filter(({ reading }) => reading.counted !== true).map(({ start, end }) => ({ start, end }));
  return {
    dates: dates.map((date) => mention(text, date, today !== null)),
    spans: [...closed, ...clockTimesIn(folded)].sort((a, b) => a.start - b.start || a.end - b.end),
  };
}

/** The dates alone of {@link readCalendar}. */
export const readDates = (text: string, reference?: string): readonly DateMention[] =>
  readCalendar(text, reference).dates;

function* scan(folded: string, today: Day): Generator<Found> {
  const cursor = new Cursor(folded);
  const minguo = TAIWAN.test(folded);
  let anchor: Anchor | null = null;
  while (cursor.at < folded.length) {
    const start = cursor.at;
    const found: Omit<Found, "end"> | null = startsHere(cursor)
      ? readExpression(cursor, { today, anchor, minguo, start })
      : null;
    if (found === null) {
      cursor.at = start + 1;
      continue;
    }
    const end = cursor.at;
    yield { ...found, end };
    anchor = anchorOf(found.reading, end) ?? anchor;
  }
}

/** What later dates may lean on: 12月23日起 gives them its day. */
function anchorOf(reading: Reading, end: number): Anchor | null {
  const day = reading.low ?? reading.high;
  if (day === null || reading.counted || reading.aside || reading.recurring) return null;
  return {
    reading: isClosed(reading) ? reading : { ...reading, low: reading.low ?? day, high: reading.high ?? day },
    end,
  };
}

const DIGITS = "0123456789零〇一二三四五六七八九十百千万亿";
const DIGIT = new RegExp(`[${DIGITS}]`);
/** First characters of everything that can be a date; all others are passed over at once. */
const STARTS = new Set([
  ...`${DIGITS}廿卅两几半数好多全首末头公民农阴旧闰正腊冬这本该当下上前后明昨今去周星礼最过近未接往年月第春夏秋每逢"“”「自从中元呢出双Q甲乙丙丁戊己庚辛壬癸`,
  ...[RELATIVE_YEARS, RELATIVE_DAYS, HOLIDAYS, NUMBERED_HOLIDAYS, AMBIGUOUS_TERMS].flatMap(firstCharacters),
]);

function firstCharacters(table: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(table).map((word) => word.charAt(0));
}

/** 2.2024年 at the head of a line: the second item of a list. */
const isListMark = ({ text, at }: Cursor): boolean =>
  /^\d{4}年/.test(text.slice(at, at + 5)) && /(?:^|\n)\s{0,4}\d{1,2}[.．]$/.test(text.slice(Math.max(0, at - 8), at));

/** A number is read from its first figure, or not at all. */
function startsHere(cursor: Cursor): boolean {
  const character = cursor.text.charAt(cursor.at);
  if (!STARTS.has(character) || !canOpen(cursor.text, cursor.at)) return false;
  if (character === "Q" && /[A-Za-z\d]/.test(cursor.before(1))) return false;
  if (!DIGIT.test(character)) return true;
  const before = cursor.before(2);
  if (DIGIT.test(before.slice(-1)) || (/第$|\d[.:]$/.test(before) && !isListMark(cursor))) return false;
  // 1,050 is one number; in 3.5,2024年 the comma only divides.
  return !/\d[,，]$/.test(before) || !/^\d{3}(?!\d)/.test(cursor.text.slice(cursor.at, cursor.at + 4));
}

function mention(text: string, { start, end, reading }: Found, hasReference: boolean): DateMention {
  const known = reading.origin !== "reference" || hasReference;
  const [low, high] = known ? [reading.low, reading.high] : [null, null];
  const [from, to] = reading.iso ?? [reading.low, reading.high];
  return {
    start,
    end,
    text: text.slice(start, end),
    kind: reading.low !== null && reading.low === reading.high ? "date" : "period",
    iso: known ? openIsoOf(from, to) : null,
    low: low === null ? null : isoDay(low),
    high: high === null ? null : isoDay(high),
    relative: reading.origin !== "text",
    ...(reading.counted ? { counted: true } : {}),
  };
}
