import { describe, expect, test } from "@jest/globals";
import { linesIn } from "../support/extract.ts";

describe("numbers that are no facts", () => {
  test.each([
    // Numbers that count nothing.
    "会昌县第二批改革启动。",
    "会昌县召开第17次常委会。",
    "会昌县印发了〔2024〕36号文件。",
    "2024年3月12日，会昌县机构改革动员会召开。",
    "咨询电话：0797-5622345。",
    "会昌县便民热线12345开通。",
    "本报会昌3月12日电",
    "他今年46岁，在会昌县工作了21年。",
    "会昌县综合排名全省第3位。",
    // Names that hold numerals.
    "会昌县“三重一大”事项由一把手末位表态。",
    "会昌县认真落实“十四五”规划。",
    "会昌县统一部署，一律从严。",
    // Nouns that are not in the table.
    "会昌县新栽树木3000棵，修路26公里。",
    "会昌县安置房120套已经交付。",
    "会昌县节约用水3吨。",
    "会昌县气温下降8℃。",
    // Groups, references, shares.
    "常住人口10万以下的县可以参加试点。",
    "会昌县党政机构占三成。",
    "会昌县办结率达到98%。",
    "会昌县人口密度为每平方公里163人。",
    // Nobody whose number it is.
    "某公司裁员。",
    "会昌县坚持一个部门牵头，抓好落实。",
  ])("%s", (text) => {
    expect(linesIn(text)).toEqual([]);
  });
});

describe("texts of another kind", () => {
  test.each([
    "主队以3比1战胜客队，上半场射门12次，控球率61%。",
    "上证指数下跌1.2%，报3021.45点，两市成交9860亿元。",
    "明天最高气温31℃，局部有50毫米降水。",
    "这款手机重198克，电池5000毫安时，售价3999元。",
    "车祸造成2人死亡、5人受伤，3辆车受损。",
    "第1页 共12页",
    "- 3 -",
    "一、提高认识",
    "",
    "   ",
    "12",
    "一二三四五六七",
  ])("%s", (text) => {
    expect(linesIn(text)).toEqual([]);
  });
});
