import { describe, expect, test } from "@jest/globals";
import type { Fact } from "../../schemas/fact.ts";
import { aFact } from "../support/facts.ts";
import { type GoldFact, score } from "../support/score.ts";

const GOLD: GoldFact = {
  metric: "agencies.party_gov",
  subject: ["河曲县", "河曲"],
  before: 36,
  after: 22,
  unit: "count",
  quote: "36个党政机构精简为22个",
};

const scored = (gold: readonly GoldFact[], facts: readonly Fact[]) =>
  score([{ doc: "d1", file: "d1.txt", facts: gold }], new Map([["d1", facts]]));

describe("atoms", () => {
  test.each<readonly [string, readonly GoldFact[], readonly Fact[], number]>([
    ["all right", [GOLD], [aFact()], 1],
    ["nothing found", [GOLD], [], 0],
    ["nothing to find", [], [], 1],
    ["too many", [], [aFact()], 0],
    ["one of two numbers", [GOLD], [aFact({ after: 23 })], 0.5],
    ["another metric", [GOLD], [aFact({ metric: "agencies.gov" })], 0],
    ["one of the metrics accepted", [{ ...GOLD, metric: ["agencies.gov", "agencies.party_gov"] }], [aFact()], 1],
    ["another subject", [GOLD], [aFact({ subject: { name: "保德县", code: null, level: "county" } })], 0],
    ["another accepted name", [GOLD], [aFact({ subject: { name: "河曲", code: null, level: null } })], 1],
    ["another unit", [GOLD], [aFact({ unit: "CNY" })], 0],
    ["people counted as bodies", [GOLD], [aFact({ unit: "person" })], 1],
    ["another per", [GOLD], [aFact({ per: "year" })], 0],
    ["within one part in a thousand", [{ ...GOLD, before: 36.02 }], [aFact()], 1],
    ["a derived number fills an atom", [{ ...GOLD, change: -14 }], [aFact()], 1],
    ["an optional fact that is missed", [{ ...GOLD, optional: true }], [], 1],
    ["an optional fact that is found", [{ ...GOLD, optional: true }], [aFact()], 1],
    ["the same fact twice", [GOLD], [aFact(), aFact({ id: "f2" })], 4 / 6],
  ])("%s", (_what, gold, facts, f1) => {
    expect(scored(gold, facts).f1).toBeCloseTo(f1);
  });

  test("a range that stands alone is an atom, one beside a number is none", () => {
    const plain = { before: null, after: null, change: null, derived: [] };
    const { before: _before, after: _after, ...bare } = GOLD;
    const gold = { ...bare, range: [30, 50] as const };
    expect(scored([gold], [aFact({ ...plain, range: [30, 50] })]).f1).toBe(1);
    expect(scored([gold], [aFact({ ...plain, range: [30, 60] })]).f1).toBe(0);
    expect(scored([GOLD], [aFact({ range: [30, 50] })]).f1).toBe(1);
  });

  test("errors name what was missed and what was too many", () => {
    expect(scored([GOLD], [aFact({ after: 23 })]).errors.f1).toEqual([
      "d1 - 河曲县 agencies.party_gov after 22 “36个党政机构精简为22个”",
      "d1 + 河曲县 agencies.party_gov after 23 “36个党政机构精简为22个”",
    ]);
  });
});

describe("attributes of matched facts", () => {
  test.each<readonly ["bound" | "modality" | "period", Partial<GoldFact>, Partial<Fact>, number]>([
    ["bound", {}, {}, 1],
    ["bound", { bound: "gt" }, {}, 0],
    ["bound", { bound: "gt" }, { bound: "gt" }, 1],
    ["modality", {}, { modality: "planned" }, 0],
    ["period", {}, {}, 1],
    ["period", { period: "2021" }, { period: "2021" }, 1],
    ["period", { period: "2021" }, { period: "2022" }, 0],
  ])("%s %j %j", (name, gold, fact, share) => {
    expect(scored([{ ...GOLD, ...gold }], [aFact(fact)])[name]).toBe(share);
  });
});
