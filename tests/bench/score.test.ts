import { describe, expect, test } from "@jest/globals";
import type { GoldFact } from "../../bench/scoring/gold.ts";
import { score } from "../../bench/scoring/score.ts";
import type { Fact } from "../../schemas/fact.ts";
import { aFact } from "../support/facts.ts";
import { aGoldFact } from "../support/gold.ts";

const GOLD = aGoldFact();

const scored = (gold: readonly GoldFact[], facts: readonly Fact[]) =>
  score([{ gold: { doc: "d1", file: "d1.txt", lang: "zh-Hans", facts: gold }, facts }]);

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
    ["another sign", [{ ...GOLD, change: 14 }], [aFact()], 0.8],
    ["within one part in a thousand", [{ ...GOLD, before: 36.02 }], [aFact()], 1],
    ["a derived number fills an atom", [{ ...GOLD, change: -14 }], [aFact()], 1],
    ["an optional fact that is missed", [{ ...GOLD, optional: true }], [], 1],
    ["an optional fact that is found", [{ ...GOLD, optional: true }], [aFact()], 1],
    ["the same fact twice", [GOLD], [aFact(), aFact({ id: "f2" })], 4 / 6],
  ])("%s", (_what, gold, facts, f1) => {
    expect(scored(gold, facts).strict.f1).toBeCloseTo(f1);
  });

  test("a range that stands alone is an atom, one beside a number is none", () => {
    const plain = { before: null, after: null, change: null, derived: [] };
    const { before: _before, after: _after, ...bare } = GOLD;
    const gold = { ...bare, range: [30, 50] as const };
    expect(scored([gold], [aFact({ ...plain, range: [30, 50] })]).strict.f1).toBe(1);
    expect(scored([gold], [aFact({ ...plain, range: [30, 60] })]).strict.f1).toBe(0);
    expect(scored([GOLD], [aFact({ range: [30, 50] })]).strict.f1).toBe(1);
  });

  test("precision and recall tell what was too many from what was missed", () => {
    const alien = aFact({ id: "f2", metric: "budget.savings", before: null, after: null, change: 7, derived: [] });
    const { strict, metrics } = scored([GOLD, aGoldFact({ metric: "area.land", unit: "km2" })], [aFact(), alien]);
    expect(strict).toMatchObject({ right: 2, extra: 1, missed: 2, precision: 2 / 3, recall: 1 / 2 });
    expect(metrics["agencies.party_gov"]).toMatchObject({ f1: 1 });
    expect(metrics["area.land"]).toMatchObject({ missed: 2, recall: 0 });
    expect(metrics["budget.savings"]).toMatchObject({ extra: 1, precision: 0 });
  });
});

describe("whole records", () => {
  const { before: _before, ...end } = GOLD;
  const { after: _after, ...start } = GOLD;
  test.each<readonly [string, readonly GoldFact[], readonly Fact[], readonly [number, number, number]]>([
    ["all numbers in one", [GOLD], [aFact()], [1, 0, 0]],
    [
      "split in two",
      [GOLD],
      [aFact({ after: null, change: null, derived: [] }), aFact({ before: null, change: null, derived: [] })],
      [0, 2, 1],
    ],
    ["two joined", [start, end], [aFact()], [0, 1, 2]],
    ["an optional one", [{ ...GOLD, optional: true }], [aFact()], [0, 0, 0]],
  ])("%s", (_what, gold, facts, [right, extra, missed]) => {
    expect(scored(gold, facts).records).toMatchObject({ right, extra, missed });
  });
});

describe("attributes of matched facts", () => {
  test.each<readonly ["bound" | "modality" | "period" | "comparison", Partial<GoldFact>, Partial<Fact>, number]>([
    ["bound", {}, {}, 1],
    ["bound", { bound: "gt" }, {}, 0],
    ["bound", { bound: "gt" }, { bound: "gt" }, 1],
    ["modality", {}, { modality: "planned" }, 0],
    ["period", {}, {}, 1],
    ["period", { period: "2021" }, { period: "2021" }, 1],
    ["period", { period: "2021" }, { period: "2022" }, 0],
    ["comparison", { comparison: "yoy" }, {}, 0],
  ])("%s %j %j", (name, gold, fact, share) => {
    expect(scored([{ ...GOLD, ...gold }], [aFact(fact)]).attributes[name]).toBe(share);
  });

  test("there are none where nothing matches", () => {
    expect(scored([GOLD], []).attributes.bound).toBeNull();
  });
});
