import type { Span } from "../../schemas/span.ts";
import { Cursor, continuing, GAP } from "./cursor.ts";
import { fold } from "./fold.ts";

const PART_OF_DAY = "(?:上午|下午|中午|早上|早晨|清晨|凌晨|晚上|晚间|傍晚|午后|午夜|深夜|夜间|夜里|晚|早|夜)";
const HOUR = "(?:[01]?\\d|2[0-4]|二?十[一二三四五六七八九]?|[零〇一二两三四五六七八九])";
const MINUTE = "(?:[0-5]?\\d|[二三四五]?十[一二三四五六七八九]?|零?[〇一二三四五六七八九])";
const TAIL = `(?:${GAP}(?:许|左右|多|整))?`;
const TO_HOUR = `${GAP}(?:[-~至到]|—{1,2})${GAP}`;
const DIGITAL = "(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?(?![\\d:.])";
/** Behind 时: words that it starts, such as 时间 and 时代. */
const NOT_AN_HOUR = "(?![间候段代期常任速隔值差])";
const MINUTES = `${MINUTE}分(?!之)(?:${MINUTE}秒)?`;
const PAST_HOUR = `(?:半(?!个)|整|钟|[一三]刻|${MINUTES})`;

const NAMED = continuing(
  `${PART_OF_DAY}${GAP}(?:${DIGITAL}|${HOUR}${GAP}(?:[点时]${NOT_AN_HOUR}(?:${GAP}(?:${PAST_HOUR}|[0-5]\\d(?!\\d)))?|(?=${TO_HOUR}${HOUR}[点时])))${TAIL}`,
);
const SPOKEN = continuing(
  `(?:${HOUR}${GAP}点${GAP}${PAST_HOUR}|${HOUR}${GAP}时${GAP}(?:[整许半]|${MINUTES})|(?:\\d{1,2}|零|二?十[一二三四五六七八九]?)${GAP}时${NOT_AN_HOUR})${TAIL}`,
);
const DIGITAL_LONG = continuing(`(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?(?![\\d:.])`);
const DIGITAL_SPAN = continuing(`${DIGITAL}${TO_HOUR}${DIGITAL}`);
const TO_CLOCK = continuing(`${TO_HOUR}(?=${PART_OF_DAY}|${HOUR}[:点时])`);
/** 9点 alone may be nine points, but not as the end of a range of hours. */
const BARE = continuing(`(?:${HOUR}[点时]${NOT_AN_HOUR}|${DIGITAL})`);
const STARTS = new Set("0123456789零〇一二三四五六七八九十上下中早清凌晚傍午深夜两");
const CHINESE_DIGIT = /[零〇一二三四五六七八九十百千万]/;

/**
 * Spans of clock times and of ranges between them: 上午9时30分, 8:30至12:00, 凌晨1点. `1:21` alone is a ratio and
 * `9点` alone may be nine points, so that both need a companion.
 * @returns in order, without overlap; offsets into `text`
 */
export const readClockTimes = (text: string): Span[] => clockTimesIn(fold(text));

/** As `readClockTimes`, in folded text. */
export function clockTimesIn(folded: string): Span[] {
  // No pattern does without one of these.
  if (!/[点时:]/.test(folded)) return [];
  const cursor = new Cursor(folded);
  const spans: Span[] = [];
  while (cursor.at < folded.length) {
    const start = cursor.at;
    if (startsHere(cursor) && eatClock(cursor)) {
      while (cursor.attempt(() => (cursor.eat(TO_CLOCK) && (eatClock(cursor) || cursor.eat(BARE)) ? true : null)));
      spans.push({ start, end: cursor.at });
    } else cursor.at = start + 1;
  }
  return spans;
}

function startsHere(cursor: Cursor): boolean {
  const character = cursor.text.charAt(cursor.at);
  if (!STARTS.has(character)) return false;
  const before = cursor.before(1);
  if (/\d/.test(character))
    return !/[\d.:]/.test(before) && !/\d天$/.test(cursor.before(2)) && !/比[例为是约达]?$/.test(cursor.before(2));
  return !(CHINESE_DIGIT.test(character) && (CHINESE_DIGIT.test(before) || /[第分]/.test(before)));
}

const PATTERNS = [NAMED, DIGITAL_SPAN, DIGITAL_LONG, SPOKEN];
const DIGITAL_SHORT = continuing(DIGITAL);
const DAY_BEFORE = /(?:[日号天]|(?:周|星期|礼拜)[一二三四五六末])[ )]{0,2}$/;

/** 8:30 alone needs a day before it. */
const eatClock = (cursor: Cursor): boolean =>
  PATTERNS.some((pattern) => cursor.eat(pattern) !== null) ||
  (DAY_BEFORE.test(cursor.before(5)) && cursor.eat(DIGITAL_SHORT) !== null);
