import type { Bound } from "../../schemas/fact.ts";
import type { Quantity } from "../../schemas/mention.ts";

const GAP = /^[，,\s]{0,2}[并並且而]?[且]?\s?$/;
const LOWER: readonly Bound[] = ["ge", "gt"];
const UPPER: readonly Bound[] = ["le", "lt"];

/** Joins a lower and an upper limit that stand side by side into one range: 3年以上7年以下, 最多100最少20个. */
export function mergeLimits(text: string, quantities: readonly Quantity[]): Quantity[] {
  const merged: Quantity[] = [];
  for (const quantity of quantities) {
    const last = merged.at(-1);
    const range = last === undefined ? null : limits(text, last, quantity);
    if (last !== undefined && range !== null) merged[merged.length - 1] = joined(text, last, quantity, range);
    else merged.push(quantity);
  }
  return merged;
}

function limits(text: string, a: Quantity, b: Quantity): readonly [number, number] | null {
  if (a.value === null || b.value === null || !sameKind(a, b)) return null;
  if (b.start - a.end > 5 || !GAP.test(text.slice(a.end, b.start))) return null;
  const up = LOWER.includes(a.bound) && UPPER.includes(b.bound);
  const down = UPPER.includes(a.bound) && LOWER.includes(b.bound) && /^[最至不]/.test(a.text);
  const [low, high] = up ? [a.value, b.value] : [b.value, a.value];
  return (up || down) && low < high ? [low, high] : null;
}

const sameKind = (a: Quantity, b: Quantity): boolean =>
  (a.kind === b.kind && a.unit === b.unit) || (a.kind === "number" && b.kind === "count");

function joined(text: string, a: Quantity, b: Quantity, range: readonly [number, number]): Quantity {
  const span = { start: a.start, end: b.end, text: text.slice(a.start, b.end) };
  return { ...b, ...span, value: null, range, bound: "exact", numeral: a.numeral };
}
