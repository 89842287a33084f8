import { describe, expect, test } from "@jest/globals";
import { readNumeral, scanNumerals } from "../../../extractors/quantities/numeral.ts";

describe("readNumeral", () => {
  test.each([
    ["36", 36],
    ["1,050", 1050],
    ["１，０５０．５", 1050.5],
    ["1 860", 1860],
    ["3.5万", 35_000],
    ["1.33亿", 133_000_000],
    ["1万2千", 12_000],
    ["22萬1,600", 221_600],
    ["17萬8千", 178_000],
    ["１万５,７７０", 15_770],
    ["128億8,371萬", 12_883_710_000],
    ["3兆349億", 3_034_900_000_000],
    ["4.78万亿", 4_780_000_000_000],
    ["8千3萬", 83_000_000],
    ["二十点一二三", 20.123],
    ["一百六十八萬五", 1_685_000],
    ["三萬五千○一十五", 35_015],
    ["二〇二五", 2025],
    ["廿七", 27],
    ["貳佰零參", 203],
    ["拾萬零五十六", 100_056],
    ["负四十五亿零四百零四万", -4_504_040_000],
    ["二十万亿", 20_000_000_000_000],
  ])("%s", (text, value) => {
    expect(readNumeral(text, 0)).toMatchObject({ start: 0, end: text.length, text, value, range: null });
  });

  test.each([
    ["十几", 11, 19],
    ["数十", 20, 90],
    ["几百", 200, 900],
    ["三四百", 300, 400],
    ["七八", 7, 8],
    ["二十几万", 210_000, 290_000],
    ["一万六七", 16_000, 17_000],
    ["七百三四十", 730, 740],
  ])("%s is a range", (text, low, high) => {
    expect(readNumeral(text, 0)).toMatchObject({ end: text.length, value: null, range: [low, high] });
  });

  test.each([
    ["12千米", "12"],
    ["三十两", "三十"],
    ["50兆字节", "50"],
    ["八点三十分", "八"],
    ["3万50000", "3万"],
    ["十余名", "十"],
    ["25kg", "25"],
  ])("in %s it is %s", (text, numeral) => {
    expect(readNumeral(text, 0)?.text).toBe(numeral);
  });

  test.each(["1.2.3", "陆地", "队伍", "来", "点", "", "\ud840"])("none in %j", (text) => {
    expect(scanNumerals(text)).toEqual([]);
  });
});

describe("hostile input", () => {
  const many = 100_000;
  test.each(["1", "一", "千", "万", "1,", "一万", "十", "零", "点", "-", "余", "几", "1.", " ", "负"])(
    "a hundred thousand of %j",
    (unit) => {
      const longest = scanNumerals(unit.repeat(many / unit.length)).reduce(
        (n, found) => Math.max(n, found.text.length),
        0,
      );
      expect(longest).toBeLessThan(200);
    },
  );
});
