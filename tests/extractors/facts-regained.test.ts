import { expect, test } from "@jest/globals";
import { linesIn } from "../support/extract.ts";

/** Sentences that once were misses, kept so that they stay found. */
test.each<readonly [text: string, ...facts: string[]]>([
  ["会昌县新设街道2个，撤销镇1个。", "会昌县 division.street change=2", "会昌县 division.town change=-1"],
  [
    "会昌县2022年、2023年分别撤销事业单位12家和34家。",
    "会昌县 agencies.institution change=-12 period=2022",
    "会昌县 agencies.institution change=-34 period=2023",
  ],
  ["会昌县每万人配备公务员62名。"],
  ["会昌县预算安排公用经费2300万元。", "会昌县 budget.public_expense value=23000000 modality=planned"],
  ["会昌县一年可节约经费300万元。", "会昌县 budget.savings value=3000000 per=year modality=estimated"],
  ["会昌县撤销、整合党政机构14个。", "会昌县 agencies.party_gov change=-14"],
  [
    "会昌县共有乡镇19个，其中镇6个、乡13个。",
    "会昌县 division.township value=19",
    "会昌县 division.town value=6",
    "会昌县 division.township value=13 scope=乡",
  ],
  ["会昌县县委机构设置9个。", "会昌县 agencies.party value=9"],
  ["臺灣中央政府員額減少1,200人，減幅0.7%。", "行政院 staff.quota change=-1200 change_pct=-0.7"],
  [
    "江西省100个县（市、区）中，有9个县列入改革试点。",
    "江西省 division.county value=100",
    "江西省 pilot.counties value=9",
  ],
  ["会昌县编外人员最多时有388人。", "会昌县 staff.contract value=388"],
  ["会昌县户籍人口最多的筠门岭镇有6.4万人。", "筠门岭镇 population.registered value=64000"],
])("%s", (text, ...facts) => {
  expect(linesIn(text, {}, ["per", "period", "scope", "modality"])).toEqual(facts);
});
