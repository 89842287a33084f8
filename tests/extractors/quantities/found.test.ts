import { describe, expect, test } from "@jest/globals";
import { type FoundItem, findAll } from "../../../extractors/quantities/found.ts";

const told = ({ kind, text, value, low, high, unit }: FoundItem): string => {
  const level = low === undefined ? (value ?? "") : `${low ?? ""}..${high ?? ""}`;
  return [kind, `${text}=${level}`, unit].filter(Boolean).join(" ");
};

describe("findAll", () => {
  test.each([
    ["四十五亿零四百零四万", ["number 四十五亿零四百零四万=4504040000"]],
    ["三百块钱", ["currency 三百块钱=300 CNY", "number 三百=300"]],
    ["1万-5万元", ["currency 1万-5万元=10000..50000 CNY", "number 1万=10000", "number 5万=50000"]],
    ["四分之一", ["number 四分之一=0.25"]],
    ["下降11.3%", ["percent 11.3%=11.3 percent"]],
    ["第二批12个", ["ordinal 第二=2", "number 12=12"]],
    ["不少于20人", ["range 不少于20人=20..", "number 20=20"]],
    ["三五百", ["range 三五百=300..500", "range 三五百=300..500"]],
    ["2020年12月23日", ["date 2020年12月23日=2020-12-23"]],
    ["3个小时15分钟", ["dimension 3个小时15分钟=195 minute", "number 3=3", "number 15=15"]],
    ["四川", []],
    ["", []],
  ])("%s", (text, expected) => expect(findAll(text).map(told)).toEqual(expected));

  test("relative dates count from the reference", () => {
    expect(findAll("去年", "2025-07-15").map(told)).toEqual(["period 去年=2024-01-01..2024-12-31"]);
  });
});
