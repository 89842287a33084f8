import type { Bound } from "../../schemas/fact.ts";
import type { Numeral, Quantity, QuantityKind } from "../../schemas/mention.ts";
import { boundAfter, boundBefore, distantBound } from "./bound.ts";
import { isHan } from "./character.ts";
import type { Core } from "./core.ts";
import { type LeadingUnit, unitBefore } from "./leading-unit.ts";
import { currencyBefore } from "./measure.ts";

/** A quantity whose value and unit are known, before the words around it are read. */
export interface Draft {
  readonly kind: QuantityKind;
  readonly unit: string | null;
  readonly classifier: string;
  readonly core: Core;
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly bound: Bound | null;
}

/** Adds what stands around: a currency before the number, 整 after money, and bound words on both sides. */
export function withSurroundings(text: string, floor: number, draft: Draft): Quantity {
  const { core, low, high } = draft;
  const money = draft.kind === "number" || draft.kind === "currency" ? currencyBefore(text, core.start, floor) : null;
  const leadingUnit: LeadingUnit | null =
    money === null ? unitBefore(text, core.start, floor, draft.unit) : { ...money, unit: money.code };
  const kind = money === null ? draft.kind : "currency";
  const from = leadingUnit?.start ?? core.start;
  const last = kind === "currency" ? afterWhole(text, draft.end) : draft.end;
  const leading = boundBefore(text, from, floor, core.amount.bare || core.amount.form === "half" || core.low === 50);
  const pastYears = leading?.bound === "lt" && isPeriodWord(text, draft) && leading.end - leading.start === 1;
  const trailing = boundAfter(text, last);
  const [start, end] = [leading !== null && !pastYears ? leading.start : from, trailing?.end ?? last];
  const near = (pastYears ? null : leading?.bound) ?? trailing?.bound ?? draft.bound;
  return {
    start,
    end,
    text: text.slice(start, end),
    kind,
    unit: leadingUnit?.unit ?? draft.unit,
    classifier: draft.classifier,
    value: low === high ? low : null,
    range: low === high ? null : [low, high],
    bound: near ?? distantBound(text, from, floor, kind === "percent") ?? "exact",
    numeral: numeralOf(text, core),
  };
}

/** 近3年 is the last three years, not almost three. */
const isPeriodWord = (text: string, { core, unit }: Draft): boolean =>
  "近".includes(text[core.start - 1] ?? "?") &&
  (unit === "year" || unit === "month" || unit === "week" || unit === "day");

/** 元整 and 圆正 end a sum in words. */
function afterWhole(text: string, end: number): number {
  const whole = text[end] === "整" || text[end] === "正";
  return whole && !isHan(text, end + 1) ? end + 1 : end;
}

function numeralOf(text: string, { amount }: Core): Numeral {
  const { start, end, low, high, bound } = amount;
  const value = low === high ? { value: low, range: null } : { value: null, range: [low, high] as const };
  return { start, end, text: text.slice(start, end), ...value, ...(bound === null ? {} : { bound }) };
}
