import type { Status } from "../../schemas/decision.ts";
import type { Bound, Comparison, Level, Modality } from "../../schemas/fact.ts";
import { session } from "./session.ts";
import { type Language, language } from "./texts.ts";

type Both = Readonly<Record<Language, string>>;
const both = (zh: string, en: string): Both => ({ zh, en });

export const STATUS_TERMS: Readonly<Record<Status, Both>> = {
  extracted: both("待审", "Extracted"),
  accepted: both("已接受", "Accepted"),
  corrected: both("已更正", "Corrected"),
  added: both("人工添加", "Added"),
  rejected: both("已否决", "Rejected"),
  disputed: both("有分歧", "Disputed"),
};
export const MODALITY_TERMS: Readonly<Record<Modality, Both>> = {
  actual: both("已发生", "Actual"),
  planned: both("计划", "Planned"),
  estimated: both("预计", "Estimated"),
  required: both("要求", "Required"),
};
export const BOUND_TERMS: Readonly<Record<Bound, Both>> = {
  exact: both("恰为", "Exactly"),
  approx: both("约", "About"),
  gt: both("超过", "More than"),
  ge: both("至少", "At least"),
  lt: both("不到", "Less than"),
  le: both("至多", "At most"),
};
export const COMPARISON_TERMS: Readonly<Record<Comparison, Both>> = {
  yoy: both("同比", "On the year before"),
  mom: both("环比", "On the month before"),
  reform: both("改革前后", "By the reform"),
};
export const LEVEL_TERMS: Readonly<Record<Level, Both>> = {
  nation: both("国家", "Nation"),
  province: both("省级", "Province"),
  prefecture: both("地级", "Prefecture"),
  county: both("县级", "County"),
  township: both("乡级", "Township"),
  organisation: both("单位", "Organisation"),
};
export const PER_TERMS: Readonly<Record<string, Both>> = {
  year: both("每年", "a year"),
  month: both("每月", "a month"),
  day: both("每天", "a day"),
};
export const CHECKS_TERMS: Readonly<Record<string, Both>> = {
  failed: both("核算不符", "Failed"),
  passed: both("核算相符", "Passed"),
  "-": both("未核算", "Not checked"),
};
/** As they stand behind a number. Codes of currencies that are not here stand as they are. */
export const UNIT_TERMS: Readonly<Record<string, Both>> = {
  count: both("个", ""),
  person: both("人", "people"),
  km2: both("平方千米", "km²"),
  percent: both("%", "%"),
  ratio: both("∶1", ":1"),
  CNY: both("元", "CNY"),
  TWD: both("新台币元", "TWD"),
  HKD: both("港元", "HKD"),
  MOP: both("澳门元", "MOP"),
  USD: both("美元", "USD"),
};

/** A table's word in the language of the interface; the value itself where the table does not know it. */
export const term = (table: Readonly<Record<string, Both>>, value: string): string =>
  Object.hasOwn(table, value) ? table[value]![language.value] : value;

/** A metric for people: in Chinese its first head noun, in English its id; its id where it has no noun. */
export function metricLabel(id: string): string {
  if (language.value === "en") return id;
  const label = session.value?.metrics.find((metric) => metric.id === id)?.label;
  return label === undefined || label === "" ? id : label;
}

/** Noun, id and what the metric counts; for titles. */
export function metricTitle(id: string): string {
  const { label, doc } = session.value?.metrics.find((metric) => metric.id === id) ?? {};
  return [label, id, doc].filter(Boolean).join(" · ");
}

/** Name of a province by the first two figures of its code. */
export function provinceName(code: string): string {
  const found = session.value?.provinces.find((province) => province.code.slice(0, 2) === code.slice(0, 2));
  return found?.name ?? code;
}
