import { endOfDigits } from "./arabic.ts";
import {
  chineseDigit,
  isAlone,
  isArabic,
  isFinancial,
  isSpace,
  isWeak,
  numeralCharacter,
  skipSpaces,
} from "./character.ts";
import type { ReadNumeral } from "./numeral.ts";
import { readArabicAtom, readDigits, readPoint } from "./numeral-digits.ts";
import { amountOf, atStart, type NumeralState, newState, type Sum } from "./numeral-state.ts";
import { readKilo, readLarge, readSmall, readSurplus, readTens, readUnknown } from "./numeral-units.ts";

/**
 * One numeral, read left to right: atoms (digits, Arabic runs, unknown digits) with small units make a section, large
 * units close it. Where a token does not fit, the numeral ends at the last place where it was whole.
 */
export function readUnsigned(text: string, start: number): { numeral: ReadNumeral | null; next: number } {
  const s = newState(text, start);
  while (step(s));
  if (s.whole === null || isWord(s)) return { numeral: null, next: Math.max(s.refused, start + 1) };
  return { numeral: numeralOf(s, s.whole), next: Math.max(s.refused, s.whole.at) };
}

function numeralOf(s: NumeralState, whole: Sum): ReadNumeral {
  const [low, high] = amountOf(whole);
  const { text, start } = s;
  const arabic = isArabic(text, start) || text[start] === ".";
  const said = whole.bound === null ? {} : { bound: whole.bound };
  const value = low === high ? { value: low, range: null } : { value: null, range: [low, high] as const };
  const form = { bare: s.bare, positional: s.positional, arabic };
  return { start, end: whole.at, text: text.slice(start, whole.at), ...value, ...said, ...form };
}

/** A lone weak character (陆地, 队伍) and a lone 两 after nothing are words, not numerals. */
function isWord(s: NumeralState): boolean {
  const { text, start, whole } = s;
  if (!isWeak(text, start) || whole === null) return false;
  const end = whole.at;
  if (end === start + 1) return !isAlone(text, start, end) && !"元圆圓角分".includes(text[end] ?? "?");
  const next = numeralCharacter(text, start + 1)?.role;
  if (text[start] === "拾" && next === "digit") return false;
  return !isFinancial(text, start + 1) && next !== "large" && next !== "point";
}

/** Reads one token; false where the numeral cannot go on. */
function step(s: NumeralState): boolean {
  const at = afterSpace(s);
  if (at < 0) return false;
  if (isArabic(s.text, at) || startsFraction(s, at)) return readArabicAtom(s, at);
  const found = numeralCharacter(s.text, at);
  switch (found?.role) {
    case "digit":
      return readDigits(s, at);
    case "tens":
      return readTens(s, at, found.value);
    case "small":
      return readSmall(s, at, found.value);
    case "large":
      return readLarge(s, at, found.value);
    case "unknown":
      return readUnknown(s, at);
    case "surplus":
      return readSurplus(s, at);
    case "point":
      return readPoint(s, at);
    default:
      return readKilo(s, at);
  }
}

function startsFraction(s: NumeralState, at: number): boolean {
  return at === s.start && s.text[at] === "." && isArabic(s.text, at + 1) && !isArabic(s.text, at - 1);
}

/** One space may stand before a unit, or between a unit and a digit that has a unit of its own or ends the numeral. */
function afterSpace(s: NumeralState): number {
  const { text, at } = s;
  if (!isSpace(text, at) || at === s.start) return at;
  const next = skipSpaces(text, at);
  const role = numeralCharacter(text, next)?.role;
  if (next > at + 1) return -1;
  if (role === "small" || role === "large") return s.atom !== null || !atStart(s) ? next : -1;
  if (role === "surplus") return numeralCharacter(text, skipSpaces(text, next + 1))?.role === "large" ? next : -1;
  if (role === "point") return chineseDigit(text, skipSpaces(text, next + 1)) >= 0 ? next : -1;
  if (s.atom !== null || (role !== "digit" && role !== "unknown" && !isArabic(text, next))) return -1;
  if (!isArabic(text, next)) return next;
  const after = numeralCharacter(text, skipSpaces(text, endOfDigits(text, next)))?.role;
  return after === "small" ? next : -1;
}
