import type { Row } from "../../schemas/review.ts";

export type Numbers = Row["numbers"];

/** Twelve figures are more than any text states, and fewer than where binary fractions show. */
const exact = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 12 });

/** `1234.5` as `1,234.5`; a true minus sign. */
export const grouped = (number: number): string => exact.format(number).replace("-", "−");

/** With its sign, also a plus: of changes. */
export const signed = (number: number): string => `${number > 0 ? "+" : ""}${grouped(number)}`;

/** `33 → 22`, `120`, `30–50`; `→ ?` where the text gives no end. The empty text where only a change is known. */
export function levels(
  { value, before, after, range }: Omit<Numbers, "change" | "change_pct">,
  write: (number: number) => string = grouped,
): string {
  const from = before === null ? "" : `${write(before)} `;
  const transition = before === null && after === null ? "" : `${from}→ ${after === null ? "?" : write(after)}`;
  const spread = range === null ? "" : `${write(range[0])}–${write(range[1])}`;
  return [value === null ? "" : write(value), transition, spread].filter(Boolean).join(" · ");
}

/** All numbers of a fact in one line: `33 → 22 (−11, −33.3%)`. */
export function statedNumbers(numbers: Numbers): string {
  const changes = [
    numbers.change === null ? "" : signed(numbers.change),
    numbers.change_pct === null ? "" : `${signed(numbers.change_pct)}%`,
  ].filter(Boolean);
  const level = levels(numbers);
  if (changes.length === 0) return level;
  return level === "" ? changes.join(", ") : `${level} (${changes.join(", ")})`;
}

/** TABLE of the Chinese steps of ten thousand. */
const STEPS = [
  [1e12, "万亿"],
  [1e8, "亿"],
  [1e4, "万"],
] as const;

/** `133000000` as `1.33亿`, `26400000` as `2640万`; below ten thousand as it is. */
export function inChinese(number: number): string {
  const step = STEPS.find(([size]) => Math.abs(number) >= size);
  return step === undefined ? grouped(number) : `${grouped(number / step[0]).replaceAll(",", "")}${step[1]}`;
}
