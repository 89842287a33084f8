import type { NumberField } from "../../schemas/fact.ts";
import type { Span } from "../../schemas/span.ts";
import { toMetricUnit } from "./fit.ts";
import type { Frame, FrameField } from "./frame.ts";

/** Frames that say the same, as one: the fullest, with every mention as evidence. */
export interface Merged {
  readonly frame: Frame;
  readonly mentions: readonly { readonly sentence: number; readonly span: Span }[];
}

/** A field's number in the metric's unit, with its sign; null where only a range is known. */
export function numberOf(
  { metric }: Pick<Frame, "metric">,
  field: NumberField,
  { quantity, sign }: FrameField,
): number | null {
  if (quantity.value === null) return null;
  const percent = field === "change_pct" && quantity.kind === "multiple" ? 100 : 1;
  return tidy(sign * quantity.value * percent * toMetricUnit(metric, quantity));
}

/** Removes what binary fractions add: 2.197e13 stays 21970000000000. */
export const tidy = (value: number): number => Number(value.toPrecision(12));

interface MergedSoFar {
  frame: Frame;
  readonly mentions: { readonly sentence: number; readonly span: Span }[];
}

/** With how many facts of the same subject and kind a mention is compared: keeps the work linear. */
const MAX_COMPARED = 400;

/** One fact for repeated mentions: the same metric, subject and numbers, nothing said against it. */
export function merge(frames: readonly Frame[]): Merged[] {
  const merged: MergedSoFar[] = [];
  const groups = new Map<string, MergedSoFar[]>();
  for (const frame of frames) {
    const mention = { sentence: frame.sentence, span: frame.span };
    const key = `${frame.metric.split(".")[0]} ${frame.subject.name}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    const known = group.slice(-MAX_COMPARED).find((one) => sameFact(one.frame, frame));
    if (known === undefined) {
      const one = { frame, mentions: [mention] };
      merged.push(one);
      group.push(one);
      continue;
    }
    known.frame = fuller(known.frame, frame);
    known.mentions.push(mention);
  }
  return merged;
}

function sameFact(a: Frame, b: Frame): boolean {
  if (
    !sameMetric(a.metric, b.metric) ||
    a.subject.name !== b.subject.name ||
    a.per !== b.per ||
    !agree(a.scope, b.scope) ||
    !agree(a.period, b.period)
  )
    return false;
  const shared = [...a.fields.keys()].filter((field) => b.fields.has(field));
  if (shared.length > 0) return shared.every((field) => sameNumber(field, a, b));
  return follows(a, b) || follows(b, a);
}

/** The open metric of a family says less than a particular one, and no other: 机构精简逾三成 is said of the 党政机构. */
const GENERAL: readonly (readonly [string, RegExp])[] = [
  ["agencies.other", /^agencies\./],
  ["staff.quota", /^staff\.quota\./],
  ["population.total", /^population\./],
];

const sameMetric = (a: string, b: string): boolean =>
  a === b ||
  GENERAL.some(([general, family]) => (a === general && family.test(b)) || (b === general && family.test(a)));

const isGeneral = ({ metric }: Frame): boolean => GENERAL.some(([general]) => metric === general);

const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

/** 减少11个 says again what 35个减为24个 says; 现有22个 what 精简为22个 does. */
function follows(whole: Frame, part: Frame): boolean {
  const [before, after] = [whole.fields.get("before"), whole.fields.get("after")];
  const [change, value] = [part.fields.get("change"), part.fields.get("value")];
  const [start, end] = [before && numberOf(whole, "before", before), after && numberOf(whole, "after", after)];
  if (part.fields.size !== 1 || start == null || end == null) return false;
  if (change !== undefined) return numberOf(part, "change", change) === tidy(end - start);
  const level = value === undefined ? null : numberOf(part, "value", value);
  return level !== null && (level === end || level === start);
}

/** Equal, or one a rounded or vaguer mention of the other: 逾62亿 and 62.45亿. */
function sameNumber(field: NumberField, one: Frame, other: Frame): boolean {
  const [a, b] = [one.fields.get(field)!, other.fields.get(field)!];
  const [x, y] = [numberOf(one, field, a), numberOf(other, field, b)];
  if (x === null || y === null) return String(a.quantity.range) === String(b.quantity.range);
  return x === y || rounds(a, b, x, y) || rounds(b, a, y, x);
}

function rounds(vague: FrameField, exact: FrameField, x: number, y: number): boolean {
  if (vague.quantity.bound === "exact" || exact.quantity.bound !== "exact") return false;
  const [low, high] =
    vague.quantity.bound === "gt" || vague.quantity.bound === "ge"
      ? [1, 1.15]
      : vague.quantity.bound === "approx"
        ? [0.95, 1.05]
        : [0.87, 1];
  const ratio = y / x;
  return ratio >= low && ratio <= high;
}

/** The frame that states more, filled with what the other adds; exact numbers win over rounded ones. */
function fuller(a: Frame, b: Frame): Frame {
  const [main, other] = weight(b) > weight(a) ? [b, a] : [a, b];
  const fields = new Map(main.fields);
  for (const [field, value] of other.fields) {
    const known = fields.get(field);
    if (
      known === undefined ? !follows(main, other) : known.quantity.bound !== "exact" && value.quantity.bound === "exact"
    )
      fields.set(field, value);
  }
  const named = isGeneral(main) && !isGeneral(other) ? other : main;
  return {
    ...main,
    metric: named.metric,
    label: named.label,
    fields,
    scope: main.scope ?? other.scope,
    period: main.period ?? other.period,
    comparison: main.comparison ?? other.comparison,
    // A headline leaves out 将 and 拟; the body tells.
    modality: main.sentence === 0 ? other.modality : main.modality,
  };
}

const weight = ({ fields }: Frame): number =>
  fields.size * 2 + [...fields.values()].filter(({ quantity }) => quantity.bound === "exact").length;
