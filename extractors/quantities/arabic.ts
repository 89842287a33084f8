import { arabicDigit, isArabic, isLatin, isSpace } from "./character.ts";

/** Digits as ASCII strings; `end` is where they stop in the text. */
export interface ArabicRun {
  readonly whole: string;
  /** Digits after the point; empty where there is none. */
  readonly fraction: string;
  readonly end: number;
  /** True for what only looks like a number: 1.2.3, or more digits than any quantity has. */
  readonly identifier: boolean;
}

/** Longer runs are account numbers, hashes or noise. */
export const MAX_DIGITS = 40;

/** The end of the digits that start at `at`. */
export function endOfDigits(text: string, at: number): number {
  let end = at;
  while (isArabic(text, end)) end++;
  return end;
}

export function asciiDigits(text: string, start: number, end: number): string {
  let digits = "";
  for (let i = start; i < end; i++) {
    const digit = arabicDigit(text, i);
    if (digit >= 0) digits += digit;
  }
  return digits;
}

/**
 * Reads Arabic digits of either width from `at`, with groups of three (1,050 · １，０５０ · 1 860) and a decimal point.
 * Linear in the length of the run; null where no digit stands.
 */
export function readArabic(text: string, at: number): ArabicRun | null {
  const head = endOfDigits(text, at);
  if (head === at && !isPoint(text, at)) return null;
  const whole = endOfGroups(text, at, head);
  const end = endOfFraction(text, whole);
  if (end === at) return null;
  if (end - at > MAX_DIGITS || (end > whole && endOfFraction(text, end) > end)) {
    return { whole: "", fraction: "", end: endOfDotted(text, end), identifier: true };
  }
  return {
    whole: asciiDigits(text, at, whole) || "0",
    fraction: asciiDigits(text, whole, end),
    end,
    identifier: false,
  };
}

const isPoint = (text: string, at: number): boolean => text[at] === "." || text[at] === "．";
const isComma = (text: string, at: number): boolean => text[at] === "," || text[at] === "，";

/** Groups count only when each holds exactly three digits and the first one to three. */
function endOfGroups(text: string, at: number, head: number): number {
  if (head - at < 1 || head - at > 3) return head;
  if (isComma(text, head)) return endOfSeparated(text, head, isComma);
  if (!isSpace(text, head) || arabicDigit(text, at) === 0) return head;
  const end = endOfSeparated(text, head, isSpace);
  // 400 820 8820 is a phone number, 1 860 22 two cells of a table.
  const more = isSpace(text, end) && isArabic(text, end + 1);
  return more || isLatin(text, end) ? head : end;
}

function endOfSeparated(text: string, head: number, separates: (text: string, at: number) => boolean): number {
  let end = head;
  while (separates(text, end) && isGroup(text, end + 1)) end += 4;
  return end;
}

const isGroup = (text: string, at: number): boolean =>
  isArabic(text, at) && isArabic(text, at + 1) && isArabic(text, at + 2) && !isArabic(text, at + 3);

const endOfFraction = (text: string, at: number): number =>
  isPoint(text, at) && isArabic(text, at + 1) ? endOfDigits(text, at + 1) : at;

function endOfDotted(text: string, at: number): number {
  let end = endOfDigits(text, at);
  for (let next = endOfFraction(text, end); next > end; next = endOfFraction(text, end)) end = next;
  return end;
}
