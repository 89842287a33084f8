import type { Bound } from "../../schemas/fact.ts";
import type { Quantity } from "../../schemas/mention.ts";
import type { Span } from "../../schemas/span.ts";
import { clean } from "./amount.ts";
import { type Core, coreAt } from "./core.ts";
import { endOfIdentifier } from "./identifier.ts";
import { mergeLimits } from "./merge.ts";
import { startsAmount } from "./numeral.ts";
import { isTransition, rangeFrom } from "./range.ts";
import { ratioFrom } from "./ratio.ts";
import { endOfNumberWord, isRefused } from "./refusal.ts";
import { canStart } from "./start-table.ts";
import { type Draft, withSurroundings } from "./surroundings.ts";

/**
 * All quantities of a text, in order and without overlap: numbers with their bounds, units and classifiers.
 * Reads both scripts and widths as they stand; offsets are UTF-16 units of `text`. Linear in its length.
 * @param exclude spans in which no quantity may start (dates, identifiers), in any order
 */
export function readQuantities(text: string, exclude: readonly Span[] = []): Quantity[] {
  return scan(text, exclude, isTransition);
}

/** As `readQuantities`, but 从5万元到8万元 is one range and not two ends of a change. */
export function readQuantitiesAndSpans(text: string, exclude: readonly Span[] = []): Quantity[] {
  return scan(text, exclude, () => false);
}

type PartsEnds = typeof isTransition;

function scan(text: string, exclude: readonly Span[], partsEnds: PartsEnds): Quantity[] {
  const closed = [...exclude].sort((a, b) => a.start - b.start);
  const found: Quantity[] = [];
  let at = 0;
  let floor = 0;
  let next = 0;
  while (at < text.length) {
    while (next < closed.length && closed[next]!.end <= at) next++;
    const span = closed[next];
    if (span !== undefined && span.start <= at) {
      at = span.end;
      floor = Math.max(floor, at);
      continue;
    }
    const step = stepAt(text, at, floor, partsEnds);
    if (step.quantity !== null) {
      found.push(step.quantity);
      floor = step.quantity.end;
    }
    at = Math.max(step.next, at + 1);
  }
  return mergeLimits(text, found);
}

interface Step {
  readonly quantity: Quantity | null;
  readonly next: number;
}

function stepAt(text: string, at: number, floor: number, partsEnds: PartsEnds): Step {
  if (!canStart(text, at)) return { quantity: null, next: at + 1 };
  const skipped = Math.max(endOfNumberWord(text, at), endOfIdentifier(text, at));
  if (skipped > at) return { quantity: null, next: skipped };
  if (!startsQuantity(text, at)) return { quantity: null, next: at + 1 };
  const { core, next } = coreAt(text, at);
  if (core === null) return { quantity: null, next };
  const quantity = quantityFrom(text, core, floor, partsEnds);
  return { quantity, next: quantity === null ? Math.max(next, core.amount.end) : quantity.end };
}

const startsQuantity = (text: string, at: number): boolean => startsAmount(text, at) || text[at] === "翻";

function quantityFrom(text: string, core: Core, floor: number, partsEnds: PartsEnds): Quantity | null {
  const draft = ratioDraft(text, core) ?? rangeDraft(text, core, partsEnds) ?? levelDraft(text, core);
  return draft === null ? null : withSurroundings(text, floor, draft);
}

function ratioDraft(text: string, core: Core): Draft | null {
  const ratio = ratioFrom(text, core);
  if (ratio === null) return null;
  const { value, end } = ratio;
  return { kind: "ratio", unit: "ratio", classifier: "", core, end, low: value, high: value, bound: core.bound };
}

function rangeDraft(text: string, core: Core, partsEnds: PartsEnds): Draft | null {
  const range = rangeFrom(text, core);
  if (range === null || partsEnds(text, range)) return null;
  const { second, end, low, high } = range;
  const { start } = core;
  if (isRefused(text, { ...second, start, amount: { ...second.amount, start } })) return null;
  return draftOf(core, second, end, low, high, second.bound ?? core.bound);
}

function levelDraft(text: string, core: Core): Draft | null {
  if (isRefused(text, core)) return null;
  // A fraction without a unit is a share: a quarter is 25 percent.
  const scale = isShare(core) ? 100 : 1;
  const [low, high] = scale === 1 ? [core.low, core.high] : [clean(core.low * scale), clean(core.high * scale)];
  return draftOf(core, core, core.end, low, high, core.bound);
}

const isShare = ({ measure, amount }: Core): boolean =>
  measure === null && amount.form === "fraction" && Math.abs(amount.low) <= 1;

function draftOf(core: Core, of: Core, end: number, low: number, high: number, bound: Bound | null): Draft {
  const { measure } = of;
  if (measure !== null) {
    const { kind, unit, classifier } = measure;
    return { kind, unit, classifier, core, end, low, high, bound };
  }
  const share = isShare(of);
  const [kind, unit] = share ? (["percent", "percent"] as const) : (["number", null] as const);
  return { kind, unit, classifier: "", core, end, low, high, bound };
}
