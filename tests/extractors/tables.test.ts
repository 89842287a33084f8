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

describe("heads of columns", () => {
  test.each([
    ["增减率（%）", "-14.2", "change_pct=-14.2"],
    ["同比±%", "△14.2", "change_pct=-14.2"],
    ["比上年增长", "3.1%", "change_pct=3.1"],
    ["降幅", "14.2%", "change_pct=-14.2"],
    ["压减比例", "14.2%", "change_pct=-14.2"],
    ["增减", "-120", "change=-120"],
    ["增减", "减120", "change=-120"],
    ["增减", "+120", "change=120"],
    ["减少", "120", "change=-120"],
    ["新增", "120", "change=120"],
    ["决算数", "1,120", "value=1120"],
    ["核定数", "约1120", "value=1120"],
  ])("%s over %s", (head, cell, expected) => {
    const rows = table(["项目", head], ["编外人员", cell], ["编外人员", ""]);
    expect(linesIn(rows, inCounty)).toEqual([`会昌县 staff.contract ${expected}`]);
  });

  test.each([
    ["占比", "12.5%"],
    ["为预算的%", "96.2"],
    ["完成年度目标", "96.2%"],
    ["排名", "3"],
    ["每人（元）", "5200"],
    ["备注", "含借调"],
    ["空编", "7"],
    ["增减", "—"],
    ["增减", "-"],
    ["增减", "持平"],
  ])("%s over %s says nothing", (head, cell) => {
    expect(linesIn(table(["项目", "数量", head], ["编外人员", "", cell], ["股室", "", ""]), inCounty)).toEqual([]);
  });

  test("years are facts of their own, and the change is that of the last", () => {
    const rows = table(
      ["项目", "2023年决算数", "2024年决算数", "增减%"],
      ["公用经费（万元）", "9,760", "8,344", "-14.5"],
    );
    expect(linesIn(rows, inCounty, ["period"])).toEqual([
      "会昌县 budget.public_expense value=97600000 period=2023",
      "会昌县 budget.public_expense value=83440000 change_pct=-14.5 period=2024",
    ]);
  });

  test("this year and last, by the year of the caption", () => {
    const rows = table(["科目", "本年决算数", "上年决算数", "增长%"], ["人员经费", "614", "624", "-1.6"]);
    expect(linesIn(`会昌县2024年决算表\n单位：万元\n${rows}`, inCounty, ["period"])).toEqual([
      "会昌县 budget.personnel value=6140000 change_pct=-1.6 period=2024",
      "会昌县 budget.personnel value=6240000 period=2023",
    ]);
  });

  test("a plan and what came of it: the change is of the outcome", () => {
    const rows = table(["项目", "预算数", "执行数", "比上年增长%"], ["公用经费（万元）", "640", "601", "-8.0"]);
    expect(linesIn(rows, inCounty, ["modality", "comparison"])).toEqual([
      "会昌县 budget.public_expense value=6400000 modality=planned",
      "会昌县 budget.public_expense value=6010000 change_pct=-8 comparison=yoy",
    ]);
  });

  test("two rows of heads, the upper ones over several columns", () => {
    const rows = table(
      ["类别", "改革前", "", "改革后", ""],
      ["", "机构数（个）", "编制数（名）", "机构数（个）", "编制数（名）"],
      ["事业单位", "141", "2316", "88", "1985"],
    );
    expect(linesIn(rows, inCounty, ["scope", "comparison"])).toEqual([
      "会昌县 agencies.institution before=141 after=88 comparison=reform",
      "会昌县 staff.quota before=2316 after=1985 comparison=reform scope=事业单位",
    ]);
  });

  test("heads that only narrow those above them", () => {
    const rows = table(
      ["县别", "编制数（名）", "", "实有人数（名）", ""],
      ["", "行政", "事业", "行政", "事业"],
      ["寻乌县", "412", "1893", "398", "1921"],
    );
    expect(linesIn(rows, inCounty)).toEqual([
      "寻乌县 staff.quota.administrative value=412",
      "寻乌县 staff.quota.institution value=1893",
      "寻乌县 staff.headcount value=398",
      "寻乌县 staff.headcount value=1921",
    ]);
  });

  test("the lower head says it alone: 原数 and 现数 under a noun", () => {
    const rows = table(
      ["部门", "内设机构（个）", "", "职数（名）", ""],
      ["", "原数", "现数", "原数", "现数"],
      ["县教育局", "7", "5", "", ""],
    );
    expect(linesIn(rows, inCounty)).toEqual(["会昌县教育局 agencies.internal before=7 after=5"]);
  });

  test("people let go lessen those there were, and are counted by themselves", () => {
    const rows = table(["县", "清理前（人）", "清理后（人）", "清退（人）"], ["寻乌县", "612", "430", "182"]);
    expect(linesIn(`附表：编外人员清理情况\n${rows}`)).toEqual([
      "寻乌县 staff.contract before=612 after=430 change=-182",
    ]);
    expect(linesIn(table(["县", "清退人员（人）"], ["寻乌县", "182"]))).toEqual(["寻乌县 staff.layoff value=182"]);
  });

  test("years and the reform down the side", () => {
    const years = table(["年份", "编外人员（人）"], ["2022年", "1120"], ["2023年", "980"]);
    expect(linesIn(years, inCounty, ["period", "scope"])).toEqual([
      "会昌县 staff.contract value=1120 period=2022",
      "会昌县 staff.contract value=980 period=2023",
    ]);
    const reform = table(["时间", "党政机构（个）"], ["改革前", "33"], ["改革后", "24"]);
    expect(linesIn(reform, inCounty, ["scope"])).toEqual([
      "会昌县 agencies.party_gov before=33",
      "会昌县 agencies.party_gov after=24",
    ]);
  });

  test("what is saved each year", () => {
    const rows = table(["县", "年节约经费（万元）"], ["寻乌县", "726"]);
    expect(linesIn(rows, {}, ["per"])).toEqual(["寻乌县 budget.savings value=7260000 per=year"]);
  });

  test("a column of units, and places across", () => {
    const units = table(["指标", "计量单位", "绝对数", "比上年增长%"], ["常住人口", "万人", "24.35", "-0.6"]);
    expect(linesIn(units, inCounty)).toEqual(["会昌县 population.resident value=243500 change_pct=-0.6"]);
    const across = table(["指标", "会昌县", "寻乌县"], ["行政村（个）", "67", "78"], ["粮食（万吨）", "3", "4"]);
    expect(linesIn(across)).toEqual(["会昌县 division.village value=67", "寻乌县 division.village value=78"]);
  });
});

describe("whose numbers a row holds", () => {
  test.each([
    ["县教育局", "会昌县教育局"],
    ["1.县教育局", "会昌县教育局"],
    ["文武坝镇", "文武坝镇"],
    ["文武坝街道办事处", "文武坝街道"],
    ["寻乌县", "寻乌县"],
    ["合　计", "会昌县"],
    ["小计", "会昌县"],
  ])("%s is %s", (label, subject) => {
    const rows = table(["部门", "行政编制（名）"], [label, "31"]);
    expect(linesIn(rows, inCounty)).toEqual([`${subject} staff.quota.administrative value=31`]);
  });

  test("any name under a head of towns", () => {
    const rows = table(["镇（街道）", "行政编制（名）"], ["丹州街道办事处", "31"]);
    expect(linesIn(rows, inCounty)).toEqual(["丹州街道 staff.quota.administrative value=31"]);
  });

  test("running numbers are no labels, and a sum may stand across them", () => {
    const rows = table(["序号", "部门", "内设机构（个）"], ["1", "县水利局", "8"], ["合计", "", "31"]);
    expect(linesIn(rows, inCounty)).toEqual([
      "会昌县水利局 agencies.internal value=8",
      "会昌县 agencies.internal value=31",
    ]);
  });

  test("a sum over several counties is not that of one of them", () => {
    const rows = table(["县", "股室（个）"], ["会昌县", "31"], ["寻乌县", "27"], ["合计", "58"]);
    expect(linesIn(rows, inCounty)).toEqual(["会昌县 agencies.internal value=31", "寻乌县 agencies.internal value=27"]);
  });

  test("a county over rows of its own", () => {
    const rows = table(["项目", "数量"], ["会昌县", ""], ["股室（个）", "31"], ["寻乌县", ""], ["股室（个）", "27"]);
    expect(linesIn(rows, { title: "两县对比" })).toEqual([
      "会昌县 agencies.internal value=31",
      "寻乌县 agencies.internal value=27",
    ]);
  });

  test("a part takes the noun of the whole, and a kind that of the caption", () => {
    const parts = table(["项目", "金额（万元）"], ["“三公”经费", "120"], ["其中：公务接待", "30"]);
    expect(linesIn(parts, inCounty, ["scope"])).toEqual([
      "会昌县 budget.three_public value=1200000",
      "会昌县 budget.three_public value=300000 scope=公务接待",
    ]);
    const kinds = table(["类型", "数量（项）"], ["公共服务", "88"], ["合计", "373"]);
    expect(linesIn(`会昌县政务服务事项统计表\n${kinds}`, inCounty, ["scope"])).toEqual([
      "会昌县 approval.items value=88 scope=公共服务",
      "会昌县 approval.items value=373",
    ]);
  });

  test("of several units above the table each metric takes its own", () => {
    const rows = table(["县名", "党政机构数", "“三公”经费", "“三公”经费比上年增减"], ["寻乌县", "29", "1186", "-14.2"]);
    expect(linesIn(`表1　两县情况\n单位：个、万元、%\n${rows}`)).toEqual([
      "寻乌县 agencies.party_gov value=29",
      "寻乌县 budget.three_public value=11860000 change_pct=-14.2",
    ]);
  });

  test("a caption's county, in a text about several", () => {
    const rows = table(["项目", "数量"], ["股室（个）", "31"]);
    const text = `会昌县和寻乌县公布了股室整合的情况。\n表1　寻乌县情况\n${rows}`;
    expect(linesIn(text, { title: "赣州两县整合股室" })).toEqual(["寻乌县 agencies.internal value=31"]);
    expect(linesIn(`填报单位：寻乌县委编办\n${rows}`, inCounty)).toEqual(["会昌县 agencies.internal value=31"]);
  });

  test("▲ is a minus where a note says so", () => {
    const rows = table(["项目", "增减%"], ["公用经费", "▲3.2"]);
    expect(linesIn(rows, inCounty)).toEqual(["会昌县 budget.public_expense change_pct=3.2"]);
    expect(linesIn(`${rows}\n注：▲表示下降。`, inCounty)).toEqual(["会昌县 budget.public_expense change_pct=-3.2"]);
  });

  test("labels with their values, two pairs side by side", () => {
    const rows = table(["常住人口（万人）", "5.2", "面积", "8108平方公里"], ["乡镇", "11个", "海拔", "3640米"]);
    expect(linesIn(rows, inCounty)).toEqual([
      "会昌县 population.resident value=52000",
      "会昌县 area.land value=8108",
      "会昌县 division.township value=11",
    ]);
  });
});

describe("tables of other things", () => {
  test.each([
    ["a league", table(["排名", "球队", "胜", "平", "负", "积分"], ["1", "会昌县队", "8", "1", "1", "25"])],
    ["prices", table(["品名", "单位", "本周价格", "涨跌（%）"], ["鸡蛋", "元/500克", "5.20", "4.0"])],
    ["homes", table(["县区", "成交面积（万平方米）", "均价", "环比"], ["会昌县", "0.9", "4310", "-1.4%"])],
    ["schools", table(["学校", "班级（个）", "招生人数（人）"], ["会昌一中", "12", "600"], ["合计", "30", "1460"])],
    ["land of some use", table(["县", "播种面积（平方公里）", "流动人口（人）"], ["会昌县", "12", "600"])],
    ["taxes", table(["税种", "金额（万元）"], ["城市维护建设税", "312"], ["土地增值税", "96"])],
    ["money for each", table(["项目", "标准（元/人）"], ["公用经费", "3200"])],
    ["an unknown unit", table(["项目", "金额"], ["公用经费", "3200"])],
  ])("%s", (_what, text) => {
    expect(linesIn(text, inCounty)).toEqual([]);
  });
});
