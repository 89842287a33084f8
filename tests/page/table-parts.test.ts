import { describe, expect, test } from "@jest/globals";
import { inChinese, levels, type Numbers, statedNumbers } from "../../review/page/numbers.ts";
import { gradeOf } from "../../review/page/views/agreement/kappa-words.ts";
import { choices, isFiltered, searched, toggled } from "../../review/page/views/table/filter-changes.ts";
import { evidenceIn, hitsIn, piecesOf } from "../../review/page/views/table/marked-ranges.ts";
import { ScrollScale, TALLEST } from "../../review/page/views/table/scroll-scale.ts";

const NONE: Numbers = { value: null, before: null, after: null, change: null, change_pct: null, range: null };

describe("numbers", () => {
  test.each([
    [1.33e8, "1.33亿"],
    [26_400_000, "2640万"],
    [123_500, "12.35万"],
    [-160_000_000, "−1.6亿"],
    [2.5e12, "2.5万亿"],
    [9_999, "9,999"],
    [0, "0"],
  ])("%d is %s", (number, text) => expect(inChinese(number)).toBe(text));

  test.each<[Partial<Numbers>, string]>([
    [{ before: 36, after: 22 }, "36 → 22"],
    [{ after: 22 }, "→ 22"],
    [{ before: 36 }, "36 → ?"],
    [{ value: 1_200 }, "1,200"],
    [{ range: [30, 50] }, "30–50"],
    [{}, ""],
  ])("levels of %j are %s", (numbers, text) => expect(levels({ ...NONE, ...numbers })).toBe(text));

  test.each<[Partial<Numbers>, string]>([
    [{ before: 36, after: 22, change: -14, change_pct: -38.9 }, "36 → 22 (−14, −38.9%)"],
    [{ change: 7 }, "+7"],
    [{ value: 5 }, "5"],
  ])("all of %j is %s", (numbers, text) => expect(statedNumbers({ ...NONE, ...numbers })).toBe(text));
});

describe("marks", () => {
  test.each([
    ["机构由36个精简为22个。", "36个精简", [3, 8]],
    ["机关行政编制减少75名。", "機關行政編制減少75名", [0, 11]],
    ["与此无关的一句话。", "機關行政編制", null],
    ["短", "比句子长的证据", null],
    ["任何句子", "", null],
  ])("in %s the evidence %s stands at %j", (sentence, evidence, at) => {
    const found = evidenceIn(sentence, evidence);
    expect(found === null ? null : [found.start, found.end]).toEqual(at);
  });

  test.each([
    ["县县县", "县", ["县", "县", "县"]],
    ["GDP and gdp", "gdp", ["GDP", "gdp"]],
    ["机构改革", "改革 机构", ["改革", "机构"]],
    ["机构改革", "", []],
    ["İstanbul GDP", "GDP", ["GDP"]],
  ])("in %s a search for %s finds %j", (text, q, words) =>
    expect(hitsIn(text, q).map(({ start, end }) => text.slice(start, end))).toEqual(words),
  );

  test("evidence and hits that cross are cut at each end, and nothing is lost", () => {
    const pieces = piecesOf("甲乙丙丁戊", { start: 1, end: 3 }, [{ start: 2, end: 4 }]);
    expect(pieces.map(({ text, isEvidence, isHit }) => [text, isEvidence, isHit])).toEqual([
      ["甲", false, false],
      ["乙", true, false],
      ["丙", true, true],
      ["丁", false, true],
      ["戊", false, false],
    ]);
  });
});

describe("a filter", () => {
  test.each([
    [{}, { metric: ["a"] }],
    [{ metric: ["b"] }, { metric: ["b", "a"] }],
    [{ metric: ["a"] }, {}],
    [{ metric: ["a"], q: "县" }, { q: "县" }],
  ])("%j with metric a chosen or not any more is %j", (before, after) =>
    expect(toggled(before, "metric", "a")).toEqual(after),
  );

  test("its choices are told apart from its search", () => {
    const filter = searched({ metric: ["a", "b"], bound: ["gt"] }, "县");
    expect(choices(filter).map(({ name, value }) => `${name}:${value}`)).toEqual(["metric:a", "metric:b", "bound:gt"]);
    expect([isFiltered(filter), isFiltered({}), isFiltered(searched({}, ""))]).toEqual([true, false, false]);
  });
});

describe("the scroll bar of a list", () => {
  const [VIEWPORT, WHOLE] = [500, 50_000_000];

  test("of a short list is the list's own", () => {
    const scale = new ScrollScale(10_000, VIEWPORT);
    expect([scale.height, scale.isScaled]).toEqual([10_000, false]);
    expect(scale.after(scale.at(0), 700)).toEqual({ scroll: 700, top: 700 });
  });

  test.each([
    ["the start", 0],
    ["the middle", WHOLE / 2],
    ["the end", WHOLE - VIEWPORT],
  ])("of a long one stands within bounds at %s, and leads back there", (_, top) => {
    const scale = new ScrollScale(WHOLE, VIEWPORT);
    const { scroll } = scale.at(top);
    expect(scroll).toBeLessThanOrEqual(TALLEST - VIEWPORT);
    const from = scale.at(top < WHOLE / 4 ? WHOLE / 2 : 0);
    expect(scale.after(from, scroll).top).toBeCloseTo(top, 3);
  });

  test("moves a long one by a wheel's step as far as a short one, and never beyond its ends", () => {
    const scale = new ScrollScale(WHOLE, VIEWPORT);
    const from = scale.at(20_000_000);
    expect(scale.after(from, from.scroll + 120).top - from.top).toBeCloseTo(120, 6);
    expect(scale.after({ scroll: 100, top: 50 }, 0).top).toBe(0);
    expect(scale.at(WHOLE * 2).top).toBe(WHOLE - VIEWPORT);
  });
});

test.each([
  [9, 0.9, "few"],
  [10, null, "none"],
  [10, -0.1, "worse"],
  [10, 0, "slight"],
  [10, 0.3, "fair"],
  [10, 0.5, "moderate"],
  [10, 0.7, "substantial"],
  [10, 0.95, "high"],
])("%d facts with a kappa of %p are %s", (facts, kappa, grade) => expect(gradeOf({ facts, kappa })).toBe(grade));
