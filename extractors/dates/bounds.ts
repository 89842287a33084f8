import type { Context } from "./context.ts";
import { type Cursor, continuing, GAP } from "./cursor.ts";
import { isClosed, type Reading } from "./reading.ts";

const BEFORE = continuing(
  `${GAP}(及其?|或)?(?:(之前|以前)|前(?![期后身提往来景线进沿途列任所述置三四五六七八九十一二两\\d]))`,
);
const AFTER = continuing(`${GAP}(及其?|或)?(?:之后|以后|后(?![期勤续备代来台果者面方盾卫裔移半三两\\d]))`);
const SINCE = continuing(`${GAP}(?:以来|起?至今|开始至今|到现在|至目前)`);
const ENDING = continuing(`${GAP}(?:止|为止)(?![损步血境痛])`);
const STARTING = continuing(`${GAP}(?:起(?![草点来步伏动诉源义重码飞用家伏])|开始)`);
const AROUND = continuing(
  `${GAP}(?:左右|前后|当天|当日|那天|这天|期间|之间|间(?![接谍隔距断])|之内|以内|内(?![容部外设政阁地陆涵]))`,
);

/** Reads what opens or closes a side: 前, 之后, 起, 以来; 左右 and 期间 only lengthen the span. */
export function readBounds(cursor: Cursor, context: Context, reading: Reading, from: string | null): Reading {
  if (reading.counted || !isClosed(reading)) return reading;
  if (reading.level !== "range") {
    const before = cursor.eat(BEFORE);
    if (before) return openBefore(reading, Boolean(before[1]), before[2] === undefined);
    const after = cursor.eat(AFTER);
    if (after) return open(reading, after[1] || reading.edge ? reading.low : reading.high + 1, null);
    if (cursor.eat(SINCE)) return open(reading, reading.low, context.today >= reading.low ? context.today : null);
    if (cursor.eat(STARTING)) {
      const high = cursor.eat(SINCE) && context.today >= reading.low ? context.today : null;
      return open(reading, reading.low, high);
    }
    if (from === "自从" || from === "自") return open(reading, reading.low, null);
  } else if (cursor.eat(BEFORE) || cursor.eat(ENDING)) return reading;
  cursor.eat(AROUND);
  return reading;
}

const open = (reading: Reading, low: number | null, high: number | null): Reading => {
  const { iso: _, ...rest } = reading;
  return { ...rest, level: "range", low, high };
};

/**
 * 6月30日前 and 2025年前 are deadlines, and for a fact the day or year itself; 2003年以前 is the time before it.
 * 年底前 includes the end of the year.
 */
function openBefore(reading: Reading & { low: number; high: number }, including: boolean, deadline: boolean): Reading {
  const high = including || reading.edge ? reading.high : reading.low - 1;
  const iso =
    reading.level === "year" && !deadline ? {} : { iso: reading.iso ?? ([reading.low, reading.high] as const) };
  return { ...open(reading, null, high), ...iso };
}
