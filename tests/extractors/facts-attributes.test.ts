import { describe, expect, test } from "@jest/globals";
import type { Fact } from "../../schemas/fact.ts";
import { factsIn } from "../support/extract.ts";

/** The one field of every fact of a text; the text speaks of 会昌县. */
const fieldOf = (field: keyof Fact, text: string, published?: string): unknown[] =>
  factsIn(`会昌县${text}`, published === undefined ? {} : { published }).map((fact) => fact[field]);

describe("bound", () => {
  test.each([
    ["清退编外人员120人。", "exact"],
    ["取消217项许可事项。", "exact"],
    ["其中约聘雇人员减少120人。", "exact"],
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
    ["2024年公用经费支出86万元；全年召开会议41场。", undefined, "2024"],
    ["2025年公用经费在上年基础上压减10%。", "2025-03-06", "2025"],
    ["截至2024年3月31日，各项任务完成；编外人员由31人减至12人。", undefined, "2024-03-31"],
    ["自2025年起，公用经费下降9.4%。", undefined, null],
  ])("%s (%s)", (text, published, period) => {
    expect(new Set(fieldOf("period", text, published))).toEqual(new Set([period]));
  });

  test("what is saved each year is not of the year that the text speaks of", () => {
    const facts = factsIn("2024年会昌县公用经费支出86万元。改革后每年节约行政运行经费260万元。");
    expect(facts.map(({ period }) => period)).toEqual(["2024", null]);
  });

  test("a part of a year without its year takes the one last stated, where no day of publication is known", () => {
    const facts = factsIn("会昌县公布2025年上半年账本。\n上半年，公用经费支出86万元。");
    expect(facts.map(({ period }) => period)).toEqual(["2025-01/2025-06"]);
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
    ["将把41个党政机构精简为27个。", "planned"],
    ["将从2026年起每年撤销事业单位6家。", "planned"],
    ["预计每年节约资金260万元。", "estimated"],
    ["据测算，公用经费可减少260万元。", "estimated"],
    ["人员经费可减少700余万元。", "estimated"],
    ["党政机构不得超过27个。", "required"],
    ["要求党政机构减少14个。", "required"],
    ["常住人口一般不少于5000人。", "required"],
    ["落实上级要求，撤销事业单位46家。", "actual"],
    ["做好规定动作，撤销事业单位46家。", "actual"],
    ["发文减得最多，由612份减到355份。", "actual"],
    ["将连续三年压减公用经费10%。", "planned"],
    ["年底前还要再压减会议10%。", "planned"],
    ["编外人员年内再减少10%。", "planned"],
    ["编外人员年内已减少10%。", "actual"],
    ["编外人员由154人分两年减至120人。", "planned"],
    ["提出拟减少机构，去年减少了46个党政机构。", "actual"],
    ["明年党政机构减少14个。", "planned"],
    ["公用经费预算为260万元。", "planned"],
    ["一般公共预算支出14亿元。", "actual"],
    ["将分阶段核减行政编制，现有行政编制798名。", "actual"],
    ["拟将现有36个党政机构精简为22个。", "planned"],
  ])("%s %s", (text, modality) => {
    expect(fieldOf("modality", text)).toEqual([modality]);
  });

  test("a date behind the day of publication is a plan", () => {
    expect(fieldOf("modality", "2027年财政供养人员控制在2900人以内。", "2025-05-06")).toEqual(["planned"]);
    expect(fieldOf("modality", "2027年财政供养人员控制在2900人以内。", "2028-05-06")).toEqual(["actual"]);
  });

  test("a section of plans is planned, one that looks back is not", () => {
    const text = "一、2024年工作回顾\n会昌县公用经费压减5%。\n二、2025年工作安排\n会昌县公用经费压减6%。";
    const facts = factsIn(text, { title: "会昌县政府工作报告" });
    expect(facts.map(({ modality, period }) => [modality, period])).toEqual([
      ["actual", "2024"],
      ["planned", "2025"],
    ]);
  });

  test("a headline that leaves 将 out is read with the body", () => {
    const facts = factsIn("会昌县党政机构由36个减为22个\n会昌县党政机构将由36个减为22个。", {
      title: "会昌县党政机构由36个减为22个",
    });
    expect(facts.map(({ modality }) => modality)).toEqual(["planned"]);
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

describe("the year of a text whose day nobody states", () => {
  test.each<readonly [string, (string | null)[]]>([
    // A budget bill that speaks of next year is of next year.
    ["审议2015年度预算案。编外人员明年减少30人。", ["2015"]],
    ["审议2015年度预算案。编外人员减少30人。", [null]],
    // The last whole year that has figures is last year.
    ["去年召开会议815场。\n2024年，全县一般公共预算收入4.05亿元。", ["2024", "2024"]],
    ["去年召开会议815场。\n到2026年，全县一般公共预算收入将达4.05亿元。", [null, "2026"]],
    ["今年召开会议815场。\n2024年，全县一般公共预算收入4.05亿元。", [null, "2024"]],
  ])("%s", (text, periods) => {
    expect(fieldOf("period", text)).toEqual(periods);
  });
});
