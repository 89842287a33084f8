import { expect, test } from "@jest/globals";
import { linesIn } from "../support/extract.ts";

/** Sentences as news writes them: several things at once. */
test.each<readonly [text: string, ...facts: string[]]>([
  [
    "会昌县一般公共预算收入完成8.1亿元，增长4.2%，其中税收收入5.3亿元。",
    "会昌县 budget.revenue value=810000000 change_pct=4.2",
    "会昌县 budget.revenue value=530000000",
  ],
  [
    "会昌县全年发文1204件，同比减少31%；召开会议88次，同比减少42场。",
    "会昌县 paperwork.documents value=1204 change_pct=-31",
    "会昌县 paperwork.meetings value=88 change=-42",
  ],
  [
    "会昌县财政供养人员从9800人减少到8600人，财政供养比由1:48优化为1:55。",
    "会昌县 staff.fiscal_supported before=9800 after=8600",
    "会昌县 staff.fiscal_ratio before=48 after=55",
  ],
  [
    "会昌县撤并股级机构27个、核减领导职数23名、收回编制260名。",
    "会昌县 agencies.internal change=-27",
    "会昌县 staff.posts.leadership change=-23",
    "会昌县 staff.quota change=-260",
  ],
  [
    "2023年会昌县“三公”经费1120万元，2022年为1260万元。",
    "会昌县 budget.three_public value=11200000",
    "会昌县 budget.three_public value=12600000",
  ],
  [
    "寻乌县党政机构27个、会昌县28个、安远县26个。",
    "寻乌县 agencies.party_gov value=27",
    "会昌县 agencies.party_gov value=28",
    "安远县 agencies.party_gov value=26",
  ],
  ["会昌县人口由2010年的44.5万人减少到2020年的43.1万人。", "会昌县 population.total before=445000 after=431000"],
  [
    "会昌县领导小组从120个清理规范至41个，撤销率65.8%。",
    "会昌县 agencies.coordinating before=120 after=41 change_pct=-65.8",
  ],
  [
    "会昌县综合执法队伍由9支整合为3支，下派执法人员86名。",
    "会昌县 agencies.enforcement before=9 after=3",
    "会昌县 staff.reassigned value=86",
  ],
  ["會昌縣黨政機構減少十四個，減幅逾三成四。", "会昌县 agencies.party_gov change=-14 change_pct=-34"],
])("%s", (text, ...facts) => {
  expect(linesIn(text)).toEqual(facts);
});
