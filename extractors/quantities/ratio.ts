import { clean } from "./amount.ts";
import { isArabic, isHan } from "./character.ts";
import type { Core } from "./core.ts";
import { measureAt } from "./measure.ts";
import { type ReadNumeral, readNumeral } from "./numeral.ts";

/** A ratio's value: the larger side for one of the smaller. */
export interface Ratio {
  readonly value: number;
  readonly end: number;
}

const CONTEXT =
  /比(?:例|率|值)?(?:[约約为為达達到是至]|[为為]约|约为|約為|达到|達到|[由从從]|一度|仅|僅|高达|高達){0,3}$/;

/** Reads 32:1, 1∶21, 十比一 from a core without a unit. Clock times (8:30) and scores (3比2) are none. */
export function ratioFrom(text: string, first: Core): Ratio | null {
  if (first.measure !== null || first.low !== first.high || first.low <= 0) return null;
  const sign = text[first.end];
  const colon = sign === ":" || sign === "：" || sign === "∶";
  if (!colon && sign !== "比") return null;
  const second = readNumeral(text, first.end + 1);
  if (second === null || second.value === null || second.value <= 0) return null;
  if (colon ? !isColonRatio(text, first, second) : !isSpokenRatio(text, first, second)) return null;
  const [a, b] = [first.low, second.value];
  return { value: clean(Math.max(a, b) / Math.min(a, b)), end: second.end };
}

function isColonRatio(text: string, first: Core, second: ReadNumeral): boolean {
  const { end } = second;
  if (!isArabic(text, first.end + 1) || (isHan(text, end) && "时時分点點".includes(text[end]!))) return false;
  if (text[first.end] === "∶" || CONTEXT.test(text.slice(Math.max(0, first.start - 8), first.start))) return true;
  const clock = end - first.end === 3 && first.low < 25 && (second.value ?? 0) < 60;
  return (
    (first.low === 1 || second.value === 1) &&
    (!clock ||
      (first.low === 1 &&
        (second.value ?? 0) < 60 &&
        !/[午晨晚间間上日]$/.test(text.slice(Math.max(0, first.start - 1), first.start))))
  );
}

function isSpokenRatio(text: string, first: Core, second: ReadNumeral): boolean {
  if (measureAt(text, second.end) !== null) return false;
  return first.low === 1 || second.value === 1 || CONTEXT.test(text.slice(Math.max(0, first.start - 8), first.start));
}
