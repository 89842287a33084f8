import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readSets } from "../../bench/scoring/read.ts";
import { score } from "../../bench/scoring/score.ts";
import { sharedSets } from "../../bench/scoring/sets.ts";
import type { Fact } from "../../schemas/fact.ts";

const SHARED = join(import.meta.dirname, "../../../shared");
const GOLD = join(SHARED, "gold/seeds.jsonl");
const isHere = existsSync(GOLD) && existsSync(join(SHARED, "seeds"));
if (!isHere) console.log(`No documents in ${join(SHARED, "seeds")}: the tests of them are left out.`);

const read = await readSets(isHere ? sharedSets(SHARED, []).filter(({ name }) => name === "seeds") : []);
const found = new Map(read.map(({ gold, facts }) => [gold.doc, facts]));
const factsOf = (doc: string): readonly Fact[] => found.get(doc) ?? [];

type Row = readonly [metric: string, fields: Partial<Fact>];
const expectRow = (doc: string, subject: string, [metric, fields]: Row): void => {
  const facts = factsOf(doc).filter((fact) => fact.metric === metric && fact.subject.name === subject);
  expect(facts).toContainEqual(expect.objectContaining(fields));
};

(isHere ? describe : describe.skip)("the seeds", () => {
  test.each<Row>([
    ["agencies.party_gov", { before: 36, after: 22 }],
    ["staff.posts.leadership", { before: 135, after: 114 }],
    ["agencies.institution", { before: 186, after: 40 }],
    ["staff.quota.institution", { before: 1964, after: 659 }],
    ["staff.over_quota", { value: 903 }],
    ["staff.posts.section", { change: -75 }],
    ["budget.public_expense", { change_pct: -11.3, scope: "县直部门", comparison: "yoy", period: "2021" }],
    ["budget.public_expense", { change_pct: 7.6, scope: "乡镇", comparison: "yoy", period: "2021" }],
    ["budget.public_expense", { change: -10_500_000, unit: "CNY", per: "year" }],
    ["budget.personnel", { change: -133_000_000, unit: "CNY", per: "year" }],
  ])("001: %s %j", (...row) => expectRow("seed-001", "河曲县", row));

  test.each<Row>([
    ["agencies.party_gov", { change_pct: -37.1 }],
    ["agencies.institution", { change_pct: -31.1 }],
    ["staff.posts.section", { change_pct: -11.8 }],
    ["budget.operating_cost", { change: -50_000_000, unit: "CNY", bound: "gt", modality: "estimated" }],
    ["budget.personnel", { change: -22_000_000, unit: "CNY", bound: "gt", modality: "estimated" }],
    ["approval.departments", { before: 28, after: 20 }],
    ["approval.items", { value: 254 }],
    ["approval.items", { value: 85 }],
    ["approval.items", { value: 75 }],
    ["approval.items", { value: 315 }],
  ])("002: %s %j", (...row) => expectRow("seed-002", "石楼县", row));

  test("002: the 729 items are checked as the sum of their parts, and no other number is", () => {
    const sums = factsOf("seed-002").flatMap(({ value, checks }) =>
      checks
        .filter(({ check }) => check === "sum")
        .map(({ ok, expected, found: stated }) => [value, ok, expected, stated]),
    );
    expect(sums).toEqual([[729, true, 729, 729]]);
  });

  test("004: page numbers and slogans are no facts", () => {
    const wanted = read.find(({ gold }) => gold.doc === "seed-004")?.gold.facts ?? [];
    const alien = factsOf("seed-004").filter(
      ({ metric }) => !wanted.some((fact) => [fact.metric].flat().includes(metric)),
    );
    expect(alien.map(({ evidence }) => evidence[0]?.text)).toEqual([]);
  });

  test("every check of before and after holds", () => {
    const failed = [...found.values()].flat().filter(({ checks }) => checks.some(({ ok }) => !ok));
    expect(failed.map(({ evidence, checks }) => [evidence[0]?.text, checks])).toEqual([]);
  });

  test("STRICT F1 is 0.97 or more", () => {
    expect(score(read).strict.f1).toBeGreaterThanOrEqual(0.97);
  });
});
