import { UNITS, type UnitRow } from "../../corpus/lexicon/units.ts";
import type { QuantityKind } from "../../schemas/mention.ts";
import type { AddedUnit } from "../vocabulary/vocabulary.ts";

/** What a word after a number says of it. */
export interface Unit {
  readonly kind: QuantityKind;
  readonly unit: string;
  /** Units of one family convert by `factor`. */
  readonly family: string;
  readonly factor: number;
  /** How many units the word stands for: 1, but 3 for 季度. */
  readonly times: number;
}

export const currency = (unit: string, factor: number): Unit => ({
  kind: "currency",
  unit,
  family: unit,
  factor,
  times: 1,
});
export const counter = (unit: string): Unit => ({ kind: "count", unit, family: unit, factor: 1, times: 1 });

const kindOf = (family: string): QuantityKind =>
  family === "percent" || family === "point" ? "percent" : family === "multiple" ? "multiple" : "dimension";

/** The rows of the units table, each with what its words say. */
export const UNIT_TABLE: readonly { readonly row: UnitRow; readonly says: Unit }[] = UNITS.map((row) => {
  const { unit, family, factor, times = 1 } = row;
  return { row, says: { kind: kindOf(family), unit, family, factor, times } };
});

const byName = new Map(
  UNIT_TABLE.filter(({ says }) => says.times === 1).map(({ says }): [string, Unit] => [says.unit, says]),
);

/** The unit of the table with this canonical name. */
export const unitNamed = (name: string): Unit | undefined => byName.get(name);

/** Canonical names of all units of measure. */
export const unitNames = (): readonly string[] => [...byName.keys()];

/** What the words of a lexicon's unit say: they are told in its base. */
export function addedUnit({ base, factor }: AddedUnit): Unit {
  if (base === "count" || base === "person") return { ...counter(base), times: factor };
  const known = unitNamed(base);
  if (known === undefined) return currency(base, factor);
  // 垧 and 亩 do not join to one sum, as 斤 and 两 do: nobody said how they are written together.
  return factor === 1 ? known : { ...known, family: `${known.family} by ${factor}`, times: factor };
}
