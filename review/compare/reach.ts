import type { Bound } from "../../schemas/fact.ts";

/** From, to; both included. */
export type Interval = readonly [number, number];

/** What a stated number may stand for. */
export interface Reach {
  /** What its writer most likely had before him: two that meet confirm each other. */
  readonly core: Interval;
  /** All that it allows: two that do not meet cannot both be true. */
  readonly limit: Interval;
}

const { POSITIVE_INFINITY: ENDLESS } = Number;
/** 40余 and 近40 stay near their number; 超过40 and 不到40 need not. */
const NEARBY = { gt: /[余餘多]/, ge: /[余餘多]/, lt: /[近]/, le: /[近]/ } as const;
const UNITS: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8, 万亿: 1e12 };
const NUMERAL = /(\d[\d,]*)(?:\.(\d+))?\s*(万亿|亿|千万|百万|万|千)?[余多]?(万亿|亿|万)?/gu;

/**
 * @param value as the fact holds it, in its base unit
 * @param bound of the fact; it speaks of the magnitude
 * @param grain the place of the last digit that was written, in the base unit; 0 where nothing was rounded
 * @param words the evidence, which tells 余 from 超过
 */
export function reachOf(value: number, bound: Bound, grain: number, words: string): Reach {
  const size = Math.abs(value);
  const { core, limit } = READERS[bound](size, grain, words);
  if (value >= 0) return { core, limit };
  return { core: [-core[1], -core[0]], limit: [-limit[1], -limit[0]] };
}

type Reader = (size: number, grain: number, words: string) => Reach;

const above =
  (bound: "gt" | "ge"): Reader =>
  (size, _grain, words) => {
    const core: Interval = [size, size + Math.max(size / 10, lastDigit(size))];
    return { core, limit: NEARBY[bound].test(words) ? core : [size, ENDLESS] };
  };
const below =
  (bound: "lt" | "le"): Reader =>
  (size, _grain, words) => {
    const digit = lastDigit(size);
    const core: Interval = [size - Math.max(size / 10, digit === size ? digit / 10 : digit), size];
    return { core, limit: NEARBY[bound].test(words) ? core : [0, size] };
  };

/** TABLE of what each bound leaves open. */
const READERS: Readonly<Record<Bound, Reader>> = {
  exact: (size, grain) => {
    const rounded: Interval = [size - grain / 2, size + grain / 2];
    return { core: rounded, limit: rounded };
  },
  approx: (size, grain) => {
    const [near, far] = [Math.max(size / 20, grain / 2), Math.max(size / 10, grain)];
    return { core: [size - near, size + near], limit: [size - far, size + far] };
  },
  gt: above("gt"),
  ge: above("ge"),
  lt: below("lt"),
  le: below("le"),
};

/** The place of a number's last digit that is not 0: 10 for 60, 10,000,000 for 50,000,000, 0.1 for 3.4. */
function lastDigit(size: number): number {
  const [digits = "", exponent = "0"] = size.toExponential().split("e");
  return size === 0 ? 0 : 10 ** (Number(exponent) - (digits.split(".")[1]?.length ?? 0));
}

/**
 * The place of the last digit that a number was written to: 10,000,000 for 0.1亿元, 10,000 for 1050万元, 0 for 22个.
 * @param words evidence that holds the number, in either script
 */
export function grainOf(value: number, words: string): number {
  const size = Math.abs(value);
  const folded = words.normalize("NFKC").replaceAll("萬", "万").replaceAll("億", "亿");
  for (const [, whole = "", decimals = "", unit = "", larger = ""] of folded.matchAll(NUMERAL)) {
    const scale = (UNITS[unit] ?? 1) * (UNITS[larger] ?? 1);
    const written = Number(`${whole.replaceAll(",", "")}.${decimals || "0"}`) * scale;
    if (Math.abs(written - size) > size * 1e-9) continue;
    return scale === 1 && decimals === "" ? 0 : scale / 10 ** decimals.length;
  }
  // In Chinese numerals, or in a unit of measure: money and people beyond ten thousand are told in 万.
  if (!Number.isInteger(size)) return lastDigit(size);
  return size >= 1e4 && size % 1e4 === 0 ? 1e4 : 0;
}

/** The same for a percentage: 1 for 37%, 0.1 for 37.1%, 10 for 四成. */
export function percentGrain(value: number, words: string): number {
  if (!Number.isInteger(value)) return lastDigit(Math.abs(value));
  return value % 10 === 0 && /成/.test(words) ? 10 : 1;
}

const meets = (a: Interval, b: Interval): boolean => {
  const slack = 1e-9 * Math.max(...[...a, ...b].filter(Number.isFinite).map(Math.abs), 1e-9);
  const [from, to] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  // A rounded number does not reach the end of the next: 2871万 is not 2872万. A number that is a point may stand there.
  const isPoint = a[0] === a[1] || b[0] === b[1];
  return isPoint ? from <= to + slack : from < to - slack;
};

export type Verdict = "agree" | "conflict" | "open";

/** `open` where both may be true and neither confirms the other: 超过20 beside 50. */
export function compareReaches(a: Reach, b: Reach): Verdict {
  if (meets(a.core, b.core)) return "agree";
  return meets(a.limit, b.limit) ? "open" : "conflict";
}

/** What two numbers give together, `combine` rising in the first and monotone in the second. */
export function combined(a: Reach, b: Reach, combine: (x: number, y: number) => number): Reach {
  const over = ([a0, a1]: Interval, [b0, b1]: Interval): Interval => {
    const ends = [combine(a0, b0), combine(a0, b1), combine(a1, b0), combine(a1, b1)];
    if (ends.some(Number.isNaN)) return [-ENDLESS, ENDLESS];
    return [Math.min(...ends), Math.max(...ends)];
  };
  return { core: over(a.core, b.core), limit: over(a.limit, b.limit) };
}
