import { describe, expect, test } from "@jest/globals";
import { judge } from "../../bench/calibration/judge.ts";
import { reliability } from "../../bench/calibration/reliability.ts";
import { showGroups, showReliability } from "../../bench/calibration/show.ts";
import type { GoldFact } from "../../bench/scoring/gold.ts";
import { extractFacts } from "../../extractors/index.ts";
import { documentIn } from "../support/extract.ts";
import { aGoldFact } from "../support/gold.ts";

/** So many facts of one confidence, of which so many are right. */
const facts = (confidence: number, of: number, right: number) =>
  Array.from({ length: of }, (_, i) => ({ confidence, isRight: i < right }));

describe("reliability", () => {
  test.each([
    ["means what it says", [...facts(0.9, 10, 9), ...facts(0.5, 10, 5)], 0.17, 0],
    ["too sure", facts(0.9, 10, 5), 0.41, 0.4],
    ["not sure enough", facts(0.5, 10, 10), 0.25, 0.5],
    ["always sure and always right", facts(1, 10, 10), 0, 0],
    ["nothing to judge", [], 0, 0],
  ])("%s", (_what, judged, brier, error) => {
    const found = reliability(judged, 0);
    expect(found.brier).toBeCloseTo(brier);
    expect(found.calibrationError).toBeCloseTo(error);
  });

  test.each([
    [0, [0.9, 0.92, 0.95]],
    [0.05, [0.91, 0.95]],
    [0.5, [2.77 / 3]],
  ])("bins of %d", (width, stated) => {
    const { bins } = reliability([...facts(0.95, 1, 1), ...facts(0.9, 1, 1), ...facts(0.92, 1, 0)], width);
    expect(bins.map((bin) => bin.stated)).toEqual(stated.map((one) => expect.closeTo(one)));
  });

  test("few facts say little, many say much", () => {
    const width = (of: number): number => {
      const [low, high] = reliability(facts(0.9, of, of * 0.9), 0).all!.interval;
      expect(low).toBeLessThan(0.9);
      expect(high).toBeGreaterThan(0.9);
      return high - low;
    };
    expect(width(10)).toBeGreaterThan(0.3);
    expect(width(1000)).toBeLessThan(0.04);
  });

  test("is shown as a table, and by group the largest first", () => {
    const judged = [...facts(0.9, 10, 9), ...facts(0.5, 2, 1)];
    const lines = showReliability(reliability(judged, 0)).split("\n");
    expect(lines.map((line) => line.trim().split(/\s+/).slice(0, 4))).toEqual([
      ["stated", "facts", "right", "gap"],
      ["0.500", "2", "0.500", "+0.000"],
      ["0.900", "10", "0.900", "+0.000"],
      ["all", "0.833", "12", "0.833"],
      ["Brier", "score", expect.stringMatching(/^0\.\d{4}$/), "expected"],
    ]);
    expect(showReliability(reliability([], 0))).toBe("no facts");
    expect(showGroups(judged, ({ confidence }) => `c${confidence}`)).toMatch(/^c0\.9 .*\nc0\.5 /);
  });
});

describe("a fact is right where all that it states is in gold", () => {
  const document = documentIn("河曲县36个党政机构精简为22个，事业编制减少75名。");
  const quota: GoldFact = {
    metric: "staff.quota.institution",
    subject: ["河曲县"],
    change: -75,
    unit: "person",
    quote: "事业编制减少75名",
  };
  test.each<readonly [string, readonly GoldFact[], readonly boolean[]]>([
    ["both", [aGoldFact(), quota], [true, true]],
    ["one of two numbers wrong", [aGoldFact({ after: 23 }), quota], [false, true]],
    ["an optional one", [aGoldFact(), { ...quota, optional: true }], [true, true]],
    ["another subject", [aGoldFact({ subject: ["保德县"] }), quota], [false, true]],
    ["no gold at all", [], [false, false]],
  ])("%s", (_what, gold, right) => {
    const judged = judge({
      set: "some",
      gold: { doc: "d1", file: "d1.txt", lang: "zh-Hans", facts: gold },
      document,
      facts: extractFacts(document),
    });
    expect(judged.map(({ isRight }) => isRight)).toEqual(right);
    expect(judged.map(({ rule, source }) => [rule, source])).toEqual([
      ["transition", "inner"],
      ["change", "left"],
    ]);
  });
});
