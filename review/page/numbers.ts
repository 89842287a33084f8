import type { Row } from "../../schemas/review.ts";

export type Numbers = Row["numbers"];

/** Twelve figures are more than any text states, and fewer than where binary fractions show. */
const exact = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 12 });

/** `1234.5` as `1,234.5`; a true minus sign. */
export const grouped = (number: number): string => exact.format(number).replace("-", "−");

/** With its sign, also a plus: of changes. */
export const signed = (number: number): string => `${number > 0 ? "+" : ""}${grouped(number)}`;

/** TABLE of the Chinese steps of ten thousand. */
const STEPS = [
  [1e12, "万亿"],
  [1e8, "亿"],
  [1e4, "万"],
] as const;

/** `133000000` as `1.33亿`, `123500` as `12.35万`; below ten thousand as it is. */
export function inChinese(number: number): string {
  const step = STEPS.find(([size]) => Math.abs(number) >= size);
  return step === undefined ? grouped(number) : `${grouped(number / step[0])}${step[1]}`;
}
