import { sticky } from "./cursor.ts";
import { mondayOf } from "./day.ts";
import type { Head } from "./head.ts";
import { closed, dayReading } from "./reading.ts";
import { stepsOf } from "./relative-units.ts";
import { readWeekday } from "./year-parts.ts";

const source = { origin: "reference", yearStated: true } as const;

const WEEK = sticky(
  "(上{1,3}|下{1,3}|这|本|该|当|今(?=个)|呢(?=个))(?:一|1)?个?(?:周|星期|礼拜)(?![期边围转折知岁刊长报密口率])(?:([一二三四五六日天])(?![个人家名项次])|(末))?",
);
/** 上周, 下下周末, 这周三; a week runs from Monday to Sunday. */
const week: Head = (cursor, context) => {
  const match = cursor.eat(WEEK);
  if (!match) return null;
  const [, words = "", weekday, end] = match;
  const offset = stepsOf(words);
  const monday = mondayOf(context.today) + offset * 7;
  if (weekday) return dayReading(monday + readWeekday(weekday) - 1, source);
  return end ? closed("part", monday + 5, monday + 6, source) : closed("week", monday, monday + 6, source);
};

const WEEKDAY = sticky("(?:周|星期|礼拜)([一二三四五六日天])(?![个人家名项次班月])");
const HALF_WEEK = sticky("([上下])半周");
/** 周三 without 上 or 下: of the reference week. */
const weekday: Head = (cursor, context) => {
  const monday = mondayOf(context.today);
  const half = cursor.eat(HALF_WEEK);
  if (half)
    return half[1] === "上"
      ? closed("part", monday, monday + 2, source)
      : closed("part", monday + 3, monday + 6, source);
  if (/[\d一二三四五六七八九十两几单双]/.test(cursor.before(1))) return null;
  const match = cursor.eat(WEEKDAY);
  return match ? dayReading(monday + readWeekday(match[1]!) - 1, source) : null;
};

const WEEKEND = sticky("周末(?!版|刊|报)");
/** 周末 without 上 or 下. */
const weekend: Head = (cursor, context) => {
  if (/[双]/.test(cursor.before(1)) || !cursor.eat(WEEKEND)) return null;
  const monday = mondayOf(context.today);
  return closed("part", monday + 5, monday + 6, source);
};

export const WEEK_HEADS: readonly Head[] = [week, weekday, weekend];
