import { type Fact, NUMBER_FIELDS, type NumberField } from "../../schemas/fact.ts";

/** One line of a gold file, as the record contract describes it. */
export interface GoldDocument {
  readonly doc: string;
  readonly file: string;
  /** Line of a JSONL container, from 1. */
  readonly line?: number;
  readonly facts: readonly GoldFact[];
}

export interface GoldFact extends Readonly<Partial<Record<NumberField, number>>> {
  readonly metric: string | readonly string[];
  readonly subject: readonly string[];
  readonly unit: string;
  readonly range?: readonly [number, number];
  readonly per?: string;
  readonly bound?: string;
  readonly period?: string;
  readonly modality?: string;
  readonly quote: string;
  readonly optional?: boolean;
}

export type Figure = "f1" | "bound" | "modality" | "period";

/**
 * Shares from 0 to 1. `f1` is the STRICT figure; its `errors` are the atoms that were missed (-) or too many (+),
 * those of the others the facts that differ.
 */
export interface Score extends Readonly<Record<Figure, number>> {
  readonly errors: Readonly<Record<Figure, readonly string[]>>;
}

interface Atom<T> {
  readonly fact: T;
  readonly field: NumberField | "range";
  readonly numbers: readonly number[];
}

/** Pairs of gold and predicted atoms that agree, and what is left over of both. */
interface Matching {
  readonly pairs: readonly (readonly [Atom<GoldFact>, Atom<Fact>])[];
  readonly missed: readonly Atom<GoldFact>[];
  readonly extra: readonly Atom<Fact>[];
}

const TOLERANCE = 1e-3;

/** Each stated number is an atom; a range only where it stands alone. */
function atomsOf<T extends GoldFact | Fact>(fact: T, fields: readonly NumberField[] = NUMBER_FIELDS): Atom<T>[] {
  const numbers = fields.flatMap((field) => (fact[field] == null ? [] : [{ fact, field, numbers: [fact[field]] }]));
  const alone = NUMBER_FIELDS.every((field) => fact[field] == null) && fact.range != null;
  return alone ? [{ fact, field: "range", numbers: [...fact.range!] }] : numbers;
}

const stated = (fact: Fact): Atom<Fact>[] =>
  atomsOf(
    fact,
    NUMBER_FIELDS.filter((field) => !fact.derived.includes(field)),
  );

const derived = (fact: Fact): Atom<Fact>[] => (fact.derived.length === 0 ? [] : atomsOf(fact, fact.derived));

const near = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
/** Bodies and people are one unit; a percentage needs none, for its metric has a unit of its own. */
const unitOf = (unit: string): string => (unit === "person" ? "count" : unit);

function agree(gold: Atom<GoldFact>, found: Atom<Fact>): boolean {
  const [wanted, fact] = [gold.fact, found.fact];
  return (
    gold.field === found.field &&
    gold.numbers.every((number, i) => near(number, found.numbers[i] ?? Number.NaN)) &&
    [wanted.metric].flat().includes(fact.metric) &&
    wanted.subject.includes(fact.subject.name) &&
    (wanted.per ?? null) === fact.per &&
    (gold.field === "change_pct" || unitOf(wanted.unit) === unitOf(fact.unit))
  );
}

/** One to one: what must be found before what may be, stated numbers before derived ones. */
function match(gold: readonly GoldFact[], facts: readonly Fact[]): Matching {
  const wanted = gold.toSorted((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false));
  const free = new Set(facts.flatMap(stated));
  const spare = new Set(facts.flatMap(derived));
  const pairs: (readonly [Atom<GoldFact>, Atom<Fact>])[] = [];
  const missed: Atom<GoldFact>[] = [];
  for (const atom of wanted.flatMap((fact) => atomsOf(fact))) {
    const found = [...free, ...spare].find((one) => agree(atom, one));
    if (found === undefined) missed.push(atom);
    else {
      pairs.push([atom, found]);
      free.delete(found);
      spare.delete(found);
    }
  }
  return { pairs, missed: missed.filter(({ fact }) => !fact.optional), extra: [...free] };
}

const ATTRIBUTES = { bound: "exact", modality: "actual", period: null } as const;
type Attribute = keyof typeof ATTRIBUTES;

/** Matched facts on which an attribute differs, in words. */
const differing = (pairs: ReadonlyMap<GoldFact, Fact>, name: Attribute): string[] =>
  [...pairs].flatMap(([gold, fact]) => {
    const wanted = gold[name] ?? ATTRIBUTES[name];
    return wanted === fact[name] ? [] : [`${name} ${fact[name]}, not ${wanted}: ${fact.doc.id} “${gold.quote}”`];
  });

/**
 * Scores facts against gold: every number that must be found is an atom, optional facts cost nothing, derived numbers
 * are never too many. Attributes are compared on facts of which a number is right.
 * @param found facts of each gold document, by its `doc`
 */
export function score(gold: readonly GoldDocument[], found: ReadonlyMap<string, readonly Fact[]>): Score {
  const all = gold.map(({ doc, facts }) => ({ doc, ...match(facts, found.get(doc) ?? []) }));
  const pairs = all.flatMap((one) => one.pairs);
  const right = pairs.filter(([{ fact }]) => !fact.optional).length;
  const errors = all.flatMap(({ doc, missed, extra }) => [
    ...missed.map((atom) => `${doc} - ${inWords(atom)} “${atom.fact.quote}”`),
    ...extra.map((atom) => `${doc} + ${inWords(atom)} “${atom.fact.evidence[0]?.text ?? ""}”`),
  ]);
  const matched = new Map(pairs.map(([one, { fact }]) => [one.fact, fact]));
  const differences = {
    bound: differing(matched, "bound"),
    modality: differing(matched, "modality"),
    period: differing(matched, "period"),
  };
  const share = (name: Attribute): number => 1 - differences[name].length / Math.max(1, matched.size);
  return {
    f1: right + errors.length === 0 ? 1 : (2 * right) / (2 * right + errors.length),
    bound: share("bound"),
    modality: share("modality"),
    period: share("period"),
    errors: { f1: errors, ...differences },
  };
}

const inWords = ({ fact, field, numbers }: Atom<GoldFact | Fact>): string => {
  const subject = "name" in fact.subject ? fact.subject.name : fact.subject[0];
  return `${subject} ${[fact.metric].flat()[0]} ${field} ${numbers.join("–")}${fact.per == null ? "" : ` a ${fact.per}`}`;
};
