import { FIRST_PLAN_YEARS } from "../../corpus/lexicon/dates.ts";
import { sticky } from "./cursor.ts";
import { firstOfMonth, lastOfMonth } from "./day.ts";
import type { Head } from "./head.ts";
import { closed, STATED } from "./reading.ts";
import { DIGIT, readSmall } from "./small-number.ts";

const FISCAL = sticky(
  `(\\d{4}|${DIGIT}{4})年?(?:[-/—~至到]{1,2})(\\d{4}|\\d{2}|${DIGIT}{4}|${DIGIT}{2})(?:财政?年度|年度|财年|财政年|(学年))`,
);
/** 2006-07年度, 2025/26财政年度: from April to March, where the second year follows the first; 学年 from September to August. */
export const fiscalYear: Head = (cursor) => {
  const match = cursor.eat(FISCAL);
  const [first, last] = match ? [readSmall(match[1]!), readSmall(match[2]!)] : [null, null];
  if (first === null || last === null || first < 1000 || last % 100 !== (first + 1) % 100) return null;
  const start = match![3] ? 9 : 4;
  return closed("year", firstOfMonth(first, start), lastOfMonth(first + 1, start - 1), STATED);
};

const PLAN = sticky('["“”「]?(十?[一二三四五六七八九])五["”“」]?(?:规划)?(?=期间|时期|末|以来)(?:期间|时期)?');
/** “十四五”期间: the years of a five-year plan. */
export const planYears: Head = (cursor) => {
  const match = cursor.eat(PLAN);
  const number = match ? readSmall(match[1]!) : null;
  if (number === null) return null;
  const first = FIRST_PLAN_YEARS[number - 1] ?? 1971 + (number - 4) * 5;
  return closed("decade", firstOfMonth(first, 1), lastOfMonth(first + 4, 12), STATED);
};

const PLAN_NAME = sticky(
  '(?:["“「]十?[一二三四五六七八九]五["”」]|十[一二三四五六七八九]五(?=规划|计划|开局|收官|发展|目标|纲要))(?:规划|计划)?',
);
/** “十四五”规划 is the name of a plan: no period for a fact, and no number either. */
export const planName: Head = (cursor) => {
  const match = cursor.eat(PLAN_NAME);
  return match ? { level: "range", low: null, high: null, ...STATED, recurring: true } : null;
};

const SPORTS = sticky(`(?:\\d{4}|\\d{2})(?:[-/—]|--)(?:\\d{4}|\\d{2})赛季`);
/** 2024/25赛季: named after two years, and of months that differ with the sport. */
export const sportsSeason: Head = (cursor) =>
  cursor.eat(SPORTS) ? { level: "range", low: null, high: null, ...STATED, recurring: true } : null;

export const FISCAL_HEADS: readonly Head[] = [sportsSeason, fiscalYear, planYears, planName];
