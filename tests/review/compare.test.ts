import { afterAll, describe, expect, test } from "@jest/globals";
import { Comparison } from "../../review/compare/index.ts";
import type { FactState } from "../../review/facts/fact-store.ts";
import { openFactStore } from "../../review/facts/open-fact-store.ts";
import type { Group } from "../../schemas/comparison.ts";
import type { Fact } from "../../schemas/fact.ts";
import { aFact } from "../support/facts.ts";
import { workspace } from "../support/workspace.ts";

const { write, remove } = workspace();
afterAll(remove);

type Changes = Partial<Omit<Fact, "doc">> & { readonly words?: string; readonly doc?: Partial<Fact["doc"]> };

/** A fact with no numbers but those given, in a document of its own. */
function stated({ words = "原文", doc = {}, ...changes }: Changes, at = 0): Fact {
  const base = aFact({ before: null, after: null, change: null, derived: [] });
  const id = doc.id ?? `d${at}`;
  const evidence = [{ start: 0, end: words.length, text: words, sentence: `${words}，见${id}` }];
  return { ...base, id: `${id}-${at}`, evidence, ...changes, doc: { ...base.doc, title: null, id, ...doc } };
}

const groupsOf = (all: readonly Changes[]): Promise<Group[]> => compared(all.map(stated));

async function compared(facts: readonly Fact[], states: readonly FactState[] = []): Promise<Group[]> {
  const store = await openFactStore(write("facts.jsonl", facts.map((fact) => `${JSON.stringify(fact)}\n`).join("")));
  try {
    await store.whole();
    await store.apply(states);
    const comparison = await Comparison.of([store]);
    const groups: Group[] = [];
    for await (const family of comparison.groups("all")) groups.push(...family.groups);
    comparison.close();
    return groups;
  } finally {
    await store.close();
  }
}

const money = { metric: "budget.public_expense", unit: "CNY" } as const;
const by = (id: string, publisher: string, published: string) => ({ doc: { id, publisher, published } });

describe("one key", () => {
  test.each<[string, readonly Changes[], string]>([
    ["the same level", [{ value: 22 }, { value: 22 }], "corroborated"],
    ["another level", [{ value: 22 }, { value: 24 }], "conflicting"],
    ["only one document", [{ value: 22 }], "single"],
    ["value and after", [{ value: 22 }, { before: 36, after: 22 }], "corroborated"],
    ["value and before", [{ value: 36 }, { before: 36, after: 22 }], "corroborated"],
    ["change and transition", [{ change: -14 }, { before: 36, after: 22 }], "corroborated"],
    ["another change", [{ change: -12 }, { before: 36, after: 22 }], "conflicting"],
    ["percentage and transition", [{ change_pct: -38.9 }, { before: 36, after: 22 }], "corroborated"],
    [
      "level with a change",
      [
        { value: 22, change: -14 },
        { before: 36, after: 22 },
      ],
      "corroborated",
    ],
    ["level and change alone", [{ value: 22 }, { change: -14 }], "compatible"],
    ["约", [{ value: 1300, bound: "approx", words: "约1300人" }, { value: 1287 }], "corroborated"],
    ["约, far off", [{ value: 1300, bound: "approx", words: "约1300人" }, { value: 1800 }], "conflicting"],
    ["余", [{ value: 60, bound: "gt", words: "60余个" }, { value: 64 }], "corroborated"],
    ["余, far off", [{ value: 60, bound: "gt", words: "60余个" }, { value: 90 }], "conflicting"],
    ["超过, far off", [{ value: 60, bound: "gt", words: "超过60个" }, { value: 90 }], "compatible"],
    ["近", [{ value: 60, bound: "lt", words: "近60个" }, { value: 58 }], "corroborated"],
    ["近, above", [{ value: 60, bound: "lt", words: "近60个" }, { value: 63 }], "conflicting"],
    ["range", [{ range: [30, 50] }, { value: 42 }], "corroborated"],
    ["outside the range", [{ range: [30, 50] }, { value: 55 }], "conflicting"],
    [
      "1050万 and 0.1亿",
      [
        { ...money, value: 10_500_000, words: "1050万元" },
        { ...money, value: 10_000_000, words: "0.1亿元" },
      ],
      "corroborated",
    ],
    [
      "2871万 and 2872万",
      [
        { ...money, value: 28_710_000, words: "2871万元" },
        { ...money, value: 28_720_000, words: "2872万元" },
      ],
      "conflicting",
    ],
    [
      "同比 and 环比",
      [
        { ...money, change_pct: -4, comparison: "yoy" },
        { ...money, change_pct: -2, comparison: "mom" },
      ],
      "compatible",
    ],
    ["a requirement and what is", [{ value: 20, modality: "required", bound: "le" }, { value: 25 }], "compatible"],
    [
      "a list in one document",
      [
        { value: 3, doc: { id: "a" } },
        { value: 5, doc: { id: "a" } },
        { value: 5, doc: { id: "b" } },
      ],
      "corroborated",
    ],
    ["a year left to the date", [{ value: 22, period: "2022" }, { value: 22 }], "corroborated"],
    [
      "the end of a year",
      [
        { value: 22, period: "2022" },
        { value: 22, period: "2022-12-31" },
      ],
      "corroborated",
    ],
    [
      "scope in other spelling",
      [
        { value: 9, scope: "县直 部门" },
        { value: 9, scope: "县直各部门" },
      ],
      "corroborated",
    ],
    [
      "code with another name",
      [{ value: 9 }, { value: 9, subject: { name: "河曲", code: "140930", level: "county" } }],
      "corroborated",
    ],
    [
      "a correction by the same publisher",
      [
        { value: 24, ...by("a", "晚报", "2022-08-02") },
        { value: 22, ...by("b", "晚报", "2022-09-02") },
      ],
      "superseded",
    ],
    [
      "another publisher later",
      [
        { value: 24, ...by("a", "晚报", "2022-08-02") },
        { value: 22, ...by("b", "日报", "2022-09-02") },
      ],
      "conflicting",
    ],
    [
      "a plan that was carried out",
      [
        { before: 36, after: 21, modality: "planned", ...by("a", "晚报", "2022-03-02") },
        { before: 36, after: 22, ...by("b", "日报", "2022-09-02") },
      ],
      "superseded",
    ],
    [
      "a plan not begun",
      [
        { before: 36, after: 21, modality: "planned", ...by("a", "晚报", "2022-03-02") },
        { value: 36, ...by("b", "日报", "2022-04-02") },
      ],
      "compatible",
    ],
  ])("%s", async (_name, facts, status) => {
    expect((await groupsOf(facts)).map((group) => group.status)).toEqual([status]);
  });
});

test.each<[string, Changes, Changes]>([
  ["scope", { value: 9, scope: "乡镇" }, { value: 9 }],
  ["period", { ...money, value: 9, period: "2024" }, { ...money, value: 9, period: "2025" }],
  ["unit", { ...money, value: 9 }, { ...money, value: 9, unit: "TWD" }],
  ["per", { ...money, value: 9, per: "year" }, { ...money, value: 9, per: "month" }],
  ["part of a year", { ...money, value: 9, period: "2024-01/2024-06" }, { ...money, value: 9, period: "2024" }],
])("another %s is another group", async (_name, a, b) => {
  expect((await groupsOf([a, b])).map(({ status }) => status)).toEqual(["single", "single"]);
});

describe("over periods", () => {
  const year = (id: string, published: string) => by(id, "统计局", published);
  test.each<[string, readonly Changes[], readonly string[]]>([
    [
      "a level gives way to a later one of the same publisher",
      [
        { value: 24, period: "2023", ...year("a", "2024-03-01") },
        { value: 22, period: "2024", ...year("b", "2025-03-01") },
      ],
      ["superseded", "single"],
    ],
    [
      "money of a year stays true",
      [
        { ...money, value: 24, period: "2023", ...year("a", "2024-03-01") },
        { ...money, value: 22, period: "2024", ...year("b", "2025-03-01") },
      ],
      ["single", "single"],
    ],
    [
      "a document that looks back takes nothing back",
      [
        { value: 24, period: "2023", ...year("a", "2025-03-01") },
        { value: 22, period: "2024", ...year("a", "2025-03-01") },
      ],
      ["single", "single"],
    ],
    [
      "a plan without a date is done a year later, by whoever says so",
      [
        { after: 22, modality: "planned", ...by("a", "晚报", "2024-11-01") },
        { after: 22, ...by("b", "日报", "2025-03-01") },
      ],
      ["superseded", "single"],
    ],
  ])("%s", async (_name, facts, statuses) => {
    expect((await groupsOf(facts)).map(({ status }) => status)).toEqual(statuses);
  });
});

describe("copies", () => {
  const sentence = "河曲县机构改革后党政机构由三十六个精简为二十二个，减少十四个，编制随之收回六十一名，全部用于乡镇。";
  const copy = (id: string, publisher: string, after: number): Changes => ({
    after,
    evidence: [{ start: 0, end: 4, text: "精简为", sentence }],
    ...by(id, publisher, "2022-08-02"),
  });

  test("count once", async () => {
    const [group] = await groupsOf([copy("a", "通讯社", 22), copy("b", "晚报", 22), copy("c", "日报", 22)]);
    expect(group).toMatchObject({
      status: "single",
      documents: 3,
      sources: 1,
      statements: [{ copies: [{ doc: "b" }, { doc: "c" }] }],
    });
  });

  test("do not corroborate beside a source of its own once more", async () => {
    const [group] = await groupsOf([copy("a", "通讯社", 22), copy("b", "晚报", 22), { after: 22, doc: { id: "own" } }]);
    expect(group).toMatchObject({ status: "corroborated", documents: 3, sources: 2 });
  });

  test("with another figure are a conflict", async () => {
    const [group] = await groupsOf([copy("a", "通讯社", 22), copy("b", "晚报", 32)]);
    expect(group).toMatchObject({ status: "conflicting", sources: 2 });
  });
});

test("copies in full-width letters, and those that lack a sentence, are found by their hash", async () => {
  const text = (n: number) =>
    `第${n}项：河曲县把职责相近的部门合并设置，全县ＧＤＰ保持增长，由三十六个部门变为二十二个部门。`;
  const report = (id: string, sentences: readonly string[]): Changes => ({
    after: 22,
    evidence: sentences.map((sentence, at) => ({ start: at, end: at + 2, text: "22", sentence })),
    ...by(id, id, "2022-08-02"),
  });
  const all = [1, 2, 3, 4, 5, 6].map(text);
  const changed = all.map((sentence, at) => (at < 3 ? sentence.replaceAll("ＧＤＰ", "GDP") : `${sentence}据悉`));
  expect(
    await groupsOf([report("a", all), report("b", changed), report("c", ["另一篇文章说到二十二个。"])]),
  ).toMatchObject([
    { status: "corroborated", sources: 2, statements: [{ doc: "a", copies: [{ doc: "b" }] }, { doc: "c" }] },
  ]);
});

test("the order of documents makes no difference", async () => {
  const all = [{ value: 22 }, { value: 24 }, { value: 22 }, { before: 36, after: 24 }].map(stated);
  expect(await compared(all.toReversed())).toEqual(await compared(all));
});

test("a document that comes again replaces what it said before", async () => {
  expect(
    await groupsOf([
      { value: 24 },
      { value: 9, doc: { id: "other" }, scope: "乡镇" },
      { value: 22, doc: { id: "d0" } },
    ]),
  ).toMatchObject([{ status: "single", statements: [{ numbers: { value: 22 } }] }, { status: "single" }]);
});

describe("what was decided counts", () => {
  const facts = [{ value: 22 }, { value: 24 }].map(stated);
  const state = (status: FactState["status"], current: Fact | null): FactState => ({
    fact: facts[1]!.id,
    status,
    reviewers: ["李"],
    current,
  });
  test.each<[string, readonly FactState[], readonly string[]]>([
    ["nothing", [], ["conflicting"]],
    ["accepted", [state("accepted", null)], ["conflicting"]],
    ["rejected: it is out", [state("rejected", null)], ["single"]],
    ["corrected: as it should be", [state("corrected", { ...facts[1]!, value: 22 })], ["corroborated"]],
  ])("%s", async (_name, states, statuses) => {
    expect((await compared(facts, states)).map(({ status }) => status)).toEqual(statuses);
  });
});
