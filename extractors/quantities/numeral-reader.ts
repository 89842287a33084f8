import { AFTER_KILO, AFTER_MEGA } from "../../corpus/lexicon/numerals.ts";
import type { Bound } from "../../schemas/fact.ts";
import { asciiDigits, endOfDigits, MAX_DIGITS, readArabic } from "./arabic.ts";
import {
  chineseDigit,
  isAlone,
  isArabic,
  isFinancial,
  isLatin,
  isSpace,
  isWeak,
  numeralCharacter,
  skipSpaces,
} from "./character.ts";
import type { ReadNumeral } from "./numeral.ts";

/** Bounds of a value; equal where it is exact. */
type Interval = readonly [low: number, high: number];
const ZERO: Interval = [0, 0];
const exact = (value: number): Interval => [value, value];
const plus = (a: Interval, b: Interval): Interval => [a[0] + b[0], a[1] + b[1]];
/** Decimal shift without binary residue: 1.33 by 8 is 133000000. */
const shift = ([low, high]: Interval, exponent: number): Interval => [shifted(low, exponent), shifted(high, exponent)];
const shifted = (value: number, exponent: number): number => {
  const [mantissa, e = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(e) + exponent}`);
};

interface Atom {
  readonly value: Interval;
  readonly arabic: boolean;
  /** Digits after a decimal point: nothing but a large unit may follow. */
  readonly decimal: boolean;
}

type Snapshot = Pick<
  NumeralReader,
  "at" | "total" | "largest" | "section" | "unit" | "atom" | "zero" | "bound" | "decimal"
>;

/**
 * One numeral, read left to right: atoms (digits, Arabic runs, unknown digits) with small units make a section, large
 * units close it. Where a token does not fit, the reader goes back to the last place where the numeral was whole.
 */
export class NumeralReader {
  at: number;
  /** What large units have closed. */
  total: Interval = ZERO;
  /** Exponent of the last large unit, or of the smallest so far. */
  largest = Number.POSITIVE_INFINITY;
  /** What is below the next large unit. */
  section: Interval = ZERO;
  /** Exponent of the last unit read, small or large; infinite at the start. */
  unit = Number.POSITIVE_INFINITY;
  atom: Atom | null = null;
  zero = false;
  bound: Bound | null = null;
  decimal = false;
  private bare = false;
  private positional = false;
  private whole: Snapshot | null = null;
  private refused = -1;

  constructor(
    private readonly text: string,
    private readonly start: number,
  ) {
    this.at = start;
  }

  read(): { numeral: ReadNumeral | null; next: number } {
    while (this.step());
    const end = this.whole?.at ?? -1;
    const next = Math.max(this.refused, end, this.start + 1);
    if (this.whole === null || this.isWord()) return { numeral: null, next: Math.max(this.refused, this.start + 1) };
    return { numeral: this.numeral(this.whole), next };
  }

  private numeral(whole: Snapshot): ReadNumeral {
    const [low, high] = amountOf(whole);
    const { text, start } = this;
    const arabic = isArabic(text, start) || text[start] === ".";
    const said = whole.bound === null ? {} : { bound: whole.bound };
    const value = low === high ? { value: low, range: null } : { value: null, range: [low, high] as const };
    const form = { bare: this.bare, positional: this.positional, arabic };
    return { start, end: whole.at, text: text.slice(start, whole.at), ...value, ...said, ...form };
  }

  /** A lone weak character (陆地, 队伍) and a lone 两 after nothing are words, not numerals. */
  private isWord(): boolean {
    const { text, start, whole } = this;
    if (!isWeak(text, start) || whole === null) return false;
    const end = whole.at;
    if (end === start + 1) return !isAlone(text, start, end) && !"元圆圓角分".includes(text[end] ?? "?");
    const next = numeralCharacter(text, start + 1)?.role;
    if (text[start] === "拾" && next === "digit") return false;
    return !isFinancial(text, start + 1) && next !== "large" && next !== "point";
  }

  private state(): Snapshot {
    const { at, total, largest, section, unit, atom, zero, bound, decimal } = this;
    return { at, total, largest, section, unit, atom, zero, bound, decimal };
  }

  private keep(): void {
    this.whole = this.state();
  }

  /** Reads one token; false where the numeral cannot go on. */
  private step(): boolean {
    const at = this.afterSpace();
    if (at < 0) return false;
    if (isArabic(this.text, at) || this.startsFraction(at)) return this.readArabicAtom(at);
    const found = numeralCharacter(this.text, at);
    switch (found?.role) {
      case "digit":
        return this.readDigits(at);
      case "tens":
        return this.readTens(at, found.value);
      case "small":
        return this.readSmall(at, found.value);
      case "large":
        return this.readLarge(at, found.value);
      case "unknown":
        return this.readUnknown(at);
      case "surplus":
        return this.readSurplus(at);
      case "point":
        return this.readPoint(at);
      default:
        return this.readKilo(at);
    }
  }

  private startsFraction(at: number): boolean {
    return at === this.start && this.text[at] === "." && isArabic(this.text, at + 1) && !isArabic(this.text, at - 1);
  }

  /** One space may stand before a unit, or between a unit and a digit that has a unit of its own or ends the numeral. */
  private afterSpace(): number {
    const { text, at } = this;
    if (!isSpace(text, at) || at === this.start) return at;
    const next = skipSpaces(text, at);
    const role = numeralCharacter(text, next)?.role;
    if (next > at + 1) return -1;
    if (role === "small" || role === "large") return this.atom !== null || this.unit < 20 ? next : -1;
    if (role === "surplus") return numeralCharacter(text, skipSpaces(text, next + 1))?.role === "large" ? next : -1;
    if (role === "point") return chineseDigit(text, skipSpaces(text, next + 1)) >= 0 ? next : -1;
    if (this.atom !== null || (role !== "digit" && role !== "unknown" && !isArabic(text, next))) return -1;
    if (!isArabic(text, next)) return next;
    const after = numeralCharacter(text, skipSpaces(text, endOfDigits(text, next)))?.role;
    return after === "small" ? next : -1;
  }

  private readArabicAtom(at: number): boolean {
    const run = readArabic(this.text, at);
    if (run === null || this.atom !== null || this.positional || this.decimal) return false;
    if (run.identifier) {
      this.refused = run.end;
      this.whole = null;
      return false;
    }
    const value = Number(run.fraction === "" ? run.whole : `${run.whole}.${run.fraction}`);
    // 1万600 is one number, 3万50000 two.
    if (this.unit < 20 && (run.fraction !== "" || value >= 10 ** this.unit)) return false;
    const short = run.end - at === 1 && !this.zero;
    this.atom = { value: exact(value), arabic: !short || this.unit > 20, decimal: run.fraction !== "" };
    this.at = run.end;
    this.keep();
    return true;
  }

  private readDigits(at: number): boolean {
    if (this.atom !== null || this.decimal) return false;
    let end = at;
    while (chineseDigit(this.text, end) >= 0) end++;
    if (end - at > MAX_DIGITS) this.refused = end;
    if (this.unit > 20 && !this.zero) return this.readLeadingDigits(at, end);
    return this.readInnerDigits(at, end);
  }

  private readLeadingDigits(at: number, end: number): boolean {
    const length = this.digitsWithoutLiang(at, end) - at;
    if (length > MAX_DIGITS || length === 0) return false;
    const parted = length === 1 ? this.partedPair(at) : null;
    if (parted !== null) return this.take(at + 3, parted);
    const pair = length === 2 ? this.pair(at) : null;
    if (length === 1 || pair !== null) return this.take(at + length, pair ?? exact(this.digit(at)));
    this.positional = true;
    let digits = "";
    for (let i = at; i < at + length; i++) digits += this.digit(i);
    return this.take(at + length, exact(Number(digits)));
  }

  /** Digits after a unit: one, or two neighbours (一万六七); 零 may lead. */
  private readInnerDigits(at: number, end: number): boolean {
    let from = at;
    while (from < end && this.digit(from) === 0) from++;
    if (from > at) {
      this.zero = true;
      this.at = from;
      return true;
    }
    const role = numeralCharacter(this.text, skipSpaces(this.text, from + 1))?.role;
    if (isLiang(this.text, from) && role !== "small" && role !== "large") return false;
    const pair = end - from >= 2 ? this.pair(from) : null;
    if (pair !== null && end - from === 2) return this.take(end, pair);
    return this.take(from + 1, exact(this.digit(from)));
  }

  private take(end: number, value: Interval): boolean {
    this.atom = { value, arabic: false, decimal: false };
    this.at = end;
    this.keep();
    return true;
  }

  private digit(at: number): number {
    return chineseDigit(this.text, at);
  }

  /** 两 after another digit is the unit of weight (二两), save in 一两个. */
  private digitsWithoutLiang(at: number, end: number): number {
    for (let i = at + 1; i < end; i++) {
      if (!isLiang(this.text, i)) continue;
      const approximate = i === at + 1 && this.digit(at) === 1 && end === i + 1;
      return approximate || (i === at + 1 && end === i + 2 && this.digit(at) === 1) ? end : i;
    }
    return end;
  }

  /** Two neighbouring digits name a vague number: 七八个, 三五百. */
  private pair(at: number): Interval | null {
    const [a, b] = [this.digit(at), this.digit(at + 1)];
    return a > 0 && (b === a + 1 || (a === 3 && b === 5)) ? [a, b] : null;
  }

  /** 三、四百人: the same with a pause mark, where a unit or a plain classifier follows and no list is meant. */
  private partedPair(at: number): Interval | null {
    const { text } = this;
    const [a, b] = [this.digit(at), this.digit(at + 2)];
    if (text[at + 1] !== "、" || a < 1 || b !== a + 1 || "第、".includes(text[at - 1] ?? "?")) return null;
    const role = numeralCharacter(text, at + 3)?.role;
    return role === "small" || role === "large" || "个個名人家天次".includes(text[at + 3] ?? "?") ? [a, b] : null;
  }

  private readTens(at: number, tens: number): boolean {
    if (this.atom !== null || this.unit <= 1 || this.decimal) return false;
    this.section = plus(this.section, exact(tens * 10));
    return this.afterUnit(at + 1, 1);
  }

  private readSmall(at: number, exponent: number): boolean {
    const { text, atom } = this;
    if (exponent >= this.smallest() || this.positional || (atom?.decimal && exponent !== 3)) return false;
    if (exponent === 3 && at + 1 < text.length && AFTER_KILO.includes(text[at + 1]!) && atom !== null) return false;
    if (atom === null) {
      if (!this.implied(exponent)) return false;
      if (this.unit > 20 && exponent > 1) this.bare = true;
    }
    this.section = plus(this.section, shift(atom?.value ?? exact(1), exponent));
    if (atom?.decimal) this.decimal = true;
    return this.afterUnit(at + 1, exponent);
  }

  /** 十 needs no digit before it (十五, 一百十, 一千零十); 百 and 千 only at the start (百万) and after 零. */
  private implied(exponent: number): boolean {
    return exponent === 1 || this.unit > 20 || this.zero;
  }

  /** Exponent that the next small unit must stay below. */
  private smallest(): number {
    return Math.min(this.unit, 4);
  }

  private afterUnit(end: number, exponent: number): boolean {
    this.at = end;
    this.unit = exponent;
    this.atom = null;
    this.zero = false;
    this.keep();
    return true;
  }

  private readLarge(at: number, exponent: number): boolean {
    const { text } = this;
    if (exponent === 12 && at + 1 < text.length && AFTER_MEGA.includes(text[at + 1]!)) return false;
    // 八千三万 is 83 million: a digit after 千 is elliptical there too; after a large unit it is not.
    const rest = amountOf({ ...this.state(), total: ZERO, unit: this.unit < 4 ? this.unit : Number.POSITIVE_INFINITY });
    const empty = rest[1] === 0 && this.atom === null;
    if (empty && this.total[1] === 0) return this.readBareLarge(at, exponent);
    // 一万二万 is two numbers; 四万万 and 一万亿 are one.
    if (!empty && exponent === this.largest) return false;
    if (this.decimal && !empty && this.total[1] > 0) return false;
    const below = exponent >= this.largest ? this.total : ZERO;
    const above = exponent >= this.largest ? ZERO : this.total;
    if (this.atom?.decimal) this.decimal = true;
    this.total = plus(above, shift(plus(below, rest), exponent));
    this.section = ZERO;
    this.largest = exponent;
    return this.afterUnit(at + 1, exponent);
  }

  /** 万余人, 亿元: a large unit alone is a numeral only before a word that says so. */
  private readBareLarge(at: number, exponent: number): boolean {
    if (at !== this.start) return false;
    this.bare = true;
    this.total = exact(10 ** exponent);
    this.largest = exponent;
    this.afterUnit(at + 1, exponent);
    return false;
  }

  /** 几十, 数百万, 十几, 一百零几万. */
  private readUnknown(at: number): boolean {
    const { text } = this;
    if (this.atom !== null && this.unit > 20) return this.readTeens(at);
    if (this.atom !== null || this.positional || this.decimal) return false;
    const next = numeralCharacter(text, skipSpaces(text, at + 1))?.role;
    const leads = this.unit > 20;
    const many = "数數".includes(text[at]!);
    if (leads ? next !== "small" && next !== "large" : many || (this.unit > 3 && !this.zero)) return false;
    this.atom = { value: leads ? [2, 9] : [1, 9], arabic: true, decimal: false };
    this.at = at + 1;
    if (!leads) this.keep();
    return true;
  }

  /** 10几, 20几. */
  private readTeens(at: number): boolean {
    const { atom, text } = this;
    if (!atom?.arabic || atom.decimal || atom.value[0] <= 0 || atom.value[0] % 10 !== 0) return false;
    if ("数數".includes(text[at]!)) return false;
    this.atom = { ...atom, value: plus(atom.value, [1, 9]) };
    this.at = at + 1;
    this.keep();
    return false;
  }

  /** 余 belongs to the numeral only before a large unit (五百余万); elsewhere it is a bound. */
  private readSurplus(at: number): boolean {
    const { text } = this;
    const next = skipSpaces(text, at + 1);
    const role = numeralCharacter(text, next)?.role;
    const round = this.atom === null ? this.unit < 20 : this.atom.arabic && this.unit > 20;
    if (role !== "large" || !round || this.bound !== null) return false;
    const before = this.whole;
    this.bound = "来來".includes(text[at]!) ? "approx" : "gt";
    this.at = next;
    const taken = this.readLarge(next, numeralCharacter(text, next)!.value);
    if (!taken) this.whole = before;
    return taken;
  }

  /** Decimals: 三点五, 零點77, 四百 点 五. Not clock times (八点三十). */
  private readPoint(at: number): boolean {
    const { text } = this;
    const from = skipSpaces(text, at + 1);
    if (this.decimal || this.bare || this.atom?.decimal || this.at === this.start || from > at + 2) return false;
    let end = from;
    while (chineseDigit(text, end) >= 0 && !isLiang(text, end)) end++;
    if (end === from) end = endOfDigits(text, from);
    const after = numeralCharacter(text, end)?.role;
    if (end - from > MAX_DIGITS) this.refused = end;
    if (end === from || end - from > MAX_DIGITS || after === "small" || after === "tens") return false;
    const [low, high] = this.value();
    if (low !== high) return false;
    const value = Number(`${low}.${this.fraction(from, end)}`);
    Object.assign(this, { total: ZERO, section: ZERO, unit: Number.POSITIVE_INFINITY });
    Object.assign(this, { largest: Number.POSITIVE_INFINITY, positional: false, decimal: false });
    this.atom = { value: exact(value), arabic: true, decimal: true };
    this.at = end;
    this.keep();
    return true;
  }

  private fraction(from: number, end: number): string {
    if (isArabic(this.text, from)) return asciiDigits(this.text, from, end);
    let digits = "";
    for (let i = from; i < end; i++) digits += this.digit(i);
    return digits;
  }

  /** 40k and 300w (万 in chat), as long as it is not kg or km. */
  private readKilo(at: number): boolean {
    const { text } = this;
    const exponent = { k: 3, K: 3, w: 4 }[text[at] ?? ""];
    if (at !== this.at || exponent === undefined || this.unit < 20) return false;
    if (!this.atom?.arabic || isLatin(text, at + 1) || isArabic(text, at + 1)) return false;
    this.total = shift(this.atom.value, exponent);
    this.afterUnit(at + 1, exponent);
    return false;
  }

  private value(): Interval {
    return amountOf(this);
  }
}

/** A last digit without unit counts the unit below the last one: 三万五 is 35,000, 一百二 is 120. */
function amountOf(state: Omit<Snapshot, "at">): Interval {
  const { total, section, atom, unit, zero } = state;
  const sum = plus(total, section);
  if (atom === null) return sum;
  const elliptical = unit < 20 && !zero && !atom.arabic;
  return plus(sum, elliptical ? shift(atom.value, unit - 1) : atom.value);
}

const isLiang = (text: string, at: number): boolean => text[at] === "两" || text[at] === "兩";
