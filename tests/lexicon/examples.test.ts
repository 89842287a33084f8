import { describe, expect, test } from "@jest/globals";
import { exampleLine, parseExamples } from "../../pipeline/lexicon/examples.ts";
import { parseLexicon, useLexicon } from "../../pipeline/lexicon/index.ts";
import { type Outcome, runExample } from "../../pipeline/lexicon/run-example.ts";
import type { Example } from "../../schemas/example.ts";
import { parseSettings } from "../../schemas/settings.ts";
import { mistakes, withLexicon } from "../support/lexicon.ts";

const settings = parseSettings({});
const WINDOWS = "metrics: [{ id: service.windows, unit: count, doc: d, nouns: [办事窗口, 窗口] }]";
const outcome = (example: Example): Outcome => withLexicon(WINDOWS, () => runExample(example, settings).outcome);

describe("an example", () => {
  const text = "办事窗口由48个整合为15个。";
  const metric = "service.windows";
  test.each<[Outcome, Example]>([
    ["holds", { text, metric, gives: { before: 48, after: 15 } }],
    ["holds", { text, gives: { before: 48, after: 15, change: -33, value: null, unit: "count", bound: "exact" } }],
    ["fails", { text, metric, gives: { before: 48, after: 16 } }],
    ["fails", { text, metric, gives: { before: 48, after: 15, value: 15 } }],
    ["fails", { text, metric, gives: { before: 48, bound: "approx" } }],
    ["fails", { text, metric: "agencies.other", gives: { before: 48 } }],
    ["fails", { text, metric, silent: true }],
    ["fails", { text, metric, silent: { after: 15 } }],
    ["holds", { text, metric, silent: { after: 16 } }],
    ["holds", { text, metric: "agencies.other", silent: true }],
    ["fails", { text, silent: true }],
    ["holds", { text: "他在窗口站了2个小时。", silent: true }],
    ["misses", { text: "窗口三变一。", metric, knownMiss: { before: 3, after: 1 } }],
    ["comes-true", { text, metric, knownMiss: { before: 48 } }],
  ])("%s: %j", (expected, example) => {
    expect(outcome(example)).toBe(expected);
  });

  test.each<[string, Example]>([
    ["the text", { text: "保德县窗口减少3个。", gives: { subject: "保德县", change: -3 } }],
    ["the headline", { text: "窗口减少3个。", title: "保德县的大厅", gives: { subject: "保德县", change: -3 } }],
    ["nobody", { text: "窗口减少3个。", gives: { subject: "河曲县", change: -3 } }],
    ["its date", { text: "去年窗口减少3个。", published: "2025-02-01", gives: { period: "2024" } }],
    ["a range", { text: "窗口压减到30至50个。", gives: { range: [30, 50], after: null } }],
    ["a table", { text: "县\t办事窗口\n保德县\t18", gives: { subject: "保德县", value: 18 } }],
  ])("knows whom it is about from %s", (_from, example) => {
    expect(outcome(example)).toBe("holds");
  });
});

describe("examples of a lexicon", () => {
  const { examples } = parseLexicon(
    `${WINDOWS.replace(" }]", ", examples: [{ text: 窗口3个。, gives: { value: 3 } }] }]")}
examples:
  - text: 党政机构36个。
    metric: agencies.party_gov
    gives: { value: 36 }
  - { text: 甲, silent: true }
`,
    "my.yaml",
  );

  test("are those of its metrics, and then its own", () => {
    expect(examples.map(({ example }) => example)).toEqual([
      { metric: "service.windows", text: "窗口3个。", gives: { value: 3 } },
      { metric: "agencies.party_gov", text: "党政机构36个。", gives: { value: 36 } },
      { text: "甲", silent: true },
    ]);
  });

  test("know where they stand", () => {
    expect(examples.map(({ line, column }) => `${line}:${column}`)).toEqual(["1:93", "3:11", "6:13"]);
  });
});

describe("a file of examples", () => {
  const line = '{"text":"窗口3个。","metric":"agencies.gov","gives":{"value":3},"note":"审核时驳回"}\n';

  test("is written and read again", () => {
    const [placed] = parseExamples(`\n${line}\n`, "examples.jsonl");
    expect(placed).toMatchObject({ path: "examples.jsonl", line: 2, column: 1 });
    expect(exampleLine(placed!.example)).toBe(line);
    const lines = { text: "一行\n两行 “”", silent: { value: 3 } } as const;
    expect(parseExamples(exampleLine(lines), "e").map(({ example }) => example)).toEqual([lines]);
  });

  test.each<[string, ...string[]]>([
    ['{"text":"甲","silent":true}{', "1:27 the line is no JSON; write one object a line"],
    ['{"text":"甲","silen":true}', "1:13 unknown key `silen`; write `silent`"],
    ['{"text":"甲"}', "1:1 the example says nothing, or two things; give one of gives, silent and knownMiss"],
    ['{"text":"甲","gives":{"value":"3"}}', "1:30 `value` cannot be 3; give a number, or null for none"],
    ["3", "1:1 this cannot be 3; write an object with text, and gives, silent or knownMiss"],
    [
      '{"text":"甲","silent":true,"metric":"service.windows"}',
      expect.stringMatching(/^1:36 there is no metric service\.windows; /) as never,
    ],
    [
      `${line}{"text":"","silent":true}\n{"text":"甲`,
      expect.stringMatching(/^2:9 `text` is empty; /) as never,
      expect.stringMatching(/^3:\d+ the line is no JSON; /) as never,
    ],
  ])("%s", (text, ...problems) => {
    expect(mistakes(() => parseExamples(text, "examples.jsonl"))).toEqual(problems);
  });

  test("may be of a lexicon's metrics", () => {
    const text = exampleLine({ text: "窗口3个。", metric: "service.windows", gives: { value: 3 } });
    expect(parseExamples(text, "examples.jsonl", ["service.windows"])).toHaveLength(1);
  });
});

test("nothing is left in use", () => {
  useLexicon(null);
  expect(runExample({ text: "窗口3个。", silent: true }, settings).outcome).toBe("holds");
});
