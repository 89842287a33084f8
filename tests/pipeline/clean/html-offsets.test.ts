import { describe, expect, test } from "@jest/globals";
import { textContent } from "domutils";
import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import { clean } from "./html-pages.ts";

const PIECES = [
  "精简为22个",
  "減少",
  "𠮷𡘙",
  "😀",
  "１２％",
  "A B",
  " ",
  "\n",
  "\t",
  "　",
  "\u00a0",
  "&nbsp;",
  "&amp;",
  "&lt;",
  "&#x4e2d;",
  "&#20;",
  "&copy",
  "&NotEqualTilde;",
  "&bogus;",
  "\u200b",
  "\0",
  "<b>",
  "</b>",
  "<i class='x'>",
  "<br>",
  "<p>",
  "</p>",
  "<div>",
  "</div>",
  "<!-- 注 -->",
  "<script>var 数 = '<p>';</script>",
  "<td>",
  "<table><tr><td>甲</td><td>乙",
  "</table>",
  "<",
  ">",
  "。",
] as const;
const html = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(""));

describe("offsets", () => {
  test("every unit leads back to where it stands", () => {
    fc.assert(
      fc.property(html, (source) => {
        const { text, blocks, toPage } = clean(source);
        expect(toPage.length).toBe(text.length);
        expect(blocks.map(({ start, end }) => text.slice(start, end)).join("\n")).toBe(text);
        for (let i = 0; i < text.length; i++) {
          const from = toPage.toSource({ start: i, end: i + 1 });
          const stood = source.slice(from.start, from.end);
          if (stood === text[i] || /\s/.test(text[i]!)) continue;
          expect(textContent(parseDocument(stood))).toContain(text[i]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["<div>一&amp;二</div>", "一&二", "一&amp;二"],
    ["<div>36个<b>党政</b>机构</div>", "36个党政机构", "36个<b>党政</b>机构"],
    ["<div>全县\n    机构</div>", "全县机构", "全县\n    机构"],
    ["<div>A \n B</div>", "A B", "A \n B"],
    ["<div>机\u200b构</div>", "机构", "机\u200b构"],
    ["<div><p>一句。</p>\n<p>二句。</p></div>", "一句。\n二句。", "一句。</p>\n<p>二句。"],
  ])("%s", (source, text, stood) => {
    const found = clean(source);
    expect(found.text).toBe(text);
    const span = found.toPage.toSource({ start: 0, end: text.length });
    expect(source.slice(span.start, span.end)).toBe(stood);
  });
});
