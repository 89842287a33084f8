import { AFTER_KILO, AFTER_MEGA, BEFORE_NUMBER_OF } from "../../corpus/lexicon/numerals.ts";
import { isArabic, isLatin, numeralCharacter, skipSpaces } from "./character.ts";
import {
  afterUnit,
  amountOf,
  atStart,
  exact,
  keep,
  type NumeralState,
  plus,
  shift,
  sumOf,
  ZERO,
} from "./numeral-state.ts";

export function readTens(s: NumeralState, at: number, tens: number): boolean {
  if (s.atom !== null || s.unit <= 1 || s.decimal) return false;
  s.section = plus(s.section, exact(tens * 10));
  return afterUnit(s, at + 1, 1);
}

export function readSmall(s: NumeralState, at: number, exponent: number): boolean {
  const { text, atom } = s;
  if (exponent >= Math.min(s.unit, 4) || s.positional || (atom?.decimal && exponent !== 3)) return false;
  if (exponent === 3 && at + 1 < text.length && AFTER_KILO.includes(text[at + 1]!) && atom !== null) return false;
  if (atom === null) {
    if (!implied(s, exponent)) return false;
    if (atStart(s) && exponent > 1) s.bare = true;
  }
  s.section = plus(s.section, shift(atom?.value ?? exact(1), exponent));
  if (atom?.decimal) s.decimal = true;
  return afterUnit(s, at + 1, exponent);
}

/** 十 needs no digit before it (十五, 一百十, 一千零十); 百 and 千 only at the start (百万) and after 零. */
function implied(s: NumeralState, exponent: number): boolean {
  return exponent === 1 || atStart(s) || s.zero;
}

export function readLarge(s: NumeralState, at: number, exponent: number): boolean {
  const { text } = s;
  if (exponent === 12 && at + 1 < text.length && AFTER_MEGA.includes(text[at + 1]!)) return false;
  // 八千三万 is 83 million: a digit after 千 is elliptical there too; after a large unit it is not.
  const rest = amountOf({ ...sumOf(s), total: ZERO, unit: s.unit < 4 ? s.unit : Number.POSITIVE_INFINITY });
  const empty = rest[1] === 0 && s.atom === null;
  if (empty && s.total[1] === 0) return readBareLarge(s, at, exponent);
  // 一万二万 is two numbers; 四万万 and 一万亿 are one.
  if (!empty && exponent === s.largest) return false;
  if (s.decimal && !empty && s.total[1] > 0) return false;
  const below = exponent >= s.largest ? s.total : ZERO;
  const above = exponent >= s.largest ? ZERO : s.total;
  if (s.atom?.decimal) s.decimal = true;
  s.total = plus(above, shift(plus(below, rest), exponent));
  s.section = ZERO;
  s.largest = exponent;
  return afterUnit(s, at + 1, exponent);
}

/** 万余人, 亿元: a large unit alone is a numeral only before a word that says so. */
function readBareLarge(s: NumeralState, at: number, exponent: number): boolean {
  if (at !== s.start) return false;
  s.bare = true;
  s.total = exact(10 ** exponent);
  s.largest = exponent;
  afterUnit(s, at + 1, exponent);
  return false;
}

/** 几十, 数百万, 十几, 一百零几万. */
export function readUnknown(s: NumeralState, at: number): boolean {
  const { text } = s;
  if (s.atom !== null && atStart(s)) return readTeens(s, at);
  if (s.atom !== null || s.positional || s.decimal) return false;
  const next = numeralCharacter(text, skipSpaces(text, at + 1))?.role;
  const leads = atStart(s);
  const many = "数數".includes(text[at]!);
  if (many && BEFORE_NUMBER_OF.includes(text[at - 1] ?? "?")) return false;
  if (leads ? next !== "small" && next !== "large" : many || (s.unit > 3 && !s.zero)) return false;
  s.atom = { value: leads ? [2, 9] : [1, 9], arabic: true, decimal: false };
  s.at = at + 1;
  if (!leads) keep(s);
  return true;
}

/** 10几, 20几. */
function readTeens(s: NumeralState, at: number): boolean {
  const { atom, text } = s;
  if (!atom?.arabic || atom.decimal || atom.value[0] <= 0 || atom.value[0] % 10 !== 0) return false;
  if ("数數".includes(text[at]!)) return false;
  s.atom = { ...atom, value: plus(atom.value, [1, 9]) };
  s.at = at + 1;
  keep(s);
  return false;
}

/** 余 belongs to the numeral only before a large unit (五百余万); elsewhere it is a bound. */
export function readSurplus(s: NumeralState, at: number): boolean {
  const { text } = s;
  const next = skipSpaces(text, at + 1);
  const role = numeralCharacter(text, next)?.role;
  const round = s.atom === null ? !atStart(s) : s.atom.arabic && atStart(s);
  if (role !== "large" || !round || s.bound !== null) return false;
  const before = s.whole;
  s.bound = "来來".includes(text[at]!) ? "approx" : "gt";
  s.at = next;
  const taken = readLarge(s, next, numeralCharacter(text, next)!.value);
  if (!taken) s.whole = before;
  return taken;
}

/** 40k and 300w (万 in chat), as long as it is not kg or km. */
export function readKilo(s: NumeralState, at: number): boolean {
  const { text } = s;
  const exponent = { k: 3, K: 3, w: 4 }[text[at] ?? ""];
  if (at !== s.at || exponent === undefined || !atStart(s)) return false;
  if (!s.atom?.arabic || isLatin(text, at + 1) || isArabic(text, at + 1)) return false;
  s.total = shift(s.atom.value, exponent);
  afterUnit(s, at + 1, exponent);
  return false;
}
