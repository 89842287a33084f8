import { type Language, type Said, said } from "./language.ts";

/** Digits stay as they are: 1.33亿 and 133 million, never 1.3亿. */
export function numberIn(value: number, language: Language): string {
  const size = Math.abs(value);
  const step = STEPS[language].find(([from]) => size >= from);
  return step === undefined ? digits(value) : `${digits(value / step[0])}${step[1]}`;
}

const STEPS: Readonly<Record<Language, readonly (readonly [from: number, name: string])[]>> = {
  zh: [
    [1e8, "亿"],
    [1e4, "万"],
  ],
  en: [
    [1e9, " billion"],
    [1e6, " million"],
  ],
};

const plain = new Intl.NumberFormat("en", { maximumFractionDigits: 10 });
/** Drops what binary arithmetic adds behind the twelfth digit. */
const digits = (value: number): string => plain.format(Number(value.toPrecision(12))).replace("-", "−");

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
