import { RELATIVE_DAYS } from "../../corpus/lexicon/dates.ts";
import { anchorFor, impliedMonth } from "./context.ts";
import { continuing, GAP, sticky, TO } from "./cursor.ts";
import { dayOf, firstOfMonth, partsOf } from "./day.ts";
import type { Head } from "./head.ts";
import { dayReading, monthOf, yearOf } from "./reading.ts";
import { pairedUnits, UNIT_HEADS } from "./relative-units.ts";
import { COUNT, readSmall } from "./small-number.ts";
import { WEEK_HEADS } from "./weeks.ts";

const NAMES = Object.keys(RELATIVE_DAYS).sort((a, b) => b.length - a.length);
const RELATIVE = sticky(`(${NAMES.join("|")})(?!头条|之星|黄花|制|龙|媒)`);
/** 今（26）日 and 今天（26日） name the day twice. */
const NUMBERED = sticky("([今昨明前后])\\((\\d{1,2})\\)[日天]?");
const NUMBER_BESIDE = continuing("\\((?:\\d{1,2}月)?\\d{1,2}[日号]\\)");
export const relativeDay: Head = (cursor, context) => {
  const match = cursor.eat(RELATIVE);
  if (!match) return numberedDay(cursor, context);
  cursor.eat(NUMBER_BESIDE);
  const { offset, from } = RELATIVE_DAYS[match[1]!]!;
  const anchor = from === "text" ? anchorFor(cursor, context) : null;
  const known = anchor?.level === "day" ? anchor : null;
  const origin = known && known.origin !== "reference" ? "anchor" : "reference";
  return dayReading((known?.low ?? context.today) + offset, { origin, yearStated: true });
};

/** The stated number wins, in the month that brings it nearest to the reference day. */
const numberedDay: Head = (cursor, context) => {
  const match = cursor.eat(NUMBERED);
  if (!match) return null;
  const { year, month } = partsOf(context.today);
  const near = [-1, 0, 1]
    .map((off) => firstOfMonth(year, month + off) + Number(match[2]) - 1)
    .sort((a, b) => Math.abs(a - context.today) - Math.abs(b - context.today));
  return dayReading(near[0]!, { origin: "reference", yearStated: true });
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
const SECOND_DAY = continuing(`(\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})${GAP}[日号]`);
const NOT_BEFORE = /[第期满需按共达超仅月]$|[.\d]$/;
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

const AFTER_DAYS = sticky(`过${GAP}(${COUNT})天`);
/** 过两天. */
export const afterDays: Head = (cursor, context) => {
  const match = cursor.eat(AFTER_DAYS);
  const count = match ? readSmall(match[1]!) : null;
  if (count === null) return null;
  return { ...dayReading(context.today + count, { origin: "reference", yearStated: true }), counted: true };
};

export const DAY_HEADS: readonly Head[] = [relativeDay, pairedUnits, ...WEEK_HEADS, ...UNIT_HEADS, afterDays];
