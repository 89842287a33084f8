import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { Cursor, canOpen } from "../../../extractors/dates/cursor.ts";
import { readExpression } from "../../../extractors/dates/expression.ts";
import { prefixOf } from "../../../extractors/dates/pattern-prefix.ts";
import { canMatch } from "../../../extractors/dates/prefix.ts";

describe("the first two characters of a pattern's matches", () => {
  test.each<[pattern: string, can: readonly string[], cannot: readonly string[]]>([
    ["年底", ["年底", "年底前"], ["年", "年初", "底"]],
    ["年[底末]?", ["年", "年底", "年初"], ["底"]],
    ["(?:上|下下)周", ["上周", "下下周"], ["上下", "下周", "周"]],
    ["\\d{2}年", ["24年", "24"], ["2年", "4", "年"]],
    ["\\d{1,2}年", ["2年", "24"], ["2月"]],
    ["[a-c]+x", ["aa", "bx"], ["dx", "ay"]],
    ["的?[ \\t]{0,2}周", ["的周", " 周", "  周", "周", "的 "], ["的月"]],
    ["初(?=日|$)", ["初", "初日"], ["初月"]],
    ["(?=年)年?底", ["年底"], ["底"]],
    ["年(?!底)", ["年初", "年底"], ["底"]],
    ["(?<=第)一", ["一", "一二"], ["第一"]],
    ["(?<name>零)一", ["零一"], ["一"]],
    ["[^年]日", ["月日", "年日"], []],
    ["\\.x", [".x"], ["ax"]],
  ])("%s", (pattern, can, cannot) => {
    const prefix = prefixOf(pattern);
    expect(can.filter((text) => !canMatch(prefix, text, 0))).toEqual([]);
    expect(cannot.filter((text) => canMatch(prefix, text, 0))).toEqual([]);
  });
});

const PIECES =
  "年 月 日 号 周 季度 上 下 半 个 前 后 去 今 明 这 本 当 同 该 最近 过去 未来 从 自 每 逢 至 到 - 、 ( ) 2024 25 3 15 一 二十 廿 初 底 末 中旬 国庆 春节 五一 “ ” 十四 五 期间 世纪 年代 民国 农历 正月 腊月 闰 星期 礼拜 天 内 起 以来 元旦 甲辰 大 小 雪 立 春 学年 财政 头 第 全 . / 六".split(
    " ",
  );
const LOOSE = fc
  .array(fc.constantFrom(...PIECES, " ", ",", "的", "人"), { maxLength: 6 })
  .map((parts) => parts.join(""));

test("no date starts where its patterns say that none can", () => {
  fc.assert(
    fc.property(LOOSE, (text) => {
      for (let at = 0; at < text.length; at++) {
        if (canOpen(text, at)) continue;
        const read = readExpression(new Cursor(text, at), { today: 20_000, anchor: null, minguo: true, start: at });
        expect([text, at, read]).toEqual([text, at, null]);
      }
    }),
    { numRuns: 3000 },
  );
});
