import type { Bound } from "../../schemas/fact.ts";

/** Bounds of a value; equal where it is exact. */
export type Interval = readonly [low: number, high: number];

export const ZERO: Interval = [0, 0];
export const exact = (value: number): Interval => [value, value];
export const plus = (a: Interval, b: Interval): Interval => [a[0] + b[0], a[1] + b[1]];

/** Decimal shift without binary residue: 1.33 by 8 is 133000000. */
export const shift = ([low, high]: Interval, exponent: number): Interval => [
  shifted(low, exponent),
  low === high ? shifted(low, exponent) : shifted(high, exponent),
];

function shifted(value: number, exponent: number): number {
  if (Number.isSafeInteger(value)) return value * 10 ** exponent;
  const [mantissa, e = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(e) + exponent}`);
}

/** A number that waits for its unit: digits, an Arabic run, an unknown digit. */
export interface Atom {
  readonly value: Interval;
  /** Counts ones even after a unit (1万600), unlike the last digit of 一万六. */
  readonly arabic: boolean;
  /** Digits after a decimal point: nothing but a large unit may follow. */
  readonly decimal: boolean;
}

/** What a numeral is worth up to `at`. */
export interface Sum {
  at: number;
  /** What large units have closed. */
  total: Interval;
  /** Exponent of the last large unit; infinite before the first. */
  largest: number;
  /** What is below the next large unit. */
  section: Interval;
  /** Exponent of the last unit read, small or large; infinite at the start. */
  unit: number;
  atom: Atom | null;
  /** 零 was read since the last unit. */
  zero: boolean;
  bound: Bound | null;
  decimal: boolean;
}

/** The state of one reading. */
export interface NumeralState extends Sum {
  readonly text: string;
  readonly start: number;
  /** It starts with a unit that has no digit. */
  bare: boolean;
  /** Digit after digit, as in a year. */
  positional: boolean;
  /** The last place where the numeral was whole. */
  whole: Sum | null;
  /** End of a run of digits that is no numeral, or -1. */
  refused: number;
}

const NO_UNIT = Number.POSITIVE_INFINITY;

export function newState(text: string, start: number): NumeralState {
  return {
    text,
    start,
    at: start,
    total: ZERO,
    largest: NO_UNIT,
    section: ZERO,
    unit: NO_UNIT,
    atom: null,
    zero: false,
    bound: null,
    decimal: false,
    bare: false,
    positional: false,
    whole: null,
    refused: -1,
  };
}

export const atStart = (s: Sum): boolean => s.unit === Number.POSITIVE_INFINITY;

export function sumOf({ at, total, largest, section, unit, atom, zero, bound, decimal }: Sum): Sum {
  return { at, total, largest, section, unit, atom, zero, bound, decimal };
}

/** Notes that the numeral may end here. */
export function keep(s: NumeralState): void {
  s.whole = sumOf(s);
}

/** Goes on with a number that waits for its unit. */
export function take(s: NumeralState, end: number, atom: Atom): boolean {
  s.atom = atom;
  s.at = end;
  keep(s);
  return true;
}

/** Goes on behind a unit. */
export function afterUnit(s: NumeralState, end: number, exponent: number): boolean {
  s.at = end;
  s.unit = exponent;
  s.atom = null;
  s.zero = false;
  keep(s);
  return true;
}

/** A last digit without unit counts the unit below the last one: 三万五 is 35,000, 一百二 is 120. */
export function amountOf({ total, section, atom, unit, zero }: Omit<Sum, "at">): Interval {
  const sum = plus(total, section);
  if (atom === null) return sum;
  const elliptical = unit !== Number.POSITIVE_INFINITY && !zero && !atom.arabic;
  return plus(sum, elliptical ? shift(atom.value, unit - 1) : atom.value);
}
