import { describe, expect, test } from "@jest/globals";
import { errorsAsked } from "../../bench/errors/asked.ts";
import { CAUSES, type Cause, type Clues, causeOf } from "../../bench/errors/cause.ts";
import { errorsOf } from "../../bench/errors/find.ts";
import { showCounts, showError } from "../../bench/errors/show.ts";
import type { GoldFact } from "../../bench/scoring/gold.ts";
import type { ReadDocument } from "../../bench/scoring/read.ts";
import type { Fact } from "../../schemas/fact.ts";
import { documentIn } from "../support/extract.ts";
import { aFact } from "../support/facts.ts";
import { aGoldFact } from "../support/gold.ts";

const MISSED = {
  kind: "missed",
  inText: true,
  used: false,
  read: true,
  nounRead: true,
  claimed: false,
  refused: false,
};
const missed = (clues: object): Clues => ({ ...MISSED, ...clues }) as Clues;
const differs = (...differences: (Clues & { kind: "differs" })["differences"][number][]): Clues => ({
  kind: "differs",
  differences,
});

describe("the cause is the first thing that went wrong", () => {
  const rows: readonly (readonly [Cause, Clues])[] = [
    ["not-in-text", missed({ inText: false, read: false })],
    ["quantity-not-read", missed({ read: false, nounRead: false })],
    ["noun-not-known", missed({ nounRead: false, refused: true })],
    ["held-back", missed({ refused: true })],
    ["no-rule", missed({})],
    ["joined-away", missed({ claimed: true })],
    ["wrong-pairing", missed({ used: true })],
    ["wrong-number", differs("number")],
    ["wrong-metric", differs("metric", "subject")],
    ["wrong-subject", differs("subject", "field")],
    ["wrong-field", differs("field", "unit")],
    ["wrong-unit", differs("unit")],
    ["wrong-pairing", differs("metric", "subject", "field")],
    ["said-twice", { kind: "extra", repeats: true, used: true }],
    ["wrong-pairing", { kind: "extra", repeats: false, used: true }],
    ["not-a-fact", { kind: "extra", repeats: false, used: false }],
    ["split-record", { kind: "attribute", name: "record" }],
    ["wrong-bound", { kind: "attribute", name: "bound" }],
    ["wrong-modality", { kind: "attribute", name: "modality" }],
    ["wrong-period", { kind: "attribute", name: "period" }],
    ["wrong-comparison", { kind: "attribute", name: "comparison" }],
    ["wrong-scope", { kind: "attribute", name: "scope" }],
  ];
  test.each(rows)("%s: %j", (cause, clues) => {
    expect(causeOf(clues)).toBe(cause);
  });

  test("every cause has a row", () => {
    expect(new Set(rows.map(([cause]) => cause))).toEqual(new Set(Object.keys(CAUSES)));
  });
});

const TEXT = "河曲县36个党政机构精简为22个。县里办了某某班，来了58名学员。";
const QUOTE = "36个党政机构精简为22个";
const GOLD = aGoldFact({ quote: QUOTE });

/** A fact of ours that rests on some words of the text. */
function factAt(words: string, changes: Partial<Fact> = {}, text = TEXT): Fact {
  const start = text.indexOf(words);
  return aFact({ evidence: [{ start, end: start + words.length, text: words, sentence: text }], ...changes });
}
const OURS = factAt(QUOTE);
const ALONE = { before: null, after: null, change: null, derived: [] };

const read = (gold: readonly GoldFact[], facts: readonly Fact[], text = TEXT): ReadDocument => ({
  set: "some",
  gold: { doc: "d1", file: "d1.txt", lang: "zh-Hans", facts: gold },
  document: documentIn(text),
  facts,
});

describe("errors of a document", () => {
  test.each<readonly [string, readonly GoldFact[], readonly Fact[], readonly (readonly [Cause, number, number])[]]>([
    ["none", [GOLD], [OURS], []],
    [
      "another subject",
      [GOLD],
      [factAt(QUOTE, { subject: { name: "保德县", code: null, level: null } })],
      [["wrong-subject", 2, 2]],
    ],
    ["another metric", [GOLD], [factAt(QUOTE, { metric: "agencies.gov" })], [["wrong-metric", 2, 2]]],
    ["another per", [GOLD], [factAt(QUOTE, { per: "year" })], [["wrong-unit", 2, 2]]],
    [
      "another end",
      [aGoldFact({ value: 22 })].map(({ before: _b, after: _a, ...one }) => one),
      [factAt(QUOTE, { ...ALONE, after: 22 })],
      [["wrong-field", 1, 1]],
    ],
    ["another number", [GOLD], [factAt(QUOTE, { after: 220 })], [["wrong-number", 1, 1]]],
    ["words that are not there", [aGoldFact({ quote: "三十六个变成二十二个" })], [], [["not-in-text", 2, 0]]],
    ["a rule that could have fired", [GOLD], [], [["joined-away", 2, 0]]],
    [
      "a noun of another kind",
      [{ metric: "staff.headcount", subject: ["河曲县"], value: 58, unit: "person", quote: "58名学员" }],
      [],
      [["noun-not-known", 1, 0]],
    ],
    [
      "a number that is none",
      [{ metric: "staff.headcount", subject: ["河曲县"], value: 580, unit: "person", quote: "来了58名学员" }],
      [],
      [["quantity-not-read", 1, 0]],
    ],
    ["the same twice", [GOLD], [OURS, { ...OURS, id: "f2" }], [["said-twice", 0, 2]]],
    [
      "nothing in gold",
      [GOLD],
      [OURS, factAt("58名学员", { ...ALONE, metric: "staff.headcount", value: 58 })],
      [["not-a-fact", 0, 1]],
    ],
    [
      "a number used for something else",
      [GOLD],
      [OURS, factAt(QUOTE, { ...ALONE, metric: "staff.headcount", value: 22 })],
      [["wrong-pairing", 0, 1]],
    ],
    [
      "an optional fact with another subject",
      [{ ...GOLD, optional: true }],
      [factAt(QUOTE, { subject: { name: "保德县", code: null, level: null } })],
      [["wrong-subject", 0, 2]],
    ],
    ["an optional fact that is missed", [{ ...GOLD, optional: true }], [], []],
    [
      "a record in two",
      [GOLD],
      [factAt(QUOTE, { ...ALONE, before: 36 }), factAt(QUOTE, { ...ALONE, after: 22 })],
      [["split-record", 0, 0]],
    ],
    ["another bound", [GOLD], [factAt(QUOTE, { bound: "gt" })], [["wrong-bound", 0, 0]]],
    [
      "another scope and period",
      [{ ...GOLD, scope: "县级" }],
      [factAt(QUOTE, { period: "2021" })],
      [
        ["wrong-period", 0, 0],
        ["wrong-scope", 0, 0],
      ],
    ],
  ])("%s", (_what, gold, facts, expected) => {
    expect(errorsOf(read(gold, facts)).map(({ cause, missed, extra }) => [cause, missed, extra])).toEqual(expected);
  });

  test("quotes are found whatever white space the page has, in the script of the text", () => {
    const text = "河曲縣36個黨政機構\u3000精簡為22個。";
    const facts = [factAt("精簡為22個", { after: 21 }, text)];
    const errors = errorsOf(read([aGoldFact({ quote: "36個黨政機構精簡為22個" })], facts, text));
    expect(errors.map(({ cause, sentence }) => [cause, sentence?.text])).toEqual([
      ["wrong-number", "河曲县36个党政机构　精简为22个。"],
    ]);
  });

  test("are shown by cause, with gold, ours and what the passes made of the sentence", () => {
    const errors = errorsOf(read([GOLD], [factAt(QUOTE, { after: 220, bound: "gt" })]));
    expect(showCounts(errors).split("\n")).toEqual([
      "cause                 errors  missed   extra",
      expect.stringMatching(/^wrong-number +1 +1 +1 {2}/),
      expect.stringMatching(/^wrong-bound +1 +0 +0 {2}/),
    ]);
    const shown = showError(errors[0]!, false);
    expect(shown).toContain("gold  河曲县 agencies.party_gov before=36 after=22 count\n");
    expect(shown).toContain(
      "ours  河曲县 agencies.party_gov before=36 after=220 count bound=gt (rule transition, 0.9)",
    );
    expect(shown).toContain("numbers: 36个 | 22个");
    expect(showError(errors[0]!, true)).toContain("words      河曲县/");
  });
});

describe("errors asked for", () => {
  const ALL = { causes: [], metric: null, openAside: false };
  const wrong = read([GOLD], [factAt(QUOTE, { after: 220, bound: "gt" })]);
  const aside = { ...wrong, gold: { ...wrong.gold, aside: true } };

  test.each<readonly [string, ReadDocument, object, readonly Cause[]]>([
    ["all", wrong, {}, ["wrong-number", "wrong-bound"]],
    ["of a cause", wrong, { causes: ["wrong-bound"] }, ["wrong-bound"]],
    ["of a family of metrics", wrong, { metric: "agencies" }, ["wrong-number", "wrong-bound"]],
    ["of another metric", wrong, { metric: "agencies.party" }, []],
    ["of a document set aside", aside, {}, []],
    ["of a document set aside, opened", aside, { openAside: true }, ["wrong-number", "wrong-bound"]],
  ])("%s", (_what, document, asked, causes) => {
    const { errors, closed } = errorsAsked([document], { ...ALL, ...asked });
    expect(errors.map(({ cause }) => cause)).toEqual(causes);
    expect(closed).toEqual(document === aside && causes.length === 0 ? [aside] : []);
  });
});
