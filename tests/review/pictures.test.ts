import { afterAll, describe, expect, test } from "@jest/globals";
import type { FactState, FactStore } from "../../review/facts/fact-store.ts";
import { openFactStore } from "../../review/facts/open-fact-store.ts";
import { type PictureQuestion, pictureData } from "../../review/pictures/picture-data.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { PictureData } from "../../schemas/picture.ts";
import { aFact } from "../support/facts.ts";
import { linesOf } from "../support/sample-facts.ts";
import { workspace } from "../support/workspace.ts";

const { write, remove } = workspace();
const stores: FactStore[] = [];
afterAll(async () => {
  for (const store of stores) await store.close();
  remove();
});

/** What differs from a fact of 河曲县 without numbers. */
type Changes = Partial<Omit<Fact, "doc">> & { readonly published?: string };
const NOTHING = { value: null, before: null, after: null, change: null, change_pct: null, derived: [] };

function fact({ published = "2024-05-01", ...changes }: Changes, at: number): Fact {
  const base = aFact({ ...NOTHING, id: `f${at}` });
  return { ...base, ...changes, doc: { ...base.doc, id: `d${at}`, published } };
}

async function picture(
  all: readonly Changes[],
  question: Partial<PictureQuestion> = {},
  states: readonly FactState[] = [],
): Promise<PictureData> {
  const store = await openFactStore(write(`facts${stores.length}.jsonl`, linesOf(all.map(fact))));
  stores.push(store);
  await store.whole();
  await store.apply(states);
  return pictureData(store, { kind: "distribution", facts: "all", filter: {}, ...question });
}

const county = (name: string, code: string): Pick<Fact, "subject"> => ({ subject: { name, code, level: "county" } });
const [PARTS, PLAN] = [{ scope: "县直部门" }, { modality: "planned" as const }];
const decided = (at: number, status: FactState["status"]): FactState => ({
  fact: `f${at}`,
  status,
  reviewers: ["李"],
  current: null,
});

describe("of one subject the one figure that is shown", () => {
  test.each<[string, readonly Changes[], number]>([
    [
      "is the whole before a part",
      [
        { value: 9, ...PARTS, period: "2025" },
        { value: 22, period: "2023" },
      ],
      22,
    ],
    [
      "全县 is the whole",
      [
        { value: 9, ...PARTS },
        { value: 22, scope: "全县" },
      ],
      22,
    ],
    [
      "全自治县范围 is the whole",
      [
        { value: 9, ...PARTS },
        { value: 22, scope: "全自治县范围" },
      ],
      22,
    ],
    [
      "全县乡镇 is a part",
      [
        { value: 9, scope: "全县乡镇", period: "2025" },
        { value: 22, period: "2024" },
      ],
      22,
    ],
    ["is a part where there is no whole", [{ value: 9, ...PARTS }], 9],
    [
      "is what is before what is planned",
      [
        { value: 20, ...PLAN, period: "2026" },
        { value: 22, period: "2023" },
      ],
      22,
    ],
    [
      "is the whole that is planned before a part that is",
      [
        { value: 9, ...PARTS },
        { value: 20, ...PLAN },
      ],
      20,
    ],
    [
      "is estimated before planned",
      [
        { value: 20, ...PLAN },
        { value: 21, modality: "estimated" },
      ],
      21,
    ],
    [
      "is planned before required",
      [
        { value: 19, modality: "required" },
        { value: 20, ...PLAN },
      ],
      20,
    ],
    [
      "is the latest year",
      [
        { value: 22, period: "2023" },
        { value: 20, period: "2025" },
        { value: 21, period: "2024" },
      ],
      20,
    ],
    [
      "a year ends after its months",
      [
        { value: 22, period: "2024" },
        { value: 20, period: "2024-11" },
      ],
      22,
    ],
    [
      "an interval ends at its end",
      [
        { value: 22, period: "2023-01/2025-06" },
        { value: 20, period: "2024" },
      ],
      22,
    ],
    [
      "without a period counts as of its publication",
      [
        { value: 22, published: "2025-02-01" },
        { value: 20, period: "2024" },
      ],
      22,
    ],
    [
      "without any date comes last",
      [
        { value: 22, period: "无" },
        { value: 20, period: "2001" },
      ],
      20,
    ],
    [
      "is the surer one",
      [
        { value: 22, confidence: 0.7 },
        { value: 20, confidence: 0.95 },
      ],
      20,
    ],
    [
      "is the later publication",
      [
        { value: 22, period: "2023", published: "2024-01-01" },
        { value: 20, period: "2023", published: "2024-02-01" },
      ],
      20,
    ],
    ["is the first in the file where nothing else tells", [{ value: 22 }, { value: 20 }], 22],
    ["is the end of a change", [{ before: 36, after: 22 }], 22],
  ])("%s", async (_name, all, amount) => {
    const { figures, counted } = await picture(all);
    expect(figures.map((figure) => figure.amount)).toEqual([amount]);
    expect([figures[0]!.facts, counted]).toEqual([all.length, { facts: all.length, subjects: 1 }]);
  });

  test("is the one that a reviewer confirmed", async () => {
    const all = [
      { value: 22, confidence: 0.99 },
      { value: 20, confidence: 0.6 },
    ];
    expect((await picture(all, {}, [decided(1, "accepted")])).figures).toMatchObject([
      { amount: 20, status: "accepted" },
    ]);
  });

  test("says how many other numbers were as good a choice", async () => {
    const same = { period: "2024" };
    const all = [
      { value: 22, ...same },
      { value: 20, ...same },
      { value: 20, ...same },
      { value: 7, ...same, ...PARTS },
    ];
    expect((await picture(all)).figures).toMatchObject([{ differing: 1, facts: 4 }]);
  });
});

describe("facts that suit a picture", () => {
  test.each<[string, PictureQuestion["kind"], Changes, Partial<PictureData["figures"][number]> | null]>([
    ["a change", "change", { before: 40, after: 30 }, { amount: 30, before: 40, change: -25 }],
    ["a change from nothing has no percentage", "change", { before: 0, after: 3 }, { before: 0, change: null }],
    ["no change: a level", "change", { value: 30 }, null],
    ["no change: an end alone", "change", { after: 30 }, null],
    ["a level", "distribution", { value: 30 }, { amount: 30, before: null }],
    ["no level: a range", "distribution", { range: [30, 40] }, null],
    ["no level: a change alone", "distribution", { change: -3 }, null],
    ["money saved", "savings", { metric: "budget.savings", unit: "CNY", value: 1e6 }, { amount: 1e6 }],
    ["spending that fell", "savings", { metric: "budget.public_expense", unit: "CNY", change: -2e6 }, { amount: 2e6 }],
    ["no saving: spending that rose", "savings", { metric: "budget.public_expense", unit: "CNY", change: 2e6 }, null],
    ["no saving: revenue that fell", "savings", { metric: "budget.revenue", unit: "CNY", change: -2e6 }, null],
    ["no saving: fewer bodies", "savings", { before: 36, after: 22, change: -14 }, null],
  ])("%s", async (_name, kind, changes, figure) => {
    const { figures, chosen, choices } = await picture([changes], { kind });
    if (figure !== null) expect(figures).toMatchObject([figure]);
    else expect([figures, chosen, choices]).toEqual([[], null, []]);
  });
});

describe("over time", () => {
  const years = (name: string, code: string, all: Readonly<Record<string, number>>): Changes[] =>
    Object.entries(all).map(([period, value]) => ({ ...county(name, code), period, value }));

  test("a line needs two points, and each day has one figure", async () => {
    const all = [
      ...years("甲县", "110001", { "2023": 30, "2024": 28, "2025-06": 25 }),
      ...years("乙县", "110002", { "2024": 12 }),
      { ...county("甲县", "110001"), period: "2024-12", value: 27, confidence: 0.5 },
    ];
    const { figures, counted, chosen } = await picture(all, { kind: "time" });
    expect(
      figures.map(({ subject, day, amount, facts, differing }) => [subject, day, amount, facts, differing]),
    ).toEqual([
      ["甲县", "2023-12-31", 30, 1, 0],
      ["甲县", "2024-12-31", 28, 2, 1],
      ["甲县", "2025-06-30", 25, 1, 0],
    ]);
    expect([counted, chosen]).toEqual([{ facts: 4, subjects: 1 }, expect.objectContaining({ subjects: 1 })]);
  });
});

describe("choices", () => {
  const all: Changes[] = [
    { ...county("甲县", "110001"), value: 1 },
    { ...county("乙县", "110002"), value: 2 },
    { ...county("甲县", "110001"), metric: "budget.savings", unit: "CNY", value: 3e6, per: "year" },
    { ...county("乙县", "110002"), metric: "budget.savings", unit: "TWD", value: 4e6 },
    { subject: { name: "河北省", code: "130000", level: "province" }, value: 90 },
    { subject: { name: "某公司", code: null, level: null }, value: 5 },
  ];

  test("keep units apart, most subjects first", async () => {
    const { choices, chosen } = await picture(all);
    expect(choices.map(({ measure, subjects }) => [measure, subjects])).toEqual([
      ["agencies.party_gov count", 4],
      ["budget.savings CNY year", 1],
      ["budget.savings TWD", 1],
    ]);
    expect(chosen).toBe(choices[0]);
  });

  test.each<[string, Partial<PictureQuestion>, string, string, readonly number[]]>([
    ["the first of each", {}, "agencies.party_gov count", "county", [2, 1]],
    ["a level", { level: "province" }, "agencies.party_gov count", "province", [90]],
    ["no level", { level: "-" }, "agencies.party_gov count", "-", [5]],
    ["a measure", { of: "budget.savings TWD" }, "budget.savings TWD", "county", [4e6]],
    ["what is not there", { of: "none", level: "nation" }, "agencies.party_gov count", "county", [2, 1]],
    ["under a filter", { filter: { metric: ["budget.savings"] } }, "budget.savings CNY year", "county", [3e6]],
    ["under a search", { filter: { q: "乙县" } }, "agencies.party_gov count", "county", [2]],
  ])("%s", async (_name, question, measure, level, amounts) => {
    const { chosen, level: at, figures } = await picture(all, question);
    expect([chosen?.measure, at, figures.map(({ amount }) => amount)]).toEqual([measure, level, amounts]);
  });
});

test.each<[PictureQuestion["facts"], readonly number[]]>([
  ["all", [5, 4, 3, 1]],
  ["accepted", [4, 3]],
])("of %s facts, rejected ones are never drawn", async (facts, amounts) => {
  const all = [1, 2, 3, 4, 5].map((value) => ({ value, ...county(`县${value}`, `11000${value}`) }));
  const states = [decided(1, "rejected"), decided(2, "accepted"), decided(3, "accepted"), decided(4, "disputed")];
  expect((await picture(all, { facts }, states)).figures.map(({ amount }) => amount)).toEqual(amounts);
});
