import { type Fact, NUMBER_FIELDS, type NumberField } from "../../schemas/fact.ts";
import { type GoldFact, metricsOf } from "./gold.ts";

/** One number of a fact. A range counts as one where it stands alone. */
export interface Atom<T extends GoldFact | Fact = GoldFact | Fact> {
  readonly fact: T;
  readonly field: NumberField | "range";
  /** Two for a range, else one. */
  readonly numbers: readonly number[];
  /** Computed, or said beside another number: never too many, but it may fill a gold atom. */
  readonly derived: boolean;
}

/** What may differ between a gold atom and one of ours. */
export type Difference = "number" | "metric" | "subject" | "field" | "unit";

/** All numbers of a fact, in the order of the record's fields, a range last. */
export function atomsOf<T extends GoldFact | Fact>(fact: T): Atom<T>[] {
  const computed: readonly string[] = "derived" in fact ? fact.derived : [];
  const numbers: Atom<T>[] = NUMBER_FIELDS.flatMap((field) => {
    const number = fact[field];
    return number == null ? [] : [{ fact, field, numbers: [number], derived: computed.includes(field) }];
  });
  if (fact.range == null) return numbers;
  const isAlone = numbers.every(({ derived }) => derived);
  return [...numbers, { fact, field: "range", numbers: [...fact.range], derived: !isAlone }];
}

/** The numbers that a fact states: what is to be found, or may be too many. */
export const statedAtoms = <T extends GoldFact | Fact>(fact: T): Atom<T>[] =>
  atomsOf(fact).filter(({ derived }) => !derived);

const TOLERANCE = 1e-3;

/** Equal to one part in a thousand. */
export const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= Math.max(1e-9, TOLERANCE * Math.max(Math.abs(a), Math.abs(b)));

/** Whether two atoms hold the same number, its sign left out: 减少75个 and 75个 have the same. */
export const sameMagnitude = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((number, i) => isNear(Math.abs(number), Math.abs(b[i] ?? Number.NaN)));

/** In what a gold atom and one of ours differ; nothing where they agree. */
export function differences(gold: Atom<GoldFact>, found: Atom<Fact>): Difference[] {
  const [wanted, fact] = [gold.fact, found.fact];
  const isSame: readonly (readonly [Difference, boolean])[] = [
    ["number", sameMagnitude(gold.numbers, found.numbers)],
    ["metric", metricsOf(wanted).includes(fact.metric)],
    ["subject", wanted.subject.some((name) => squash(name) === squash(fact.subject.name))],
    ["field", gold.field === found.field && gold.numbers.every((number, i) => number * found.numbers[i]! >= 0)],
    ["unit", (wanted.per ?? null) === fact.per && unitOf(gold) === unitOf(found)],
  ];
  return isSame.flatMap(([difference, same]) => (same ? [] : [difference]));
}

export const agree = (gold: Atom<GoldFact>, found: Atom<Fact>): boolean => differences(gold, found).length === 0;

const squash = (name: string): string => name.replace(/\s+/gu, "");

/** Bodies and people are one unit; a percentage needs none, for its metric has a unit of its own. */
function unitOf({ field, fact: { unit } }: Atom): string {
  if (field === "change_pct") return "percent";
  return unit === "person" ? "count" : unit;
}
