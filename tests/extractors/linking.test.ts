import { describe, expect, test } from "@jest/globals";
import { factsIn } from "../support/extract.ts";

const evidence = (text: string, title?: string): string[][] =>
  factsIn(text, title === undefined ? {} : { title }).map((fact) => fact.evidence.map((one) => one.text));

describe("one fact for what is said twice", () => {
  test("headline and body are two pieces of evidence", () => {
    expect(evidence("全县党政机构由41个精简为27个。", "会昌县41个党政机构精简为27个")).toEqual([
      ["41个党政机构精简为27个", "党政机构由41个精简为27个"],
    ]);
  });

  test("a rounded headline is the exact number's fact", () => {
    const facts = factsIn("全县节约财政资金6245万元。", { title: "会昌县节约财政资金逾6000万元" });
    expect(facts.map(({ value, bound, evidence: { length } }) => [value, bound, length])).toEqual([
      [62450000, "exact", 2],
    ]);
  });

  test("its own change said again adds nothing new", () => {
    const facts = factsIn("会昌县党政机构由41个精简为27个。改革中，党政机构减少14个。");
    expect(facts.map(({ before, after, change }) => [before, after, change])).toEqual([[41, 27, -14]]);
  });

  test.each([
    ["other numbers", "会昌县撤销事业单位46家。会昌县撤销事业单位12家。"],
    ["other subjects", "会昌县撤销事业单位46家。寻乌县撤销事业单位46家。"],
    ["other metrics", "会昌县撤销事业单位46家。会昌县减少科级职数46个。"],
    ["other years", "会昌县2021年公用经费下降9.4%。会昌县2022年公用经费下降9.4%。"],
  ])("%s are two facts", (_what, text) => {
    expect(factsIn(text)).toHaveLength(2);
  });
});

describe("derived numbers", () => {
  test.each<readonly [text: string, derived: Record<string, number>]>([
    ["会昌县党政机构由40个精简为30个。", { change: -10, change_pct: -25 }],
    ["会昌县党政机构减少10个，减至30个。", { before: 40, change_pct: -25 }],
    ["会昌县党政机构由40个精简为30个，减少10个，精简25%。", {}],
    ["会昌县党政机构由40余个精简为30个。", {}],
    ["会昌县党政机构减少10个。", {}],
    ["会昌县现有党政机构30个。", {}],
  ])("%s", (text, derived) => {
    const [fact] = factsIn(text);
    expect(Object.fromEntries(fact!.derived.map((field) => [field, fact![field]]))).toEqual(derived);
  });
});
