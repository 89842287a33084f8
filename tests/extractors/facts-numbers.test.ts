import { describe, expect, test } from "@jest/globals";
import { linesIn } from "../support/extract.ts";

/** A text and its facts, one line each, in the text's order; a line is `metric number…` of 会昌县. */
type Row = readonly [text: string, ...facts: string[]];

const check = (text: string, facts: readonly string[]): void => {
  expect(linesIn(`会昌县${text}`)).toEqual(facts.map((fact) => `会昌县 ${fact}`));
};

describe("before and after", () => {
  test.each<Row>([
    ["党政机构由41个精简为27个。", "agencies.party_gov before=41 after=27"],
    ["把41个党政机构精简为27个。", "agencies.party_gov before=41 after=27"],
    ["事业单位从210家压减到93家。", "agencies.institution before=210 after=93"],
    ["将58个股室整合为31个。", "agencies.internal before=58 after=31"],
    ["乡镇由十八个合并为十三个。", "division.township before=18 after=13"],
    ["事业编制由2140名核减至1985名。", "staff.quota.institution before=2140 after=1985"],
    ["行政审批事项从612项减至447项。", "approval.items before=612 after=447"],
    ["“三公”经费由1260万元降至890万元。", "budget.three_public before=12600000 after=8900000"],
    ["党政机构从41个减少到27个，减少14个。", "agencies.party_gov before=41 after=27 change=-14"],
    ["股室由250个减至20个，精简率达92%。", "agencies.internal before=250 after=20 change_pct=-92"],
    ["综合执法队伍由11支并为4支。", "agencies.enforcement before=11 after=4"],
    ["财政供养比由26：1提高到38：1。", "staff.fiscal_ratio before=26 after=38"],
    ["领导职数由１５２名精简为１２９名。", "staff.posts.leadership before=152 after=129"],
    ["改革前有党政机构38个，改革后为25个。", "agencies.party_gov before=38 after=25"],
  ])("%s", (text, ...facts) => check(text, facts));
});

describe("where it ended", () => {
  test.each<Row>([
    ["党政机构减少到27个。", "agencies.party_gov after=27"],
    ["党政机构精简为27个。", "agencies.party_gov after=27"],
    ["在编人员增至3150人。", "staff.headcount after=3150"],
    ["事业单位归并为64家。", "agencies.institution after=64"],
    ["公用经费压至2300万元。", "budget.public_expense after=23000000"],
  ])("%s", (text, ...facts) => check(text, facts));
});

describe("how much it moved", () => {
  test.each<Row>([
    ["党政机构减少了14个。", "agencies.party_gov change=-14"],
    ["科级职数减少14个。", "staff.posts.section change=-14"],
    ["撤销事业单位46家。", "agencies.institution change=-46"],
    ["收回事业编制260名。", "staff.quota.institution change=-260"],
    ["新设社区5个。", "division.community change=5"],
    ["公用经费同比下降9.4%。", "budget.public_expense change_pct=-9.4"],
    ["会议数量减少三成。", "paperwork.meetings change_pct=-30"],
    ["发文减少四分之一。", "paperwork.documents change_pct=-25"],
    ["运行成本降低百分之十二点五。", "budget.operating_cost change_pct=-12.5"],
    ["一般公共预算收入增长6.2%。", "budget.revenue change_pct=6.2"],
    ["编外人员减少131人。", "staff.contract change=-131"],
    ["公用经费可节约260万元。", "budget.public_expense change=-2600000"],
    ["人员经费减少700多万元，下降8%。", "budget.personnel change=-7000000 change_pct=-8"],
    ["财政供养人员翻了一番。", "staff.fiscal_supported change_pct=100"],
  ])("%s", (text, ...facts) => check(text, facts));
});

describe("a level", () => {
  test.each<Row>([
    ["现有党政机构27个。", "agencies.party_gov value=27"],
    ["党政机构达27个。", "agencies.party_gov value=27"],
    ["有27个党政机构。", "agencies.party_gov value=27"],
    ["核定行政编制612名。", "staff.quota.administrative value=612"],
    ["领导职数控制在129名。", "staff.posts.leadership value=129"],
    ["承接行政审批事项113项。", "approval.items value=113"],
    ["面积2722平方公里，常住人口44.3万。", "area.land value=2722", "population.resident value=443000"],
    ["户籍人口53.2万人。", "population.registered value=532000"],
    [
      "“三公”经费支出1830万元，比上年减少410万元，下降18.3%。",
      "budget.three_public value=18300000 change=-4100000 change_pct=-18.3",
    ],
    ["地区生产总值172.6亿元。", "economy.gdp value=17260000000"],
    ["节约资金三百二十万元。", "budget.savings value=3200000"],
    ["903名事业人员超编。", "staff.over_quota value=903"],
    ["清退编外人员120人。", "staff.layoff value=120"],
    ["辞退临聘人员36名。", "staff.layoff value=36"],
    ["分流在编人员135名。", "staff.reassigned value=135"],
    ["行政审批事项由26个部门实施。", "approval.departments value=26"],
    [
      "辖6个镇、13个乡，239个行政村和25个社区。",
      "division.town value=6",
      "division.township value=13",
      "division.village value=239",
      "division.community value=25",
    ],
  ])("%s", (text, ...facts) => check(text, facts));
});

describe("several numbers in one sentence", () => {
  test.each<Row>([
    [
      "行政编制、事业编制分别减少30名和50名。",
      "staff.quota.administrative change=-30",
      "staff.quota.institution change=-50",
    ],
    [
      "党政机构、事业单位分别由41个、210个减少到27个和93个。",
      "agencies.party_gov before=41 after=27",
      "agencies.institution before=210 after=93",
    ],
    ["撤销事业单位46家，收回编制260名。", "agencies.institution change=-46", "staff.quota change=-260"],
    [
      "党政机构由41个精简为27个，事业单位由210家整合为93家，领导职数由152名核减为129名。",
      "agencies.party_gov before=41 after=27",
      "agencies.institution before=210 after=93",
      "staff.posts.leadership before=152 after=129",
    ],
    [
      "党政机构27个，其中党委机构9个、政府工作部门18个。",
      "agencies.party_gov value=27",
      "agencies.party value=9",
      "agencies.gov value=18",
    ],
    [
      "党政机构由41个减为27个，领导职数相应减少23名。",
      "agencies.party_gov before=41 after=27",
      "staff.posts.leadership change=-23",
    ],
  ])("%s", (text, ...facts) => check(text, facts));
});
