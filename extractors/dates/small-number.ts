/** Numbers as dates write them: up to four figures, in Arabic or Chinese digits, already folded. */
const DIGITS = "零一二三四五六七八九";
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100 };
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };

/** Pattern of a number up to 99 as months, days and weeks write it. */
export const SMALL = "(?:\\d{1,2}|[零〇一二三四五六七八九十廿卅]{1,3})";
/** Pattern of a count before a unit of time: 3, 十二, 两, 二十五. */
export const COUNT = "(?:\\d{1,3}|[一二两三四五六七八九十百]{1,5})";
/** Pattern of one Chinese digit in a year. */
export const DIGIT = "[零〇一二三四五六七八九]";

/** Reads 12, 〇五, 一九九八, 十二, 廿三, 一百一十四; null where the characters make no number. */
export function readSmall(written: string): number | null {
  if (/^\d+$/.test(written)) return Number(written);
  return /[十百廿卅]/.test(written) ? additive(written) : positional(written);
}

const digitOf = (character: string): number =>
  character === "〇" ? 0 : character === "两" ? 2 : DIGITS.indexOf(character);

function positional(written: string): number | null {
  const digits = [...written].map(digitOf);
  return digits.length === 0 || digits.includes(-1) ? null : digits.reduce((sum, digit) => sum * 10 + digit, 0);
}

function additive(written: string): number | null {
  let sum = 0;
  let pending: number | null = null;
  let below = 1_000;
  for (const character of written) {
    const unit = UNITS[character] ?? TENS[character];
    if (unit === undefined) {
      if (pending !== null && pending !== 0) return null;
      pending = digitOf(character);
      if (pending < 0) return null;
      continue;
    }
    const scale = unit >= 100 ? 100 : 10;
    if (scale >= below || (character in TENS && pending !== null)) return null;
    sum += character in TENS ? unit : unit * (pending || 1);
    [pending, below] = [null, scale];
  }
  return sum + (pending ?? 0);
}
