import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { convert } from "../../pipeline/convert.ts";
import { segment } from "../../pipeline/segment.ts";
import { nativeSegmenter, openSegmenter } from "../../pipeline/segmenter.ts";
import type { BlockKind } from "../../schemas/document.ts";
import { SegmenterUnavailableError } from "../../schemas/errors.ts";
import { articleOf } from "../support/articles.ts";

const documentOf = (text: string, kinds: readonly BlockKind[] = []) =>
  segment(convert(articleOf(text, kinds), { maxChars: 3_000_000 }));
const sentencesOf = (text: string, kinds: readonly BlockKind[] = []) =>
  documentOf(text, kinds).sentences.map((sentence) => sentence.text);

describe("sentences", () => {
  test.each([
    ["一句。两句！三句？", ["一句。", "两句！", "三句？"]],
    ["增长3.5%，减到1.33亿元。下句", ["增长3.5%，减到1.33亿元。", "下句"]],
    ["一、机构；二、编制；三、职数。", ["一、机构；二、编制；三、职数。"]],
    ["他说：“减了。”又说：“没减！”", ["他说：“减了。”", "又说：“没减！”"]],
    ["「減了。」他說。", ["「减了。」", "他说。"]],
    ["（见附件。）下句。", ["（见附件。）", "下句。"]],
    ["真的？！真的。。。下句", ["真的？！", "真的。。。", "下句"]],
    ["回答了“改什么？怎么改？”的问题。", ["回答了“改什么？怎么改？”的问题。"]],
    ["他说：“减。再减。”完了。", ["他说：“减。", "再减。”", "完了。"]],
    ["圍繞「改什麼？怎麼改？」、壓實責任。", ["围绕「改什么？怎么改？」、压实责任。"]],
    ['他说"减了。"下句。', ['他说"减了。"', "下句。"]],
    ['说"统筹。"还说"好。"完', ['说"统筹。"', '还说"好。"', "完"]],
    ["见 https://a.cn/x?id=3&y=a 一文。", ["见 https://a.cn/x?id=3&y=a 一文。"]],
    ["Yes! 好。", ["Yes!", "好。"]],
    ["没有句号", ["没有句号"]],
    ["一行\n二行", ["一行", "二行"]],
    ["", []],
    ["。", ["。"]],
    [" 　", []],
  ])("%j", (text, expected) => expect(sentencesOf(text)).toEqual(expected));

  test("a table row is one sentence, with its place among the blocks", () => {
    const { sentences } = documentOf("项目。\t改革前！\n11？\t8", ["table-row", "table-row"]);
    expect(sentences).toEqual([
      { start: 0, end: 8, text: "项目。\t改革前！", block: 0, kind: "table-row" },
      { start: 9, end: 14, text: "11？\t8", block: 1, kind: "table-row" },
    ]);
  });

  test("offsets are those of the simplified text, also behind a character that became shorter", () => {
    const document = documentOf("縣裡的𨦫機構。減了。\n鄉鎮");
    for (const { start, end, text } of document.sentences) expect(document.simplified.slice(start, end)).toBe(text);
    expect(document.sentences.map(({ block }) => block)).toEqual([0, 0, 1]);
    expect(document.sentences[2]!.text).toBe("乡镇");
  });
});

describe("words", () => {
  test("with parts of speech and offsets, cut once", () => {
    const document = documentOf("开头。36个党政机构精简为22个。");
    const sentence = document.sentences[1]!;
    const tokens = document.tokens(sentence);
    expect(tokens.map(({ text }) => text)).toEqual(expect.arrayContaining(["党政机构", "精简为"]));
    expect(tokens.find(({ text }) => text === "党政机构")?.tag).toBe("n");
    for (const { start, end, text } of tokens) expect(document.simplified.slice(start, end)).toBe(text);
    expect(document.tokens(sentence)).toBe(tokens);
  });

  test.each([
    ["half a surrogate pair", "机构\ud800减少"],
    ["astral characters", "𠮷田👇机构"],
    ["NUL", "机构\0减少"],
    ["white space", "机 构\t减　少 "],
    ["long", "事业单位整合𠮷".repeat(1_000)],
    ["digits without end", "9".repeat(100_000)],
    ["nothing", ""],
  ])("%s: tokens cover the text without a gap", (_name, text) => {
    const tokens = nativeSegmenter(text);
    expect(tokens.map((token) => token.text).join("")).toBe(text);
    let at = 0;
    for (const { start, end } of tokens) {
      expect(start).toBe(at);
      at = end;
    }
    expect(at).toBe(text.length);
  });
});

describe("a package without its native build", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "jingjian-segmenter-"));
    const installed = dirname(createRequire(import.meta.url).resolve("nodejieba"));
    cpSync(join(installed, "index.js"), join(folder, "index.cjs"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ["not built", "index.cjs"],
    ["left out by npm", "absent.cjs"],
  ])("%s: says at the first text what to install", (_name, file) => {
    const segmenter = openSegmenter(() => createRequire(import.meta.url)(join(folder, file)));
    expect(() => segmenter("机构")).toThrow(SegmenterUnavailableError);
    expect(() => segmenter("机构")).toThrow(/npm rebuild nodejieba/);
  });
});
