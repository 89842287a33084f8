import { describe, expect, test } from "@jest/globals";
import { convert } from "../../pipeline/convert.ts";
import { BudgetExceededError } from "../../schemas/errors.ts";
import { articleOf } from "../support/articles.ts";

const LIMITS = { maxChars: 10_000 };
const converted = (text: string) => convert(articleOf(text), LIMITS);
/** In a sentence that is Traditional beyond doubt, so that a word of both scripts is converted too. */
const inTraditional = (word: string): string => {
  const { simplified } = converted(`縣裡說：${word}。這個縣與鄉鎮機構`);
  return simplified.slice(4, simplified.indexOf("。"));
};

describe("the script is asked for first", () => {
  test.each([
    ["精简机构，什么都不改", "zh-Hans"],
    ["精簡機構，什麼都不改", "zh-Hant"],
    ["报道引用台湾公文「員額精簡」四字，编制仍是简体", "zh-Hans"],
    ["報導引用大陸公文“减编”兩字，內容仍為正體", "zh-Hant"],
    ["機構改革后乾部變少了", "zh-Hant"],
    ["36 → 22", "zh-Hans"],
    ["", "zh-Hans"],
    ["ABC 2025", "zh-Hans"],
    ["三十六人", "zh-Hans"],
  ])("%s: %s", (text, lang) => expect(converted(text).lang).toBe(lang));

  test.each(["么幺乾著瞭覆於后里，这个县", "什么都没说，乾隆年间著有"])("Simplified stays as it is: %s", (text) => {
    expect(converted(text)).toMatchObject({ lang: "zh-Hans", simplified: text });
  });
});

describe("Traditional to Simplified, machine conversions set right", () => {
  test.each([
    ["黨政機構由三十二個壓減至二十一個", "党政机构由三十二个压减至二十一个"],
    ["機構改革后", "机构改革后"],
    ["乾部", "干部"],
    ["乾隆", "乾隆"],
    ["新乾縣與乾縣", "新干县与乾县"],
    ["範縣、臺前", "范县、台前"],
    ["餘慶、余慶、余干縣", "余庆、余庆、余干县"],
    ["醫療衞生", "医疗卫生"],
    ["羣眾、群衆", "群众、群众"],
    ["跟著走，意味著，顯著，著名", "跟着走，意味着，显著，著名"],
    ["甚麼、什麼、什么、怎么", "什么、什么、什么、怎么"],
    ["計畫、規畫、規劃", "计划、规划、规划"],
    ["編制下沈到鄉鎮，瀋陽、沈陽", "编制下沉到乡镇，沈阳、沈阳"],
    ["約聘僱人員", "约聘雇人员"],
    ["裡、裏、里", "里、里、里"],
    ["新臺幣、新台幣", "新台币、新台币"],
    ["答覆、反覆、覆核、覆蓋", "答复、反复、复核、覆盖"],
    ["部份、成份、一份子、身份、省份", "部分、成分、一分子、身份、省份"],
    ["決策局、裁員、外判", "决策局、裁员、外判"],
    ["１萬２千　ＡＢＣ％", "１万２千　ＡＢＣ％"],
    ["三萬五千○一十五名", "三万五千○一十五名"],
    ["樂", "乐"],
  ])("%s → %s", (text, expected) => expect(inTraditional(text)).toBe(expected));
});

describe("offsets lead back", () => {
  test.each([
    ["characters of the same length", "縣裡減少三十六個機構", "减少", "減少"],
    ["an astral character becomes a short one", "縣裡的𨦫與機構減少", "减少", "減少"],
    ["astral characters stay", "𠮷田縣與𠀋機構減少", "减少", "減少"],
    ["emoji stay", "縣裡👇機構👨‍👩‍👧減少", "减少", "減少"],
    ["compatibility forms", "縣裡音樂機構減少", "乐", "樂"],
  ])("%s", (_name, text, found, original) => {
    const { simplified, toOriginal } = converted(text);
    const start = simplified.indexOf(found);
    expect(start).toBeGreaterThanOrEqual(0);
    const span = toOriginal.toSource({ start, end: start + found.length });
    expect(text.slice(span.start, span.end)).toBe(original);
  });
});

test("over the budget, naming the setting", () => {
  const act = () => convert(articleOf("縣".repeat(11)), { maxChars: 10 });
  expect(act).toThrow(BudgetExceededError);
  expect(act).toThrow(/JINGJIAN_MAX_CHARS/);
});
