import type { Span } from "../../schemas/span.ts";
import { Cursor, GAP, sticky } from "./cursor.ts";
import { fold } from "./fold.ts";

const PART_OF_DAY = "(?:上午|下午|中午|早上|早晨|清晨|凌晨|晚上|晚间|傍晚|午后|午夜|深夜|夜间|夜里|晚|早|夜)";
const NUMBER = `(?:[01]?\\d|2[0-4]|[零〇一二三四五六七八九]|二?十[一二三四五六七八九]?|二十[一二三四])`;
const MINUTE = `(?:[0-5]?\\d|[零〇一二三四五]?十?[零〇一二三四五六七八九])`;
const TAIL = `(?:${GAP}(?:许|左右|多|整))?`;
const DIGITAL = "(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?(?![\\d:.])";

const NAMED = sticky(
  `${PART_OF_DAY}${GAP}(?:${DIGITAL}|${NUMBER}${GAP}[点时](?![间候段代])(?:${GAP}(?:半|整|[一三]刻|钟|${MINUTE}分(?:${MINUTE}秒)?|[0-5]\\d(?!\\d)))?)${TAIL}`,
);
const SPOKEN = sticky(
  `${NUMBER}${GAP}(?:点(?:${GAP}(?:半(?!个)|整|钟|[一三]刻|${MINUTE}分(?!之)(?:${MINUTE}秒)?))|时(?![间候段代期常任速隔值差])(?:${GAP}(?:整|许|半|${MINUTE}分(?!之)(?:${MINUTE}秒)?))?)${TAIL}`,
);
const DIGITAL_LONG = sticky(`(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?(?![\\d:.])`);
const DIGITAL_SPAN = sticky(`${DIGITAL}${GAP}(?:[-~至到]|—{1,2})${GAP}${DIGITAL}`);
const TO_CLOCK = sticky(`${GAP}(?:[-~至到]|—{1,2})${GAP}(?=${PART_OF_DAY}|${NUMBER}[:点时])`);
const STARTS = /[\d零〇一二三四五六七八九十上下中早清凌晚傍午深夜]/;
const CHINESE_DIGIT = /[零〇一二三四五六七八九十百千万]/;

/**
 * Spans of clock times and of ranges between them: 上午9时30分, 8:30至12:00, 凌晨1点. `1:21` alone is a ratio and
 * `9点` alone may be nine points, so that both need a companion.
 * @returns in order, without overlap; offsets into `text`
 */
export function readClockTimes(text: string): Span[] {
  const cursor = new Cursor(fold(text));
  const spans: Span[] = [];
  while (cursor.at < text.length) {
    const start = cursor.at;
    if (startsHere(cursor) && eatClock(cursor)) {
      while (cursor.attempt(() => cursor.eat(TO_CLOCK) && (eatClock(cursor) ? true : null)));
      spans.push({ start, end: cursor.at });
    } else cursor.at = start + 1;
  }
  return spans;
}

function startsHere(cursor: Cursor): boolean {
  const character = cursor.text.charAt(cursor.at);
  if (!STARTS.test(character)) return false;
  const before = cursor.before(1);
  if (/\d/.test(character)) return !/[\d.:,]/.test(before) && !/比[例为是约达]?$/.test(cursor.before(2));
  return !(CHINESE_DIGIT.test(character) && (CHINESE_DIGIT.test(before) || /[第分]/.test(before)));
}

const eatClock = (cursor: Cursor): boolean =>
  [NAMED, DIGITAL_SPAN, DIGITAL_LONG, SPOKEN].some((pattern) => cursor.eat(pattern) !== null);
