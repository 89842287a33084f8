import { clean } from "./amount.ts";
import { isHan, numeralCharacter, skipSpaces } from "./character.ts";
import { type Core, coreAt } from "./core.ts";
import { startsAmount } from "./numeral.ts";

/** A range of two cores under one measure. */
export interface CoreRange {
  readonly first: Core;
  readonly second: Core;
  readonly low: number;
  readonly high: number;
  /** After the second end, and after 之间 where that follows. */
  readonly end: number;
}

const CONNECTORS = /[至到]|[-－–—―─~～〜∼﹣]{1,2}/y;

/** 与 and 和 join two ends only before 之间 (10000与20000之间). */
const LOOSE_CONNECTORS = "与與和跟及";
const BETWEEN = /(?:之)?[间間]/y;

function afterBetween(text: string, at: number): number {
  BETWEEN.lastIndex = at;
  return BETWEEN.test(text) ? BETWEEN.lastIndex : -1;
}

/** The end of a connector at `at`, with one space on each side allowed, or -1. */
function afterConnector(text: string, at: number): number {
  const from = skipSpaces(text, at);
  if (from > at + 1) return -1;
  CONNECTORS.lastIndex = from;
  if (!CONNECTORS.test(text)) return -1;
  const next = skipSpaces(text, CONNECTORS.lastIndex);
  return next > CONNECTORS.lastIndex + 1 ? -1 : next;
}

/**
 * Reads `first` as the start of a range, with magnitude and unit carried from the second end to the first.
 * @returns null where no range follows, or the ends do not measure the same
 */
export function rangeFrom(text: string, first: Core): CoreRange | null {
  const loose = first.end < text.length && LOOSE_CONNECTORS.includes(text[first.end]!);
  const at = loose ? first.end + 1 : afterConnector(text, first.end);
  if (at < 0 || (loose && !startsAmount(text, at))) return null;
  const second = inHundredths(first, coreAt(text, at).core);
  const between = second === null ? -1 : afterBetween(text, second.end);
  if (loose && between < 0) return null;
  if (second === null || second.amount.form === "half" || !sameMeasure(first, second)) return null;
  const low = carried(text, first, second);
  const high = second.high;
  const end = Math.max(second.end, between);
  if (low < high) return { first, second, low, high, end };
  const swaps = first.measure !== null && "~～〜∼".includes(text[at - 1]!);
  return swaps && low > high ? { first, second, low: high, high: low, end } : null;
}

/** 百分之二十到三十: the second end is of a hundred too. */
function inHundredths(first: Core, second: Core | null): Core | null {
  const shared = first.amount.form === "percent" && second?.measure === null && second.amount.form === "numeral";
  if (!shared || second.low <= first.low || second.high > 100 || first.measure === null) return second;
  return { ...second, measure: { ...first.measure, end: second.end } };
}

function sameMeasure(first: Core, second: Core): boolean {
  if (first.measure === null) return true;
  return (
    second.measure !== null &&
    first.measure.family === second.measure.family &&
    first.measure.kind === second.measure.kind &&
    (first.measure.kind !== "count" || first.measure.classifier === second.measure.classifier)
  );
}

/** The first end in the unit and magnitude of the second: 三至五万, 八到九百亿, 500米至2公里. */
function carried(text: string, first: Core, second: Core): number {
  if (first.measure !== null) {
    const [a, b] = [first.measure, second.measure!];
    return a.kind === "currency" || a.factor === b.factor ? first.low : clean((first.low * a.factor) / b.factor);
  }
  const scale = shareScale(second);
  const low = scale === 1 ? told(magnified(text, first, second), second) : clean(first.low * scale);
  return second.measure?.kind === "currency" && second.measure.factor < 1 ? clean(low * second.measure.factor) : low;
}

/** 两至三成: the first end is tenths too. */
const shareScale = (second: Core): number =>
  second.measure?.classifier === "成" || second.measure?.classifier === "折" ? 10 : 1;

/** 三至五个季度: the first end is quarters too. */
const timesOf = ({ measure }: Core): number => measure?.times ?? 1;
const told = (low: number, second: Core): number => (timesOf(second) === 1 ? low : clean(low * timesOf(second)));

function magnified(text: string, first: Core, second: Core): number {
  const [large, small] = trailingUnits(text, second.amount.end);
  const limit = timesOf(second) === 1 ? second.low : second.amount.low;
  const last = numeralCharacter(text, first.amount.end - 1);
  if (last?.role === "large") return first.low;
  const exponents = last?.role === "small" ? [large] : [large + small, large];
  const fitting = exponents.find((exponent) => exponent > 0 && first.low * 10 ** exponent < limit);
  return fitting === undefined ? first.low : clean(first.low * 10 ** fitting);
}

/** Exponents of the large units that end a numeral, and of the small unit before them: 九百亿 is [8, 2]. */
function trailingUnits(text: string, end: number): [large: number, small: number] {
  let at = end - 1;
  let large = 0;
  if (text[at] === "k" || text[at] === "K") return [3, 0];
  while (numeralCharacter(text, at)?.role === "surplus" || numeralCharacter(text, at)?.role === "large") {
    large += numeralCharacter(text, at)!.value;
    at--;
  }
  const before = numeralCharacter(text, at);
  return [large, before?.role === "small" ? before.value : 0];
}

/** 从 or 由 before two measured ends tells of a change, not of a range: 从210名到420名. */
export function isTransition(text: string, range: CoreRange): boolean {
  const before = text[range.first.start - 1];
  if (range.first.measure === null || !isHan(text, range.first.end)) return false;
  return before === "从" || before === "由" || before === "從";
}
