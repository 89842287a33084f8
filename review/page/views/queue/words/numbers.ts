import { grouped, inChinese } from "../../../numbers.ts";
import type { Language } from "../../../texts.ts";
import { type Said, said } from "./said.ts";

/** Digits stay as they are: 1.33亿 and 133 million, never 1.3亿. */
export const numberIn = (value: number, language: Language): string =>
  language === "zh" ? inChinese(value) : inEnglish(value);

function inEnglish(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9) return `${grouped(value / 1e9)} billion`;
  return size >= 1e6 ? `${grouped(value / 1e6)} million` : grouped(value);
}

const MONEY: Readonly<Record<string, string>> = {
  CNY: "元",
  TWD: "新台币",
  HKD: "港元",
  MOP: "澳门元",
  USD: "美元",
  JPY: "日元",
  EUR: "欧元",
  GBP: "英镑",
};
/** Bodies are counted in 个; what is not has a classifier of its own. */
const CLASSIFIERS: Readonly<Record<string, string>> = {
  "approval.items": "项",
  "paperwork.documents": "份",
  "paperwork.meetings": "次",
  "agencies.enforcement": "支",
};
const UNITS: Readonly<Record<string, Said>> = {
  person: said("人", " people"),
  km2: said("平方公里", " km²"),
  percent: said("%", "%"),
  ratio: said(":1", ":1"),
};

/** A number with its unit: 36个, 1.33亿元, 40:1; in English 36, CNY 133 million, 659 posts. */
export function amountIn(value: number, unit: string, metric: string, language: Language): string {
  const number = numberIn(value, language);
  if (unit === "count") return language === "zh" ? `${number}${CLASSIFIERS[metric] ?? "个"}` : number;
  if (unit === "person" && isOfPosts(metric)) return language === "zh" ? `${number}名` : `${number} posts`;
  const known = UNITS[unit];
  if (known !== undefined) return `${number}${known[language]}`;
  if (language === "en") return `${unit} ${number}`;
  return unit === "TWD" ? `新台币${number}元` : `${number}${MONEY[unit] ?? unit}`;
}

const isOfPosts = (metric: string): boolean => /^staff\.(?:quota|posts)/.test(metric);

export const percentIn = (value: number, language: Language): string => `${numberIn(value, language)}%`;
