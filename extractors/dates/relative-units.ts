import { anchorFor } from "./context.ts";
import { sticky } from "./cursor.ts";
import { firstOfMonth, lastOfMonth, partsOf } from "./day.ts";
import type { Head } from "./head.ts";
import { closed, monthsReading } from "./reading.ts";

const source = { origin: "reference", yearStated: true } as const;

/** 上上 is two back, 下 is one on, 这 and 本 are here. */
export const stepsOf = (words: string): number =>
  words.startsWith("上") ? -words.length : words.startsWith("下") ? words.length : 0;

const MONTH = sticky("(上{1,2}|下{1,2}|这|本|当|同|该|今(?=个)|呢(?=个))(?:一|1)?个?月(?![饼亮球薪票租嫂台经光])份?");
/** 上个月, 本月, 当月. */
const relativeMonth: Head = (cursor, context) => {
  const match = cursor.eat(MONTH);
  if (!match) return null;
  const words = match[1]!;
  const offset = stepsOf(words);
  const anchor = /[当同该]/.test(words) ? anchorFor(cursor, context) : null;
  const known = anchor && (anchor.level === "month" || anchor.level === "day") ? anchor : null;
  const { year, month } = partsOf(known?.low ?? context.today);
  const origin = known && known.origin !== "reference" ? "anchor" : "reference";
  return monthsReading("month", year, month + offset, month + offset, { origin, yearStated: true });
};

const QUARTER = sticky("(上{1,2}|下{1,2}|这|本|当|该)(?:一|1)?个?季度?");
const relativeQuarter: Head = (cursor, context) => {
  const match = cursor.eat(QUARTER);
  if (!match) return null;
  const words = match[1]!;
  const offset = stepsOf(words);
  const { year, month } = partsOf(context.today);
  const quarter = Math.floor((month - 1) / 3) + offset;
  return monthsReading("quarter", year, quarter * 3 + 1, quarter * 3 + 3, { origin: "reference", yearStated: true });
};

const PAIRED = sticky("(昨今|前昨|今明|明后|去今|前去)(两|二)?个?([天日年])");
const PAIR_STARTS: Readonly<Record<string, number>> = { 前昨: -2, 前去: -2, 昨今: -1, 去今: -1, 今明: 0, 明后: 1 };
/** 今明两年, 明后天. */
export const pairedUnits: Head = (cursor, context) => {
  const match = cursor.eat(PAIRED);
  if (!match) return null;
  const start = PAIR_STARTS[match[1]!]!;
  if (match[3] !== "年") return closed("range", context.today + start, context.today + start + 1, source);
  const { year } = partsOf(context.today);
  return closed("range", firstOfMonth(year + start, 1), lastOfMonth(year + start + 1, 12), source);
};

export const UNIT_HEADS: readonly Head[] = [relativeMonth, relativeQuarter];
