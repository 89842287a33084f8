import type { Check, NumberField } from "../../schemas/fact.ts";
import type { Span } from "../../schemas/span.ts";

/** A fact's numbers with the span of each, in the original text; what the checks compare. */
export interface Checked {
  readonly metric: string;
  readonly subject: string;
  readonly scope: string | null;
  readonly period: string | null;
  readonly sentence: number;
  readonly numbers: Readonly<
    Partial<Record<NumberField, { readonly value: number; readonly span: Span; readonly exact: boolean }>>
  >;
}

const PERCENT_TOLERANCE = 0.6;

/** Before and after against the change and the percentage that the text states beside them. */
export function transitionChecks({ numbers: { before, after, change, change_pct: percent } }: Checked): Check[] {
  if (before === undefined || after === undefined || before.value === 0) return [];
  const checks: Check[] = [];
  if (change !== undefined) {
    const expected = after.value - before.value;
    const ok = Math.abs(expected - change.value) <= slack(before.value, [before, after, change]);
    checks.push({
      check: "change",
      ok,
      expected: tidy(expected),
      found: change.value,
      spans: [before.span, after.span, change.span],
    });
  }
  if (percent !== undefined) {
    const expected = (100 * (after.value - before.value)) / before.value;
    const loose = !before.exact || !after.exact || !percent.exact;
    const ok =
      Math.abs(expected - percent.value) <= (loose ? Math.max(3, Math.abs(percent.value) * 0.15) : PERCENT_TOLERANCE);
    checks.push({
      check: "percent",
      ok,
      expected: tidy(expected),
      found: percent.value,
      spans: [before.span, after.span, percent.span],
    });
  }
  return checks;
}

const slack = (size: number, numbers: readonly { readonly exact: boolean }[]): number =>
  numbers.every(({ exact }) => exact) ? 1e-6 * Math.abs(size) : 0.1 * Math.abs(size);

/**
 * Parts against their whole: 729项 (254, 85, 75 and 315). The whole stands in the parts' sentence without a scope,
 * the parts share its metric and subject and have scopes of their own.
 * @returns the check, for the whole; null where there are fewer than two parts
 */
export function sumCheck(whole: Checked, all: readonly Checked[]): Check | null {
  const total = whole.numbers.value;
  if (total === undefined || whole.scope !== null) return null;
  const parts = all.filter(
    (part) =>
      part !== whole &&
      part.metric === whole.metric &&
      part.subject === whole.subject &&
      part.sentence === whole.sentence &&
      part.scope !== null &&
      part.numbers.value !== undefined,
  );
  if (parts.length < 2) return null;
  const numbers = parts.map(({ numbers }) => numbers.value!);
  const sum = numbers.reduce((added, { value }) => added + value, 0);
  // Parts that leave something out (其中…) add up to less; only a sum over the whole is a contradiction.
  const complete = sum >= total.value * 0.9;
  if (!complete) return null;
  return {
    check: "sum",
    ok: Math.abs(sum - total.value) <= slack(total.value, [...numbers, total]),
    expected: tidy(sum),
    found: total.value,
    spans: [total.span, ...numbers.map(({ span }) => span)],
  };
}

const tidy = (value: number): number => Number(value.toPrecision(10));
