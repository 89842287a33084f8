import { RELATIVE_DAYS } from "../../corpus/lexicon/dates.ts";
import { anchorFor, impliedMonth } from "./context.ts";
import { GAP, sticky, TO } from "./cursor.ts";
import { dayOf, mondayOf, partsOf } from "./day.ts";
import type { Head } from "./head.ts";
import { readWeekday } from "./month-parts.ts";
import { closed, dayReading, monthOf, monthsReading, yearOf } from "./reading.ts";
import { COUNT, readSmall } from "./small-number.ts";

const NAMES = Object.keys(RELATIVE_DAYS).sort((a, b) => b.length - a.length);
const RELATIVE = sticky(`(${NAMES.join("|")})(?!头条|之星|黄花|制|龙|媒)`);
/** 今（26）日 and 今天（26日） name the day twice. */
const NUMBERED = sticky("([今昨明前后])\\((\\d{1,2})\\)[日天]?");
const NUMBER_BESIDE = sticky("\\((?:\\d{1,2}月)?\\d{1,2}[日号]\\)");
export const relativeDay: Head = (cursor, context) => {
  const match = cursor.eat(RELATIVE) ?? cursor.eat(NUMBERED);
  if (!match) return null;
  if (!match[2]) cursor.eat(NUMBER_BESIDE);
  const { offset, from } = RELATIVE_DAYS[match[2] ? `${match[1]}日` : match[1]!]!;
  const anchor = from === "text" ? anchorFor(cursor, context) : null;
  const known = anchor?.level === "day" ? anchor : null;
  const origin = known && known.origin !== "reference" ? "anchor" : "reference";
  return dayReading((known?.low ?? context.today) + offset, { origin, yearStated: true });
};

/** 廿三日, 二十日; up to ten, Chinese figures before 日 count days (一日之计). */
const LARGE = "(?:\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?)";
const NOT_A_DATE = "(?![内均常子游以之照龄后元报产活薪工终校]|前[,，。]|前[完达]|无理由)";
const BARE_DAY = sticky(`(${LARGE})${GAP}(?:日${NOT_A_DATE}|(?=${TO}${LARGE}${GAP}日${NOT_A_DATE}))`);
const DAY_NUMBER = sticky(
  `(\\d{1,2}|[一二三四五六七八九十廿]{1,3})${GAP}号(?=$|[\\s,，。、;；!?！？]|[上下]午|[早晚中前后之至到起在要去是])`,
);
/** Before 号: a street, a law or a building rather than a day. */
const NUMBER_BEFORE = /[^\s,，。、;；:!?！？于在到从至自约我你他们这本下上]$/;
const SECOND_DAY = sticky(`(\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})${GAP}[日号]`);
const NOT_BEFORE = /[第每期满需按共达超仅]$|[.\d]$/;
/** 9日: a day of the month before it in the text, or of the reference month. */
export const bareDay: Head = (cursor, context) => {
  if (NOT_BEFORE.test(cursor.before(1))) return null;
  const match =
    cursor.eat(context.second ? SECOND_DAY : BARE_DAY) ??
    (NUMBER_BEFORE.test(cursor.before(1)) ? null : cursor.eat(DAY_NUMBER));
  const date = match ? readSmall(match[1]!) : null;
  if (date === null || date < 1 || date > 31) return null;
  const month = impliedMonth(cursor, context, date);
  const found = dayOf(yearOf(month), monthOf(month), date) ?? dayOf(yearOf(month), monthOf(month) - 1, date);
  return found === null ? null : dayReading(found, month);
};

const WEEK = sticky(
  "(上{1,3}|下{1,3}|这|本|该|当)(?:一|1)?个?(?:周|星期|礼拜)(?![期边围转折知岁刊长报密口率])(?:([一二三四五六日天])(?![个人家名项次])|(末))?",
);
/** 上周, 下下周末, 这周三; a week runs from Monday to Sunday. */
export const week: Head = (cursor, context) => {
  const match = cursor.eat(WEEK);
  if (!match) return null;
  const [, words = "", weekday, end] = match;
  const offset = words.startsWith("上") ? -words.length : words.startsWith("下") ? words.length : 0;
  const monday = mondayOf(context.today) + offset * 7;
  const source = { origin: "reference", yearStated: true } as const;
  if (weekday) return dayReading(monday + readWeekday(weekday) - 1, source);
  return end ? closed("part", monday + 5, monday + 6, source) : closed("week", monday, monday + 6, source);
};

const WEEKDAY = sticky("(?:周|星期|礼拜)([一二三四五六日天])(?![个人家名项次班月])");
const HALF_WEEK = sticky("([上下])半周");
/** 周三 without 上 or 下: of the reference week. */
export const weekday: Head = (cursor, context) => {
  const source = { origin: "reference", yearStated: true } as const;
  const monday = mondayOf(context.today);
  const half = cursor.eat(HALF_WEEK);
  if (half)
    return half[1] === "上"
      ? closed("part", monday, monday + 2, source)
      : closed("part", monday + 3, monday + 6, source);
  if (/[每逢\d一二三四五六七八九十两几单双]/.test(cursor.before(1))) return null;
  const match = cursor.eat(WEEKDAY);
  return match ? dayReading(monday + readWeekday(match[1]!) - 1, source) : null;
};

const MONTH = sticky("(上{1,2}|下{1,2}|这|本|当|同|该)(?:一|1)?个?月(?![饼亮球薪票租嫂台经光])份?");
/** 上个月, 本月, 当月. */
export const relativeMonth: Head = (cursor, context) => {
  const match = cursor.eat(MONTH);
  if (!match) return null;
  const words = match[1]!;
  const offset = words.startsWith("上") ? -words.length : words.startsWith("下") ? words.length : 0;
  const anchor = /[当同该]/.test(words) ? anchorFor(cursor, context) : null;
  const known = anchor && (anchor.level === "month" || anchor.level === "day") ? anchor : null;
  const { year, month } = partsOf(known?.low ?? context.today);
  const origin = known && known.origin !== "reference" ? "anchor" : "reference";
  return monthsReading("month", year, month + offset, month + offset, { origin, yearStated: true });
};

const QUARTER = sticky("(上{1,2}|下{1,2}|这|本|当|该)(?:一|1)?个?季度?");
export const relativeQuarter: Head = (cursor, context) => {
  const match = cursor.eat(QUARTER);
  if (!match) return null;
  const words = match[1]!;
  const offset = words.startsWith("上") ? -words.length : words.startsWith("下") ? words.length : 0;
  const { year, month } = partsOf(context.today);
  const quarter = Math.floor((month - 1) / 3) + offset;
  return monthsReading("quarter", year, quarter * 3 + 1, quarter * 3 + 3, { origin: "reference", yearStated: true });
};

const AFTER_DAYS = sticky(`过${GAP}(${COUNT})天`);
/** 过两天. */
export const afterDays: Head = (cursor, context) => {
  const match = cursor.eat(AFTER_DAYS);
  const count = match ? readSmall(match[1]!) : null;
  if (count === null) return null;
  return { ...dayReading(context.today + count, { origin: "reference", yearStated: true }), counted: true };
};

export const DAY_HEADS: readonly Head[] = [
  relativeDay,
  week,
  weekday,
  relativeMonth,
  relativeQuarter,
  afterDays,
  bareDay,
];
