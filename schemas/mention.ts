import type { Bound } from "./fact.ts";
import type { Span } from "./span.ts";

/** What a quantity measures. `count` has a classifier (36个), `number` has none (一千二百三十四). */
export type QuantityKind = "number" | "count" | "percent" | "currency" | "dimension" | "ratio" | "multiple";

/** A numeral as it stands in the text, without bound, unit or classifier. */
export interface Numeral extends Span {
  readonly text: string;
  /** In base units: `1.33亿` is 133000000. Null where only a range is known (`十几`). */
  readonly value: number | null;
  /** For vague numerals: `十几` is 11 to 19, `数十` 20 to 90, `三四百` 300 to 400. */
  readonly range: readonly [number, number] | null;
  /** What the numeral itself says: `五百余万` is `gt`, `十来万` is `approx`; absent where it says nothing. */
  readonly bound?: Bound;
}

/**
 * A number with what stands around it: bound words on both sides, unit or classifier. The span covers all of them
 * (`约3.5万元左右`), `numeral` the bare numeral. A range (`3万至5万元`) is one quantity with `range` set.
 */
export interface Quantity extends Span {
  readonly text: string;
  readonly kind: QuantityKind;
  /**
   * In base unit of `unit`; null for ranges and vague numerals. Percent: 37.1 for 百分之三十七点一, 30 for 三成,
   * 25 for 四分之一, 50 for 一半, 100 for 翻一番. Multiple: 1.2 for 1.2倍. Ratio: residents per person, 40 for 40:1 and 1:40.
   */
  readonly value: number | null;
  readonly range: readonly [number, number] | null;
  readonly bound: Bound;
  /** ISO 4217, `km2`, `percent`, `ratio`, `person`, `count`, or another canonical unit (`mu`, `m`, `day`…); null for a bare number. */
  readonly unit: string | null;
  /** The classifier or unit as written, simplified: `个`, `家`, `名`, `万元` gives `元`. Empty for a bare number. */
  readonly classifier: string;
  readonly numeral: Numeral;
}

/** A date or period. `iso` is an ISO 8601 date, month, year or interval, as fully as the text and the reference allow. */
export interface DateMention extends Span {
  readonly text: string;
  readonly kind: "date" | "period";
  /** Null when the year is not stated and no reference date is known. */
  readonly iso: string | null;
  /** First and last day, both inclusive, `YYYY-MM-DD`; null for an open side or an unknown year. */
  readonly low: string | null;
  readonly high: string | null;
  /** True where the year or more comes from the reference date (`去年`, `9日`). */
  readonly relative: boolean;
  /** True for a length counted from the reference date (`3天内`, `近三年`): the length itself is a quantity. */
  readonly counted?: boolean;
}
