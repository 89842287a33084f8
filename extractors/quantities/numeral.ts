import type { Numeral } from "../../schemas/mention.ts";
import { endOfDigits } from "./arabic.ts";
import { isArabic, isHan, isNegativeSign, numeralCharacter, skipSpaces } from "./character.ts";
import { readUnsigned } from "./numeral-reader.ts";

/** A numeral with what the rest of the grammar must know of its form. */
export interface ReadNumeral extends Numeral {
  /** It starts with a unit that has no digit before it (百万, 千余): a number only where a noun or classifier follows. */
  readonly bare: boolean;
  /** Written one digit after another (二〇二五, 一三三四…): a year, a code or a phone number. */
  readonly positional: boolean;
  /** Starts with Arabic digits. */
  readonly arabic: boolean;
}

/**
 * Reads the longest numeral that starts at `at`, in any style and script, with a sign where one stands there.
 * Spans are UTF-16 offsets into `text`. Linear in the length of the numeral.
 * @returns null where no numeral starts, or where the digits are an identifier (1.2.3, or more than forty digits)
 */
export function readNumeral(text: string, at: number): ReadNumeral | null {
  return numeralAt(text, at).numeral;
}

/** As `readNumeral`, with the offset where a scan goes on: never inside a run of digits that was refused. */
export function numeralAt(text: string, at: number): { numeral: ReadNumeral | null; next: number } {
  const signed = isNegativeSign(text, at);
  const start = signed ? afterSign(text, at) : at;
  if (!isArabic(text, start) && text[start] !== "." && !startsChinese(text, start)) {
    return { numeral: null, next: at + 1 };
  }
  const found = readUnsigned(text, start);
  if (found.numeral === null) return { numeral: null, next: Math.max(found.next, at + 1) };
  const numeral = { ...found.numeral, start: at, text: text.slice(at, found.numeral.end) };
  return { numeral: signed ? negative(numeral) : numeral, next: Math.max(found.next, found.numeral.end) };
}

/** Whether an amount can start at `at`: a figure, a numeral character, 半, 成 (成千上万) or a sign. */
export const startsAmount = (text: string, at: number): boolean =>
  isArabic(text, at) ||
  numeralCharacter(text, at) !== undefined ||
  text[at] === "半" ||
  text[at] === "成" ||
  isSignOf(text, at);

function startsChinese(text: string, at: number): boolean {
  const role = numeralCharacter(text, at)?.role;
  return role !== undefined && role !== "point" && role !== "surplus";
}

/** All numerals of a text in order. Inside words (四川, 统一) too: which of them count is not decided here. */
export function scanNumerals(text: string): ReadNumeral[] {
  const found: ReadNumeral[] = [];
  for (let at = 0; at < text.length; ) {
    const { numeral, next } = numeralAt(text, isSignOf(text, at) ? at : skipSign(text, at));
    if (numeral !== null) found.push(numeral);
    at = Math.max(next, at + 1);
  }
  return found;
}

/** Whether the sign at `at` is a sign and not a hyphen (2020-12, A-3, 30—40), a dash, or part of a word (负责). */
export function isSignOf(text: string, at: number): boolean {
  if (!isNegativeSign(text, at)) return false;
  if (text[at] === "负" || text[at] === "負") return true;
  if (!isArabic(text, at + 1) && text[at + 1] !== "." && text[at + 1] !== "百") return false;
  const before = text[at - 1] ?? " ";
  return isHan(text, at - 1) ? BEFORE_SIGN.includes(before) : !HYPHENATED.test(before);
}
/** A hyphen after any other Han character joins (30人-40人). */
const BEFORE_SIGN = "了为為是到至于於在约約达達长長降升幅率";
const HYPHENATED = /[\p{L}\p{N}\-－−—–~～)）\]」”%％]/u;

const skipSign = (text: string, at: number): number => (isNegativeSign(text, at) ? at + 1 : at);

function afterSign(text: string, at: number): number {
  const next = skipSpaces(text, at + 1);
  return next > at + 1 && endOfDigits(text, next) === next ? at + 1 : next;
}

function negative(numeral: ReadNumeral): ReadNumeral {
  const { value, range } = numeral;
  return { ...numeral, value: value === null ? null : -value, range: range === null ? null : [-range[1], -range[0]] };
}
