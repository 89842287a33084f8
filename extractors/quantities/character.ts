import {
  DIGITS,
  FINANCIAL_DIGITS,
  LARGE_UNITS,
  NEGATIVE_SIGNS,
  POINTS,
  SMALL_UNITS,
  SURPLUS,
  TENS,
  UNKNOWN_DIGITS,
  WEAK_CHARACTERS,
} from "../../corpus/lexicon/numerals.ts";

/** What a character can be in a Chinese numeral; `value` is a digit, or an exponent of ten for the units. */
export interface NumeralCharacter {
  readonly role: "digit" | "small" | "large" | "tens" | "unknown" | "surplus" | "point";
  readonly value: number;
}

const CHARACTERS = new Map<number, NumeralCharacter>();
const add = (table: Readonly<Record<string, number>>, role: NumeralCharacter["role"]): void => {
  for (const [character, value] of Object.entries(table)) CHARACTERS.set(character.charCodeAt(0), { role, value });
};
const each = (characters: string): Record<string, number> => Object.fromEntries([...characters].map((c) => [c, 0]));
add(DIGITS, "digit");
add(FINANCIAL_DIGITS, "digit");
add(SMALL_UNITS, "small");
add(LARGE_UNITS, "large");
add(TENS, "tens");
add(each(UNKNOWN_DIGITS), "unknown");
add(each(SURPLUS), "surplus");
add(each(POINTS), "point");

/** The part that the character at `at` can play in a numeral, or undefined. */
export const numeralCharacter = (text: string, at: number): NumeralCharacter | undefined =>
  CHARACTERS.get(text.charCodeAt(at));

/** Value of an ASCII or full-width digit, or -1. NaN (past the end) gives -1. */
export function arabicDigit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

export const isArabic = (text: string, at: number): boolean => arabicDigit(text, at) >= 0;

/** Value of a Chinese digit, or -1. */
export function chineseDigit(text: string, at: number): number {
  const found = numeralCharacter(text, at);
  return found?.role === "digit" ? found.value : -1;
}

/** True for the Latin letters of either width. */
export function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at) & ~0x20;
  return (code >= 0x41 && code <= 0x5a) || (code >= 0xff21 && code <= 0xff3a) || isWideSmall(text.charCodeAt(at));
}
const isWideSmall = (code: number): boolean => code >= 0xff41 && code <= 0xff5a;

/** Spaces that may stand inside a quantity; line ends and tabs always separate. */
export const isSpace = (text: string, at: number): boolean => at < text.length && SPACES.includes(text[at]!);
const SPACES = " \u00a0\u2002\u2003\u2009\u202f\u3000";

/** The offset after any spaces at `at`. */
export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (isSpace(text, end)) end++;
  return end;
}

const has =
  (characters: string) =>
  (text: string, at: number): boolean =>
    at >= 0 && at < text.length && characters.includes(text[at]!);
export const isNegativeSign = has(NEGATIVE_SIGNS);
export const isWeak = has(WEAK_CHARACTERS);
export const isFinancial = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && (text[at]! in FINANCIAL_DIGITS || "拾佰仟".includes(text[at]!));
export const isHan = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return (code >= 0x4e00 && code <= 0x9fff) || code === 0x3007 || (code >= 0x3400 && code <= 0x4dbf);
};

/** Nothing but punctuation, spaces and the ends of the text around. */
export function isAlone(text: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text[start - 1] ?? "") && !/[\p{L}\p{N}]/u.test(text[skipSpaces(text, end)] ?? "");
}

/** 两 is a digit or the unit of weight. */
export const isLiang = (text: string, at: number): boolean => text[at] === "两" || text[at] === "兩";
