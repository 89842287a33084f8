import type { Bound } from "../../schemas/fact.ts";
import type { Span } from "../../schemas/span.ts";
import { isArabic, isNegativeSign, isSpace, skipSpaces } from "./character.ts";
import { foldedCode } from "./fold.ts";
import { isSignOf, numeralAt, type ReadNumeral, readNumeral } from "./numeral.ts";

/** How an amount is written: it decides what the number alone can mean. */
export type AmountForm = "numeral" | "fraction" | "percent" | "half";

/** A number of any form, before its unit. `low` and `high` are equal where it is exact. */
export interface Amount extends Span {
  readonly form: AmountForm;
  readonly low: number;
  readonly high: number;
  readonly bound: Bound | null;
  readonly bare: boolean;
  readonly positional: boolean;
  readonly arabic: boolean;
  readonly negative: boolean;
}

const char = (text: string, at: number): string => String.fromCharCode(foldedCode(text, at));

/** Offset after `words` at `at`, with up to two spaces before each character, or -1. */
export function afterWord(text: string, at: number, word: string): number {
  let end = at;
  for (const wanted of word) {
    const next = skipSpaces(text, end);
    if (next > end + 3 || next >= text.length || char(text, next) !== wanted) return -1;
    end = next + 1;
  }
  return end;
}

/**
 * Reads an amount at `at`: a numeral, 四分之一, 1/4, 三又二分之一, 百分之五, 半; with its sign.
 * `next` is where a scan goes on when there is none.
 */
export function amountAt(text: string, at: number): { amount: Amount | null; next: number } {
  if (isSignOf(text, at)) {
    const { amount, next } = unsignedAt(text, skipSpaces(text, at + 1));
    return amount === null ? { amount, next } : { amount: negated(amount, at), next };
  }
  return isNegativeSign(text, at) ? { amount: null, next: at + 1 } : unsignedAt(text, at);
}

function unsignedAt(text: string, at: number): { amount: Amount | null; next: number } {
  const special = percentAt(text, at) ?? halfAt(text, at) ?? crowdAt(text, at) ?? aboutAt(text, at) ?? coldAt(text, at);
  if (special !== null) return { amount: special, next: special.end };
  const { numeral, next } = numeralAt(text, at);
  if (numeral === null) return { amount: null, next };
  const amount = mixedFrom(text, numeral) ?? fractionFrom(text, numeral) ?? plain(numeral);
  return { amount, next: Math.max(next, amount.end) };
}

const negated = (amount: Amount, start: number): Amount => ({
  ...amount,
  start,
  low: -amount.high,
  high: -amount.low,
  negative: true,
});

function plain(numeral: ReadNumeral): Amount {
  const [low, high] = numeral.range ?? [numeral.value ?? 0, numeral.value ?? 0];
  const { start, end, bare, positional, arabic, bound = null } = numeral;
  return { start, end, form: "numeral", low, high, bound, bare, positional, arabic, negative: false };
}

/** 百分之五, 千分之二点四, 百分三十, 百分百: in percent. */
function percentAt(text: string, at: number): Amount | null {
  const scale = { 百: 1, 佰: 1, 千: 0.1, 仟: 0.1, 万: 0.01 }[char(text, at)];
  if (scale === undefined) return null;
  const million = scale === 0.1 && char(text, at + 1) === "万";
  const parts = afterWord(text, million ? at + 2 : at + 1, "分");
  if (parts < 0) return null;
  const of = afterWord(text, parts, "之");
  if (of < 0 && scale !== 1) return null;
  const numeral = readNumeral(text, skipSpaces(text, of < 0 ? parts : of));
  if (numeral === null) return null;
  const amount = plain(numeral);
  const factor = million ? 1e-5 : scale;
  const whole = numeral.bare && numeral.text === "百" ? { bare: false } : {};
  const [low, high] = [clean(amount.low * factor), clean(amount.high * factor)];
  return { ...amount, ...whole, start: at, form: "percent", low, high };
}

/** 半 before a unit is decided by the caller; 半百 is 50. */
function halfAt(text: string, at: number): Amount | null {
  if (text[at] !== "半") return null;
  const hundred = text[at + 1] === "百";
  const value = hundred ? 50 : 0.5;
  const form: AmountForm = hundred ? "numeral" : "half";
  const flags = { bound: null, bare: false, positional: false, arabic: false, negative: false };
  return { start: at, end: hundred ? at + 2 : at + 1, form, low: value, high: value, ...flags };
}

const CROWDS: Readonly<Record<string, number>> = { 百上千: 100, 千上万: 1000, 千成万: 1000 };

/** 成百上千 and 成千上万: at least the smaller of the two. */
function crowdAt(text: string, at: number): Amount | null {
  if (text[at] !== "成") return null;
  const value = CROWDS[char(text, at + 1) + char(text, at + 2) + char(text, at + 3)];
  if (value === undefined) return null;
  const flags = { bare: false, positional: false, arabic: false, negative: false };
  return { start: at, end: at + 4, form: "numeral", low: value, high: value, bound: "ge", ...flags };
}

/** 百八十, 千儿八百, 万八千, 三两个: about as many, between the two. */
const ABOUT: readonly (readonly [words: RegExp, low: number, high: number])[] = [
  [/三[两兩](?=[个個天年次句人位家件条條只隻周月]|小时|小時)/y, 2, 3],
  [/百八十(?![零〇一二三四五六七八九])/y, 80, 100],
  [/[千仟][儿兒]?八百(?![零〇一二三四五六七八九])/y, 800, 1000],
  [/[万萬][儿兒]?八千(?![零〇一二三四五六七八九])/y, 8000, 10_000],
];

function aboutAt(text: string, at: number): Amount | null {
  if (!"百千万萬仟三".includes(text[at] ?? "?")) return null;
  for (const [words, low, high] of ABOUT) {
    words.lastIndex = at;
    if (!words.test(text)) continue;
    const flags = { bound: null, bare: false, positional: false, arabic: false, negative: false };
    return { start: at, end: words.lastIndex, form: "numeral", low, high, ...flags };
  }
  return null;
}

const COLD = /[零〇]下 ?(?=[负負\d０-９零一二三四五六七八九十])/y;
const DEGREES =
  / ?(?:(?:至|到|[-－~～—]{1,2})(?:零下)? ?[\d.０-９零一二三四五六七八九十]{1,5} ?)?(?:摄氏度|攝氏度|华氏度|華氏度|℃|℉|°|度)/y;

/** 零下五度, 零下3℃. */
function coldAt(text: string, at: number): Amount | null {
  COLD.lastIndex = at;
  const numeral = COLD.test(text) ? readNumeral(text, COLD.lastIndex) : null;
  if (numeral === null) return null;
  DEGREES.lastIndex = numeral.end;
  return DEGREES.test(text) ? negated(plain(numeral), at) : null;
}

/** 三又二分之一, 3又1/5, 壹百萬又五十萬分之二十五. */
function mixedFrom(text: string, whole: ReadNumeral): Amount | null {
  if (whole.value === null || char(text, whole.end) !== "又") return null;
  const part = readNumeral(text, whole.end + 1);
  const fraction = part === null ? null : fractionFrom(text, part);
  if (fraction === null || fraction.low >= 1) return null;
  const value = whole.value + fraction.low;
  return { ...fraction, start: whole.start, low: value, high: value };
}

/** 四分之一 and 1/4. */
function fractionFrom(text: string, first: ReadNumeral): Amount | null {
  const of = afterWord(text, first.end, "分之");
  if (of >= 0) return quotient(first, readNumeral(text, skipSpaces(text, of)), false);
  const slash = isSpace(text, first.end) ? first.end + 1 : first.end;
  const below = isSpace(text, slash + 1) ? slash + 2 : slash + 1;
  if (char(text, slash) !== "/" || !isArabic(text, below) || !first.arabic) return null;
  return quotient(first, readNumeral(text, below), true);
}

function quotient(first: ReadNumeral, second: ReadNumeral | null, slash: boolean): Amount | null {
  if (second === null || first.value === null || second.value === null) return null;
  const [above, below] = slash ? [first.value, second.value] : [second.value, first.value];
  if (below === 0) return null;
  const value = above / below;
  return { ...plain(first), end: second.end, form: "fraction", low: value, high: value };
}

/** Drops what binary arithmetic adds in the fifteenth digit: 37.1 × 0.1 is 3.71. */
export const clean = (value: number): number => Number(value.toPrecision(14));
