import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { validateFacts } from "../../pipeline/validate.ts";
import { documentIn, explanationIn } from "../support/extract.ts";

/** Pieces of news, whole and broken, in both scripts, and what no writer meant. */
const CLAUSES = [
  "会昌县党政机构由41个精简为27个",
  "會昌縣事業單位整合為93家",
  "其中行政编制12名",
  "比上年减少410万元",
  "下降18.3%",
  "两县分别清退286人和139人",
  "寻乌县",
  "全县",
  "该县",
  "每年可节约",
  "约三四百人",
  "数十名",
  "不超过",
  "改革前",
  "改革后",
  "（原151个）",
  "2023年底",
  "去年",
  "由28个部门实施",
  "每17.4名居民供养1名公务员",
  "翻了一番",
  "单位：万元",
  "“三公”经费",
  "减少到",
  "由",
];
const DIGITS = [..."0123456789０１２一二三十百千万亿兆半两几数.,:：%％‰-—~～/"];
const MARKS = [..."，。；：、！？（）()“”《》\t\n \u3000", "\n\n", "\r\n"];
const NOUNS = [..."个家名人项件县省市镇乡村为至到减增各均将可"];
const HOSTILE = ["👇", "\u{20BB7}", "\uD800", "\uDC00", "\0", "\u200B", "\uFEFF", "\u202E", "e\u0301", "<b>", "&lt;"];

const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...CLAUSES) },
      { weight: 3, arbitrary: fc.constantFrom(...DIGITS) },
      { weight: 2, arbitrary: fc.constantFrom(...MARKS) },
      { weight: 2, arbitrary: fc.constantFrom(...NOUNS) },
      { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(""));
const setting = fc.record(
  {
    title: text.map((words) => words.replace(/[\r\n]/gu, "")),
    published: fc.constantFrom("2024-05-06", "2024-05-06T08:00:00+08:00"),
  },
  { requiredKeys: [] },
);

describe("on any text", () => {
  test("every record is valid, its evidence re-reads, ids are unique, and a second run gives the same", () => {
    fc.assert(
      fc.property(text, setting, (words, given) => {
        const { facts } = explanationIn(words, given);
        expect(validateFacts(facts, "test").invalid).toEqual([]);
        const { text: original } = documentIn(words, given);
        const evidence = facts.flatMap((fact) => fact.evidence);
        expect(evidence.map(({ start, end }) => original.slice(start, end))).toEqual(evidence.map((one) => one.text));
        expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
        expect(explanationIn(words, given).facts).toEqual(facts);
      }),
      { numRuns: 300 },
    );
  });

  test("every number that a check compares lies in the text", () => {
    fc.assert(
      fc.property(text, (words) => {
        const { facts } = explanationIn(words);
        const { text: original } = documentIn(words);
        for (const { start, end } of facts.flatMap(({ checks }) => checks.flatMap(({ spans }) => spans)))
          expect(original.slice(start, end)).toMatch(/\S/u);
      }),
      { numRuns: 150 },
    );
  });

  test("any string at all is read without an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (words) => {
        expect(validateFacts(explanationIn(words).facts, "test").invalid).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("long texts", () => {
  test.each([
    ["a million digits", "1".repeat(1_000_000)],
    ["numerals without end", "一二三四五六七八九十百千万亿".repeat(5_000)],
    ["one sentence of clauses", "党政机构由41个精简为27个，".repeat(400)],
    ["units without numbers", "个家名人项件".repeat(5_000)],
    ["brackets that never close", "（".repeat(20_000)],
    ["cells without rows", "1\t".repeat(5_000)],
    ["verbs without numbers", "减少精简压减".repeat(3_000)],
  ])("%s", (_what, words) => {
    expect(validateFacts(explanationIn(words).facts, "test").invalid).toEqual([]);
  });
});
