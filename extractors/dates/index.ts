import type { DateMention } from "../../schemas/mention.ts";
import type { Span } from "../../schemas/span.ts";
import { readClockTimes } from "./clock.ts";
import type { Anchor, Context } from "./context.ts";
import { Cursor } from "./cursor.ts";
import { type Day, isoDay, parseIsoDay } from "./day.ts";
import { readExpression } from "./expression.ts";
import { fold } from "./fold.ts";
import { openIsoOf } from "./iso.ts";
import { isClosed, type Reading } from "./reading.ts";

export { readClockTimes } from "./clock.ts";

/** Any day: readings that stand on it are dropped again. */
const NO_REFERENCE: Day = 10_957;
const TAIWAN = /民国|新台币|行政院|立法院|考试院|[^\d]1[0-3]\d年度/;

/**
 * Dates and periods of a text in either script, in order and without overlap.
 * @param reference local ISO date or date-time that relative dates (去年, 9日) count from; without it they have null
 *   `iso`, `low` and `high` unless an earlier date of the text supplies the year
 */
export function readDates(text: string, reference?: string): DateMention[] {
  const known = reference === undefined ? null : parseIsoDay(reference);
  const cursor = new Cursor(fold(text));
  const minguo = TAIWAN.test(cursor.text);
  const mentions: DateMention[] = [];
  let anchor: Anchor | null = null;
  while (cursor.at < text.length) {
    const start = cursor.at;
    const context: Context = { today: known ?? NO_REFERENCE, anchor, minguo };
    const found = startsHere(cursor) ? readExpression(cursor, context) : null;
    if (found === null) {
      cursor.at = start + 1;
      continue;
    }
    const end = cursor.at;
    mentions.push(mention(text, { start: found.start, end }, found.reading, known !== null));
    anchor = anchorOf(found.reading, end) ?? anchor;
  }
  return mentions;
}

/** What later dates may lean on: 12月23日起 gives them its day. */
function anchorOf(reading: Reading, end: number): Anchor | null {
  const day = reading.low ?? reading.high;
  if (day === null || reading.counted || reading.aside) return null;
  return {
    reading: isClosed(reading) ? reading : { ...reading, low: reading.low ?? day, high: reading.high ?? day },
    end,
  };
}

/**
 * Spans where no quantity may be read: dates, periods and clock times. A length that is counted from now (3天内)
 * is left out, since it holds a quantity.
 */
export function dateLikeSpans(text: string): Span[] {
  const dates = readDates(text).filter((found) => found.counted !== true);
  return [...dates, ...readClockTimes(text)]
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

const DIGIT = /[\d零〇一二三四五六七八九十百千万亿]/;
const STARTS =
  /[\d零〇一二三四五六七八九十廿卅两几全公民农阴旧正腊冬闰今去前明来后大下上当同该次翌这本昨周星礼最过近未接往年月第头春夏秋元情妇植愚劳青护儿建教国记光平圣端中除清母父感重"“”「自从]/;

/** A number is read from its first figure, or not at all. */
function startsHere(cursor: Cursor): boolean {
  const character = cursor.text.charAt(cursor.at);
  if (!STARTS.test(character)) return false;
  if (!DIGIT.test(character)) return true;
  const before = cursor.before(2);
  if (/[\d零〇一二三四五六七八九十百千万亿]$/.test(before)) return false;
  return !/\d[.,:]$/.test(before) && !/[第]$/.test(before);
}

function mention(text: string, { start, end }: Span, reading: Reading, hasReference: boolean): DateMention {
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
