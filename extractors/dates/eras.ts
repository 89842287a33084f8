import { continuing, GAP, sticky } from "./cursor.ts";
import { firstOfMonth, lastOfMonth, partsOf } from "./day.ts";
import type { Head } from "./head.ts";
import { type Closed, closed, STATED } from "./reading.ts";
import { DIGIT, readSmall, SMALL } from "./small-number.ts";

const CENTURY = sticky(
  `(?:公元)?(?:(上个?|本|这个?|下个?)|(${SMALL}))${GAP}世纪(?!经济报道|福克斯)(?:的(?=${SMALL}年代))?`,
);
const DECADE = sticky(`(${SMALL})${GAP}年代`);
const FULL_DECADE = sticky(`(\\d{3}0|[一二]${DIGIT}{2}[零〇])年代`);
const PART = continuing("(前期|初期|早期|中期|后期|末期|晚期|初叶|中叶|末叶|初|中|末)");

const years = (level: "century" | "decade", first: number, count: number, stated = STATED): Closed =>
  closed(level, firstOfMonth(first, 1), lastOfMonth(first + count - 1, 12), stated);

/** 18世纪 is 1700 to 1799 and 上世纪九十年代 is 1990 to 1999; 90年代 alone is of the last hundred years. */
export const era: Head = (cursor, context) => {
  const full = cursor.eat(FULL_DECADE);
  if (full) return part(cursor, years("decade", readSmall(full[1]!)!, 10));
  const now = partsOf(context.today).year;
  const match = cursor.eat(CENTURY);
  if (!match) {
    const decade = cursor.eat(DECADE);
    const number = decade ? readSmall(decade[1]!) : null;
    if (number === null || number % 10 !== 0 || number > 90) return null;
    return part(cursor, years("decade", number >= 30 ? 1900 + number : 2000 + number, 10));
  }
  const relative = match[1] ? ({ 上: -1, 本: 0, 这: 0, 下: 1 }[match[1].charAt(0)] ?? 0) : null;
  const start = relative === null ? (readSmall(match[2]!)! - 1) * 100 : (Math.floor(now / 100) + relative) * 100;
  if (start < 0 || start > 2900) return null;
  const decade = cursor.eat(DECADE);
  const number = decade ? readSmall(decade[1]!) : null;
  // 上世纪 is the twentieth wherever this program can be run, so that the decade stands without a reference.
  if (number !== null && number % 10 === 0 && number <= 90) return part(cursor, years("decade", start + number, 10));
  return part(cursor, years("century", start, 100));
};

/** Thirds, in whole years: 九十年代末期. */
function part(cursor: Parameters<Head>[0], whole: Closed): Closed {
  const match = cursor.eat(PART);
  if (!match) return whole;
  const [first, last] = [partsOf(whole.low).year, partsOf(whole.high).year];
  const third = Math.floor((last - first + 1) / 3);
  const early = /[初前早]/.test(match[1]!);
  if (early) return years(whole.level as "decade", first, third);
  if (match[1]!.startsWith("中")) return years(whole.level as "decade", first + third, last - first + 1 - third * 2);
  return years(whole.level as "decade", last - third + 1, third);
}
