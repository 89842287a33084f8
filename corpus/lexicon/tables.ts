import type { NumberField } from "../../schemas/fact.ts";

/**
 * What a column of a table holds, by the words of its header; the first that matches decides.
 * Origin: our own reading of tables in notices and communiqués, 2026-11.
 */
export const COLUMN_ROLES: readonly (readonly [NumberField, RegExp])[] = [
  ["change_pct", /增减(?:幅度)?[(（]?[%％]|[%％]|增幅|降幅|减幅|增速|精简率|压减率|精简比例|压减比例|幅度/],
  ["before", /改革前|调整前|精简前|整合前|合并前|撤并前|原有|原数|^原|之前|改革之前/],
  ["after", /改革后|调整后|精简后|整合后|合并后|撤并后|之后|改革之后|现设|保留数/],
  ["change", /(?:减少|精简|压减|核减|增减|变化|增加|净减|净增)(?:数|量|额|情况)?|^[减增]/],
];

/** Headers that name a year or a plain amount: a level. */
export const COLUMN_LEVEL =
  /^(?:数量|数|金额|数值|合计|总数|总量|现有|实有|指标值|绝对值|绝对数|全年|本年|决算数?|预算数?|\d{4}年.*|总额|累计|规模|核定数?|编制数|实有数)$/;

/** Rows that add up the others. */
export const TOTAL_ROW = /^(?:合计|总计|小计|共计|全县|全市|全省|总数)$/;

/** Units that stand in a header, a row label or a line above the table: what one number there is worth. */
export const TABLE_UNITS: readonly (readonly [word: string, unit: string, factor: number])[] = [
  ["万亿元", "CNY", 1e12],
  ["亿元", "CNY", 1e8],
  ["千万元", "CNY", 1e7],
  ["百万元", "CNY", 1e6],
  ["万元", "CNY", 1e4],
  ["千元", "CNY", 1e3],
  ["元", "CNY", 1],
  ["亿港元", "HKD", 1e8],
  ["万港元", "HKD", 1e4],
  ["港元", "HKD", 1],
  ["万人", "count", 1e4],
  ["万个", "count", 1e4],
  ["万平方公里", "km2", 1e4],
  ["平方公里", "km2", 1],
  ["平方千米", "km2", 1],
  ["个", "count", 1],
  ["家", "count", 1],
  ["名", "count", 1],
  ["人", "count", 1],
  ["项", "count", 1],
  ["件", "count", 1],
  ["份", "count", 1],
  ["次", "count", 1],
  ["场", "count", 1],
  ["支", "count", 1],
  ["%", "percent", 1],
  ["％", "percent", 1],
];
