import { CURRENCIES, HUNDREDTHS, LEADING_CURRENCIES, NO_CURRENCIES, TENTHS } from "../../corpus/lexicon/currencies.ts";
import { CLASSIFIERS, NO_CLASSIFIERS, NO_UNITS, PERSON_CLASSIFIERS } from "../../corpus/lexicon/units.ts";
import { derived } from "../vocabulary/in-use.ts";
import { NOTHING_ADDED } from "../vocabulary/vocabulary.ts";
import { afterWord } from "./amount.ts";
import { skipSpaces } from "./character.ts";
import { folded } from "./fold.ts";
import { addedUnit, counter, currency, UNIT_TABLE, type Unit, unitNamed } from "./unit-table.ts";
import { WordTrie, wordsOf } from "./word-trie.ts";

/** What a number counts or measures, as the words after it say. */
export interface Measure extends Unit {
  /** As written, Simplified. */
  readonly classifier: string;
  readonly end: number;
}

type Entry = Unit | "none" | "tenth" | "hundredth";

const LISTED: readonly (readonly [string, Entry])[] = [
  ...wordsOf<Entry>(CLASSIFIERS, counter("count")),
  ...wordsOf<Entry>(PERSON_CLASSIFIERS, counter("person")),
  ...UNIT_TABLE.flatMap(({ row, says }) => wordsOf<Entry>(row.words, says)),
  ...UNIT_TABLE.filter(({ row }) => row.counted).flatMap(({ row, says }) =>
    wordsOf<Entry>(row.words, says).map(([word, value]) => [`个${word}`, value] as const),
  ),
  ...CURRENCIES.flatMap(({ code, names }) => wordsOf<Entry>(names, currency(code, 1))),
  ...CURRENCIES.flatMap(({ code, cents }) => wordsOf<Entry>(cents ?? "", currency(code, 0.01))),
  ...wordsOf<Entry>(TENTHS, "tenth"),
  ...wordsOf<Entry>(HUNDREDTHS, "hundredth"),
  ...wordsOf<Entry>(`${NO_UNITS} ${NO_CLASSIFIERS} ${NO_CURRENCIES}`, "none"),
];

const measures = derived(
  ({ units }) => units,
  (added) =>
    new WordTrie<Entry>([
      ...LISTED,
      ...added.flatMap((row) => row.words.map((word) => [word, addedUnit(row)] as const)),
    ]),
);

/** What the tables, without any lexicon, say of a word after a number; null for one that they do not know. */
export function listedUnit(word: string): Unit | null {
  const found = measures(NOTHING_ADDED).at(word, 0);
  if (found === null || found.edge < word.length || found.value === "none") return null;
  return typeof found.value === "string" ? currency("CNY", found.value === "tenth" ? 0.1 : 0.01) : found.value;
}

const POINT = unitNamed("percentage_point")!;
const COUNTED = new WordTrie<Entry>(
  UNIT_TABLE.filter(({ row }) => row.counted || (row.unit === "month" && row.times === undefined)).flatMap(
    ({ row, says }) => wordsOf<Entry>(row.unit === "month" ? "月" : row.words, says),
  ),
);

/** The measure that starts at `at`, after at most two spaces; null where none does. */
export function measureAt(text: string, at: number): Measure | null {
  const start = skipSpaces(text, at);
  if (start > at + 3) return null;
  if (text[start] === "个" || text[start] === "個") {
    const point = afterWord(text, start, "个百分点");
    if (point >= 0) return { ...POINT, classifier: "个百分点", end: point };
  }
  const found = measures().at(text, start);
  if (found === null || found.value === "none") return null;
  const end = found.edge;
  const classifier = folded(text.slice(start, end));
  if (found.value === "tenth") return measureOf(currency("CNY", 0.1), classifier, end);
  if (found.value === "hundredth") return measureOf(currency("CNY", 0.01), classifier, end);
  return measureOf(found.value, classifier, end);
}

/** Field by field, so that all measures have one shape. */
const measureOf = ({ kind, unit, family, factor, times }: Unit, classifier: string, end: number): Measure => ({
  kind,
  unit,
  family,
  factor,
  times,
  classifier,
  end,
});

/** The unit after 个多 or 个半: 两个多月, 一个半小时. */
export function countedMeasureAt(text: string, at: number): Measure | null {
  const found = COUNTED.at(text, at);
  if (found === null || typeof found.value === "string") return null;
  return { ...found.value, classifier: `个${folded(text.slice(at, found.edge))}`, end: found.edge };
}

const LEADING = new WordTrie<string>([
  ...Object.entries(LEADING_CURRENCIES),
  ...CURRENCIES.flatMap(({ code, symbols }) => wordsOf(symbols ?? "", code)),
]);

/** A currency before the number (人民币, NT$), with at most two spaces between: its code and where it starts. */
export function currencyBefore(text: string, end: number, floor: number): { code: string; start: number } | null {
  let edge = end;
  while (edge > floor && end - edge < 3 && skipSpaces(text, edge - 1) >= edge) edge--;
  const found = LEADING.before(text, edge);
  return found === null || found.edge < floor ? null : { code: found.value, start: found.edge };
}
