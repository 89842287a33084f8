import { describe, expect, test } from "@jest/globals";
import type { Fact } from "../../schemas/fact.ts";
import { factsIn } from "../support/extract.ts";

/** The one field of every fact of a text; the text speaks of 会昌县. */
const fieldOf = (field: keyof Fact, text: string, published?: string): unknown[] =>
  factsIn(`会昌县${text}`, published === undefined ? {} : { published }).map((fact) => fact[field]);

describe("bound", () => {
  test.each([
    ["清退编外人员120人。", "exact"],
    ["清退编外人员约120人。", "approx"],
    ["清退编外人员120人左右。", "approx"],
    ["清退编外人员120余人。", "gt"],
    ["清退编外人员120多人。", "gt"],
    ["清退编外人员逾120人。", "gt"],
    ["清退编外人员超过120人。", "gt"],
    ["清退编外人员120人以上。", "ge"],
    ["清退编外人员至少120人。", "ge"],
    ["清退编外人员近120人。", "lt"],
    ["清退编外人员不到120人。", "lt"],
    ["清退编外人员不超过120人。", "le"],
    ["会议数量减少超四分之一。", "gt"],
    ["40余家事业单位整合为28家。", "gt"],
    ["股室从187个压缩到120个以内。", "le"],
  ])("%s %s", (text, bound) => {
    expect(fieldOf("bound", text)).toEqual([bound]);
  });
});

describe("range, with no value beside it", () => {
  test.each<readonly [string, [number, number]]>([
    ["清退编外人员30至50人。", [30, 50]],
    ["清退编外人员十几人。", [11, 19]],
    ["清退编外人员数十名。", [20, 90]],
    ["公用经费支出3万至5万元。", [30000, 50000]],
  ])("%s", (text, range) => {
    expect(factsIn(`会昌县${text}`).map((fact) => [fact.value, fact.range])).toEqual([[null, range]]);
  });
});

describe("unit", () => {
  test.each([
    ["党政机构减少14个。", "count"],
    ["科级职数减少14个。", "person"],
    ["面积2722平方公里。", "km2"],
    ["公用经费下降9.4%。", "CNY"],
    ["公用经费减少260万元。", "CNY"],
    ["公用经费减少260万美元。", "USD"],
    ["财政供养比为26:1。", "ratio"],
    ["党政机构减少了31.1%。", "count"],
  ])("%s %s", (text, unit) => {
    expect(fieldOf("unit", text)).toEqual([unit]);
  });
});

describe("per", () => {
  test.each<readonly [string, string | null]>([
    ["每年减少公用经费1050万元。", "year"],
    ["公用经费每年可节约260万元。", "year"],
    ["年均节约资金260万元。", "year"],
    ["公用经费减少260万元。", null],
    ["全年节约资金260万元。", null],
    ["每月召开会议12次。", "month"],
  ])("%s %s", (text, per) => {
    expect(fieldOf("per", text)).toEqual([per]);
  });
});

describe("period", () => {
  test.each<readonly [text: string, published: string | undefined, period: string | null]>([
    ["2021年公用经费下降9.4%。", undefined, "2021"],
    ["2023年3月，撤销事业单位46家。", undefined, "2023-03"],
    ["2025年1月至7月，会议数量减少三成。", undefined, "2025-01/2025-07"],
    ["截至2023年底，现有党政机构27个。", undefined, "2023-12"],
    ["去年公用经费下降9.4%。", "2024-05-06", "2023"],
    ["去年公用经费下降9.4%。", undefined, null],
    ["今年1至9月公用经费下降9.4%。", "2024-10-06", "2024-01/2024-09"],
    ["公用经费下降9.4%。", "2024-10-06", null],
  ])("%s (%s)", (text, published, period) => {
    expect(fieldOf("period", text, published)).toEqual([period]);
  });
});

describe("comparison", () => {
  test.each<readonly [string, string | null]>([
    ["公用经费同比下降9.4%。", "yoy"],
    ["公用经费比上年下降9.4%。", "yoy"],
    ["公用经费较去年减少260万元。", "yoy"],
    ["公用经费环比下降9.4%。", "mom"],
    ["改革后，党政机构由41个减为27个。", "reform"],
    ["党政机构比改革前减少14个。", "reform"],
    ["公用经费下降9.4%。", null],
  ])("%s %s", (text, comparison) => {
    expect(fieldOf("comparison", text)).toEqual([comparison]);
  });
});

describe("modality", () => {
  test.each([
    ["撤销事业单位46家。", "actual"],
    ["拟撤销事业单位46家。", "planned"],
    ["计划撤销事业单位46家。", "planned"],
    ["将撤销事业单位46家。", "planned"],
    ["力争将党政机构精简为27个。", "planned"],
    ["将41个党政机构精简为27个。", "actual"],
    ["已将41个党政机构精简为27个。", "actual"],
    ["预计每年节约资金260万元。", "estimated"],
    ["据测算，公用经费可减少260万元。", "estimated"],
    ["人员经费可减少700余万元。", "estimated"],
    ["党政机构不得超过27个。", "required"],
    ["要求党政机构减少14个。", "required"],
  ])("%s %s", (text, modality) => {
    expect(fieldOf("modality", text)).toEqual([modality]);
  });

  test("a notice requires what it says", () => {
    const facts = factsIn("会昌县各部门发文数量压减三成。", { title: "会昌县关于减少发文的通知" });
    expect(facts.map(({ modality }) => modality)).toEqual(["required"]);
  });
});

describe("scope", () => {
  test.each<readonly [text: string, scopes: (string | null)[]]>([
    ["县直部门公用经费支出同比下降9.4%，乡镇同比增长6.1%。", ["县直部门", "乡镇"]],
    ["党政机构减少14个。", [null]],
    ["公布审批事项406项，其中行政许可188项、行政确认218项。", [null, "行政许可", "行政确认"]],
  ])("%s", (text, scopes) => {
    expect(fieldOf("scope", text)).toEqual(scopes);
  });

  test("a number that is elided takes the noun before it", () => {
    const facts = factsIn("会昌县县直部门公用经费支出同比下降9.4%，乡镇同比增长6.1%。");
    expect(facts.map(({ metric, change_pct }) => [metric, change_pct])).toEqual([
      ["budget.public_expense", -9.4],
      ["budget.public_expense", 6.1],
    ]);
  });
});
