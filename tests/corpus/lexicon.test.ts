import { describe, expect, test } from "@jest/globals";
import * as cues from "../../corpus/lexicon/cues.ts";
import * as grammar from "../../corpus/lexicon/grammar.ts";
import * as pointers from "../../corpus/lexicon/pointers.ts";
import * as scopes from "../../corpus/lexicon/scopes.ts";
import * as tables from "../../corpus/lexicon/tables.ts";
import { USER_DICTIONARY } from "../../corpus/lexicon/user-dictionary.ts";
import * as verbs from "../../corpus/lexicon/verbs.ts";
import { toSimplified } from "../../pipeline/script/conversion.ts";
import { METRICS } from "../../schemas/metrics.ts";

/** Every list of words in a table: its name and the words, whether it is written as one string or as a list. */
function listsIn(name: string, value: unknown): (readonly [string, readonly string[]])[] {
  if (typeof value === "string") return [[name, value.split(/\s+/u)]];
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return [[name, value]];
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof RegExp) return [];
  return Object.entries(value).flatMap(([key, inner]) => listsIn(`${name}.${key}`, inner));
}

const LISTS = [
  ...Object.entries({ ...cues, ...grammar, ...pointers, ...scopes, ...verbs }).flatMap(([name, value]) =>
    listsIn(name, value),
  ),
  ...METRICS.map(({ id, nouns }) => [`nouns of ${id}`, nouns] as const),
  ["user dictionary", USER_DICTIONARY.map(([word]) => word)] as const,
  ["units of tables", tables.TABLE_UNITS.map(([word]) => word)] as const,
];

const repeated = (words: readonly string[]): string[] => words.filter((word, at) => words.indexOf(word) !== at);

test("there are lists to look at", () => {
  expect(LISTS.length).toBeGreaterThan(40);
});

describe.each(LISTS)("%s", (_name, words) => {
  test("has words, none of them empty or with white space", () => {
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((word) => !/^\S+$/u.test(word))).toEqual([]);
  });

  test("holds each word once", () => {
    expect(repeated(words)).toEqual([]);
  });

  test("is in Simplified script", () => {
    expect(words.filter((word) => toSimplified(word).text !== word)).toEqual([]);
  });
});

describe("words that would speak against each other", () => {
  test("no verb goes down and up", () => {
    const { down, up } = verbs.CHANGE_VERBS;
    const ups = new Set(up.split(/\s+/u));
    expect(down.split(/\s+/u).filter((word) => ups.has(word))).toEqual([]);
  });

  test("no word compares in two ways", () => {
    expect(repeated(Object.values(cues.COMPARISON_CUES).flatMap((words) => [...new Set(words.split(/\s+/u))]))).toEqual(
      [],
    );
  });

  test("no word has two modalities", () => {
    expect(repeated(Object.values(cues.MODALITY_CUES).flatMap((words) => [...new Set(words.split(/\s+/u))]))).toEqual(
      [],
    );
  });
});

describe("tables in documents", () => {
  test.each(tables.TABLE_UNITS.map(([word, unit, factor]) => ({ word, unit, factor })))(
    "$word is some power of ten of $unit",
    ({ word, unit, factor }) => {
      expect(unit).toMatch(/^(?:[A-Z]{3}|count|km2|percent)$/u);
      expect(Math.log10(factor) % 1).toBe(0);
      expect(factor > 1).toBe(/[千万亿]/u.test(word.replace("千米", "")));
    },
  );

  test("each unit is written once", () => {
    expect(repeated(tables.TABLE_UNITS.map(([word]) => word))).toEqual([]);
  });
});
