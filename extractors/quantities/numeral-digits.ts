import { asciiDigits, endOfDigits, MAX_DIGITS, readArabic } from "./arabic.ts";
import { chineseDigit, isArabic, isLiang, numeralCharacter, skipSpaces } from "./character.ts";
import {
  type Atom,
  amountOf,
  atStart,
  exact,
  type Interval,
  keep,
  type NumeralState,
  take,
  ZERO,
} from "./numeral-state.ts";

const digitsAtom = (value: Interval): Atom => ({ value, arabic: false, decimal: false });

function chineseDigits(text: string, start: number, end: number): string {
  let digits = "";
  for (let i = start; i < end; i++) digits += chineseDigit(text, i);
  return digits;
}

export function readArabicAtom(s: NumeralState, at: number): boolean {
  const run = readArabic(s.text, at);
  if (run === null || s.atom !== null || s.positional || s.decimal) return false;
  if (run.identifier) {
    s.refused = run.end;
    s.whole = null;
    return false;
  }
  const value = Number(run.fraction === "" ? run.whole : `${run.whole}.${run.fraction}`);
  // 1万600 is one number, 3万50000 two.
  if (!atStart(s) && (run.fraction !== "" || value >= 10 ** s.unit)) return false;
  const short = run.end - at === 1 && !s.zero;
  return take(s, run.end, { value: exact(value), arabic: !short || atStart(s), decimal: run.fraction !== "" });
}

export function readDigits(s: NumeralState, at: number): boolean {
  if (s.atom !== null || s.decimal) return false;
  let end = at;
  while (chineseDigit(s.text, end) >= 0) end++;
  if (end - at > MAX_DIGITS) s.refused = end;
  if (atStart(s) && !s.zero) return readLeadingDigits(s, at, end);
  return readInnerDigits(s, at, end);
}

function readLeadingDigits(s: NumeralState, at: number, end: number): boolean {
  const length = digitsWithoutLiang(s, at, end) - at;
  if (length > MAX_DIGITS || length === 0) return false;
  const parted = length === 1 ? partedPair(s, at) : null;
  if (parted !== null) return take(s, at + 3, digitsAtom(parted));
  const two = length === 2 ? pair(s, at) : null;
  if (length === 1 || two !== null) return take(s, at + length, digitsAtom(two ?? exact(chineseDigit(s.text, at))));
  s.positional = true;
  const digits = chineseDigits(s.text, at, at + length);
  return take(s, at + length, digitsAtom(exact(Number(digits))));
}

/** Digits after a unit: one, or two neighbours (一万六七); 零 may lead. */
function readInnerDigits(s: NumeralState, at: number, end: number): boolean {
  let from = at;
  while (from < end && chineseDigit(s.text, from) === 0) from++;
  if (from > at) {
    s.zero = true;
    s.at = from;
    return true;
  }
  const role = numeralCharacter(s.text, skipSpaces(s.text, from + 1))?.role;
  if (isLiang(s.text, from) && role !== "small" && role !== "large") return false;
  const two = end - from === 2 ? pair(s, from) : null;
  if (two !== null) return take(s, end, digitsAtom(two));
  return take(s, from + 1, digitsAtom(exact(chineseDigit(s.text, from))));
}

/** 两 after another digit is the unit of weight (二两), save in 一两个. */
function digitsWithoutLiang(s: NumeralState, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    if (!isLiang(s.text, i)) continue;
    const approximate = i === at + 1 && chineseDigit(s.text, at) === 1 && end === i + 1;
    return approximate || (i === at + 1 && end === i + 2 && chineseDigit(s.text, at) === 1) ? end : i;
  }
  return end;
}

/** Two neighbouring digits name a vague number: 七八个, 三五百. */
function pair(s: NumeralState, at: number): Interval | null {
  const [a, b] = [chineseDigit(s.text, at), chineseDigit(s.text, at + 1)];
  return a > 0 && (b === a + 1 || (a === 3 && b === 5)) ? [a, b] : null;
}

/** 三、四百人: the same with a pause mark, where a unit or a plain classifier follows and no list is meant. */
function partedPair(s: NumeralState, at: number): Interval | null {
  const { text } = s;
  const [a, b] = [chineseDigit(s.text, at), chineseDigit(s.text, at + 2)];
  if (text[at + 1] !== "、" || a < 1 || b !== a + 1 || "第、".includes(text[at - 1] ?? "?")) return null;
  const role = numeralCharacter(text, at + 3)?.role;
  return role === "small" || role === "large" || "个個名人家天次".includes(text[at + 3] ?? "?") ? [a, b] : null;
}

/** Decimals: 三点五, 零點77, 四百 点 五. Not clock times (八点三十). */
export function readPoint(s: NumeralState, at: number): boolean {
  const { text } = s;
  const from = skipSpaces(text, at + 1);
  if (s.decimal || s.bare || s.atom?.decimal || s.at === s.start || from > at + 2) return false;
  let end = from;
  while (chineseDigit(text, end) >= 0 && !isLiang(text, end)) end++;
  if (end === from) end = endOfDigits(text, from);
  const after = numeralCharacter(text, end)?.role;
  if (end - from > MAX_DIGITS) s.refused = end;
  if (end === from || end - from > MAX_DIGITS || after === "small" || after === "tens") return false;
  const [low, high] = amountOf(s);
  if (low !== high) return false;
  const value = Number(
    `${low}.${isArabic(text, from) ? asciiDigits(text, from, end) : chineseDigits(text, from, end)}`,
  );
  Object.assign(s, { total: ZERO, section: ZERO, unit: Number.POSITIVE_INFINITY });
  Object.assign(s, { largest: Number.POSITIVE_INFINITY, positional: false, decimal: false });
  s.atom = { value: exact(value), arabic: true, decimal: true };
  s.at = end;
  keep(s);
  return true;
}
