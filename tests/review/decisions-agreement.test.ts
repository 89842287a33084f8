import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { agreementOf, kappaOf } from "../../review/decisions/agreement.ts";
import type { Judgement } from "../../review/decisions/index.ts";
import { aDecision, openWith } from "../support/decisions.ts";
import { aFact } from "../support/facts.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
const CATEGORIES = ["accepted", "corrected", "rejected"] as const;
type Category = (typeof CATEGORIES)[number];

const judgement = (reviewer: string, category: Category, fields = ""): Judgement => ({
  ...{ fact: "f", metric: "agencies.party_gov", role: "reviewer" as const, reviewer, category, fields },
});
const pairOf = ([a, b]: readonly [Category, Category]) => [judgement("Ann", a), judgement("Bo", b)] as const;

/** Rows are what Ann said, columns what Bo said, in the order of the categories. */
const pairsIn = (table: readonly (readonly number[])[]) =>
  table.flatMap((row, a) =>
    row.flatMap((count, b) => Array.from({ length: count }, () => pairOf([CATEGORIES[a]!, CATEGORIES[b]!]))),
  );

describe("Cohen's kappa", () => {
  test.each<[what: string, table: readonly (readonly number[])[], kappa: number | null]>([
    [
      "50 grants, read twice",
      [
        [20, 0, 5],
        [0, 0, 0],
        [10, 0, 15],
      ],
      0.4,
    ],
    [
      "as many agree, by chance more",
      [
        [45, 0, 15],
        [0, 0, 0],
        [25, 0, 15],
      ],
      0.1304,
    ],
    [
      "as many agree, by chance fewer",
      [
        [25, 0, 35],
        [0, 0, 0],
        [5, 0, 35],
      ],
      0.2593,
    ],
    [
      "three categories",
      [
        [44, 5, 1],
        [7, 20, 3],
        [9, 5, 6],
      ],
      0.4915,
    ],
    [
      "all the same",
      [
        [3, 0, 0],
        [0, 4, 0],
        [0, 0, 5],
      ],
      1,
    ],
    [
      "always the other way",
      [
        [0, 0, 5],
        [0, 0, 0],
        [5, 0, 0],
      ],
      -1,
    ],
    [
      "as chance has it",
      [
        [25, 0, 25],
        [0, 0, 0],
        [25, 0, 25],
      ],
      0,
    ],
    [
      "nobody ever rejects",
      [
        [9, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
      null,
    ],
    ["nothing", [], null],
  ])("%s: %j gives %p", (_what, table, kappa) => {
    const found = kappaOf(pairsIn(table));
    if (kappa === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(kappa, 4);
  });

  test("corrections to other numbers do not agree", () => {
    const pairs = [
      pairOf(["accepted", "accepted"]),
      [judgement("Ann", "corrected", "23"), judgement("Bo", "corrected", "24")] as const,
    ];
    expect(kappaOf(pairs)).toBeCloseTo(0, 10);
  });

  const category = fc.constantFrom(...CATEGORIES);

  test("of identical judgements it is 1, or null where chance gives them", () => {
    fc.assert(
      fc.property(fc.array(category), (given) => {
        const kappa = kappaOf(given.map((one) => pairOf([one, one])));
        expect(kappa).toEqual(new Set(given).size > 1 ? expect.closeTo(1, 10) : null);
      }),
    );
  });

  test("it is the same the other way round, and from -1 to 1", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(category, category), { minLength: 1 }), (given) => {
        const [there, back] = [kappaOf(given.map(pairOf)), kappaOf(given.map(([a, b]) => pairOf([b, a])))];
        if (there === null) expect(back).toBeNull();
        else expect(back).toBeCloseTo(there, 10);
        expect(Math.abs(there ?? 0)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

test("agreement by metric, over pairs of reviewers; adjudicators are left out", async () => {
  const fact = (id: string, metric: string) => aFact({ id, metric });
  const says = (reviewer: string, action: "accept" | "reject", id: string, metric: string, role = "reviewer") =>
    aDecision(action, {
      id: `${reviewer} ${id} ${role}`,
      ...{ reviewer, role: role as "reviewer", fact: id, before: fact(id, metric) },
    });
  const [gdp, posts] = ["economy.gdp", "staff.quota"];
  const decisions = await openWith(join(folder, "d.jsonl"), [
    says("Ann", "accept", "1", gdp),
    says("Bo", "accept", "1", gdp),
    says("Ann", "reject", "2", gdp),
    says("Bo", "reject", "2", gdp),
    says("Ann", "accept", "3", posts),
    says("Bo", "reject", "3", posts),
    says("Cy", "accept", "3", posts),
    says("Di", "accept", "3", posts, "adjudicator"),
    says("Ann", "accept", "4", posts),
    says("Ann", "accept", "5", posts),
    says("Bo", "reject", "5", posts),
  ]);
  const { all, metrics, disputed, reviewers } = agreementOf(decisions);
  await decisions.close();
  expect(disputed).toBe(1);
  expect(reviewers.map(({ name, decisions }) => [name, decisions])).toEqual([
    ["Ann", 5],
    ["Bo", 4],
    ["Cy", 1],
    ["Di", 1],
  ]);
  expect(all).toMatchObject({ facts: 4, observed: 3 / 6 });
  expect(metrics).toEqual([
    { metric: gdp, facts: 2, observed: 1, kappa: 1 },
    // Ann and Bo differ in two facts, Bo and Cy in one; Ann and Cy accept the one they share, as chance has it.
    { metric: posts, facts: 2, observed: 1 / 4, kappa: 0 },
  ]);
});
