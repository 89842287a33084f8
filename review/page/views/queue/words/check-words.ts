import type { Check, Fact } from "../../../../../schemas/fact.ts";
import { grouped } from "../../../numbers.ts";
import type { Language } from "../../../texts.ts";
import { numberIn } from "./numbers.ts";

/**
 * A check as arithmetic: 36 − 14 = 22 ✓; where it fails, what should have come out: 36 − 15 = 21, the text says 22 ✗.
 * @param words the text of each of the check's spans, where the article is at hand
 */
export function checkIn(check: Check, fact: Fact, language: Language, words: readonly string[] | null = null): string {
  const number = (value: number) => numberIn(value, language);
  const sign = check.ok ? "✓" : "✗";
  const says = (value: string): string => (language === "zh" ? `文中是 ${value}` : `the text says ${value}`);
  if (check.check === "sum") {
    const parts = words === null ? [] : words.slice(1).filter((word) => word !== "");
    const left = parts.length < 2 ? (language === "zh" ? "各部分相加" : "the parts add up") : parts.join(" + ");
    const middle = parts.length < 2 ? (language === "zh" ? "得" : " to") : " =";
    return check.ok
      ? `${left}${middle} ${number(check.expected)} ${sign}`
      : `${left}${middle} ${number(check.expected)}${language === "zh" ? "，" : ", "}${says(number(check.found))} ${sign}`;
  }
  const { before, after } = fact;
  if (before === null || after === null) {
    const calculated = language === "zh" ? `应为 ${number(check.expected)}` : `should be ${number(check.expected)}`;
    return `${calculated}${language === "zh" ? "，" : ", "}${says(number(check.found))} ${sign}`;
  }
  if (check.check === "percent") {
    const left = `(${number(after)} − ${number(before)}) ÷ ${number(before)} = ${rounded(check.expected)}%`;
    return `${left}${language === "zh" ? "，" : ", "}${says(`${rounded(check.found)}%`)} ${sign}`;
  }
  const step = (change: number): string => `${change < 0 ? "−" : "+"} ${number(Math.abs(change))}`;
  if (check.ok) return `${number(before)} ${step(check.found)} = ${number(after)} ${sign}`;
  const got = `${number(before)} ${step(check.found)} = ${number(before + check.found)}`;
  return `${got}${language === "zh" ? "，" : ", "}${says(number(after))} ${sign}`;
}

const rounded = (percent: number): string => grouped(Number(percent.toFixed(2)));
