import { describe, expect, test } from "@jest/globals";
import { factsIn, linesIn } from "../support/extract.ts";

const table = (...rows: readonly (readonly string[])[]): string => rows.map((row) => row.join("\t")).join("\n");
const inCounty = { title: "会昌县机构改革情况" };

describe("columns before and after", () => {
  test.each([
    ["改革前", "改革后"],
    ["精简前", "精简后"],
    ["调整前", "调整后"],
    ["整合前", "整合后"],
  ])("%s and %s", (before, after) => {
    const rows = table(["项目", before, after], ["党政机构", "41个", "27个"], ["事业单位", "210个", "93个"]);
    expect(linesIn(rows, inCounty)).toEqual([
      "会昌县 agencies.party_gov before=41 after=27",
      "会昌县 agencies.institution before=210 after=93",
    ]);
  });

  test("bare numbers count what the row names", () => {
    const rows = table(["项目", "改革前", "改革后"], ["党政机构", "41", "27"], ["领导职数", "152", "129"]);
    expect(linesIn(rows, inCounty)).toEqual([
      "会昌县 agencies.party_gov before=41 after=27",
      "会昌县 staff.posts.leadership before=152 after=129",
    ]);
  });

  test("a third column holds the change of the same fact, and is checked", () => {
    const rows = table(
      ["项目", "改革前", "改革后", "减少"],
      ["党政机构", "41", "27", "14"],
      ["股室", "58", "31", "26"],
    );
    const facts = factsIn(rows, inCounty);
    expect(facts.map(({ before, after, change, checks }) => [before, after, change, checks[0]?.ok])).toEqual([
      [41, 27, -14, true],
      [58, 31, -26, false],
    ]);
  });
});

describe("units of a table", () => {
  test.each([
    ["in a line above", `单位：万元\n${table(["项目", "2023年"], ["人员经费", "6800"], ["公用经费", "2300"])}`],
    ["in the header", table(["项目", "金额（万元）"], ["人员经费", "6800"], ["公用经费", "2300"])],
    ["in the cells", table(["项目", "金额"], ["人员经费", "6800万元"], ["公用经费", "2300万元"])],
  ])("%s", (_where, text) => {
    expect(factsIn(text, inCounty).map(({ metric, value, unit }) => [metric, value, unit])).toEqual([
      ["budget.personnel", 68000000, "CNY"],
      ["budget.public_expense", 23000000, "CNY"],
    ]);
  });
});

describe("rows for subjects", () => {
  test("each county has its own numbers", () => {
    const rows = table(["县", "党政机构（个）", "编外人员（人）"], ["会昌县", "27", "286"], ["寻乌县", "25", "139"]);
    expect(linesIn(rows).toSorted()).toEqual(
      [
        "会昌县 agencies.party_gov value=27",
        "会昌县 staff.contract value=286",
        "寻乌县 agencies.party_gov value=25",
        "寻乌县 staff.contract value=139",
      ].toSorted(),
    );
  });
});

describe("tables without a fact", () => {
  test.each([
    ["products", table(["型号", "重量", "售价"], ["甲", "198克", "3999元"], ["乙", "210克", "4599元"])],
    ["a timetable", table(["车次", "发车", "到达"], ["K12", "8:30", "12:10"])],
    ["empty cells", table(["项目", "改革前", "改革后"], ["党政机构", "", ""], ["事业单位", "—", "—"])],
    ["a header alone", table(["项目", "改革前", "改革后"])],
  ])("%s", (_what, text) => {
    expect(linesIn(text, inCounty)).toEqual([]);
  });
});
