import { expect, test } from "@jest/globals";
import { findOrganisations } from "../../extractors/places/organisations.ts";
import { linesIn } from "../support/extract.ts";

/** How the press of Taiwan, Hong Kong and Macau says it. */
test.each<readonly [text: string, ...facts: string[]]>([
  ["香港食环署删除36个职位。", "食物环境卫生署 staff.quota change=-36"],
  ["香港渔护署删减12个职位。", "渔农自然护理署 staff.quota change=-12"],
  ["澳门处级及以上附属单位由210个减至190个。", "澳门特别行政区 agencies.internal before=210 after=190"],
  ["澳门市政署发出的纸本公函减少4200份。", "市政署 paperwork.documents change=-4200"],
  ["经济部把7个区域办公室缩减为4个。", "经济部 agencies.other before=7 after=4"],
  ["花莲县股级职数少了14个。", "花莲县 staff.posts.section change=-14"],
])("%s", (text, ...facts) => expect(linesIn(text)).toEqual(facts));

test.each(["香港网站删除36个帖子。", "澳门发出网约车牌照12个。", "球队不续聘外援3人。"])("%s is no fact", (text) =>
  expect(linesIn(text)).toEqual([]),
);

test.each([
  ["食环署与康文署", ["食物环境卫生署", "康乐及文化事务署"]],
  ["劳工局、经科局", ["劳工事务局", "经济及科技发展局"]],
  ["卫福部与陆委会", ["卫生福利部", "大陆委员会"]],
])("short names: %s", (text, names) => expect(findOrganisations(text).map(({ name }) => name)).toEqual(names));
