import { describe, expect, test } from "@jest/globals";
import { cleanPlainText } from "../../../pipeline/clean/plain-text.ts";
import { article, clean, page, paragraphs } from "./html-pages.ts";

const rowsOf = ({ text, blocks }: ReturnType<typeof cleanPlainText>): string[] =>
  blocks.filter(({ kind }) => kind === "table-row").map(({ start, end }) => text.slice(start, end));
const rowsOfText = (table: string): string[] => rowsOf(cleanPlainText(`标题\n\n正文只有一句。\n\n${table}\n`));
const rowsOfHtml = (table: string): string[] => rowsOf(clean(page(article("2025-03-12", `${paragraphs}${table}`))));

describe("columns of plain text", () => {
  test.each<[string, string, string[]]>([
    ["two tabs enclose an empty cell", "项目\t前\t后\n甲\t\t8\n乙\t3\t2", ["项目\t前\t后", "甲\t\t8", "乙\t3\t2"]],
    ["a tab at the start does too", "项目\t前\t后\n\t甲\t乙\n丙\t3\t2", ["项目\t前\t后", "\t甲\t乙", "丙\t3\t2"]],
    ["tabs that only push", "项目\t\t前\t后\n党政机构\t3\t2", ["项目\t前\t后", "党政机构\t3\t2"]],
    [
      "spaces: a cell stays under its head",
      "项目      改革前  改革后\n党政机构            8\n事业单位  3       2",
      ["项目\t改革前\t改革后", "党政机构\t\t8", "事业单位\t3\t2"],
    ],
    [
      "a label set wide is one cell",
      "县　　名    改革前    改革后\n石楼县      36        22",
      ["县 名\t改革前\t改革后", "石楼县\t36\t22"],
    ],
    ["single characters that are heads", "球队    胜    平\n甲队    8    1", ["球队\t胜\t平", "甲队\t8\t1"]],
  ])("%s", (_what, text, rows) => expect(rowsOfText(text)).toEqual(rows));
});

describe("cells over several rows or columns", () => {
  test("leave empty what they cover", () => {
    const table = `<table><tr><th rowspan="2">县区</th><th colspan="2">改革前</th><th>改革后</th></tr>
      <tr><th>行政</th><th>事业</th><th>合计</th></tr><tr><td>甲县</td><td>6</td><td>8</td><td>9</td></tr></table>`;
    expect(rowsOfHtml(table)).toEqual(["县区\t改革前\t\t改革后", "\t行政\t事业\t合计", "甲县\t6\t8\t9"]);
  });

  test("down several rows, past the end of the head", () => {
    const table = `<table><tr><th>县区</th><th>项目</th><th>数量</th></tr><tr><td rowspan="2">甲县</td><td>机构</td><td>6</td></tr>
      <tr><td>编制</td><td>80</td></tr><tr><td>乙县</td><td>机构</td><td>7</td></tr></table>`;
    expect(rowsOfHtml(table)).toEqual(["县区\t项目\t数量", "甲县\t机构\t6", "\t编制\t80", "乙县\t机构\t7"]);
  });

  test.each(["0", "-3", "many", "99999999", ""])("a span of %p is read as a sane one", (span) => {
    const table = `<table><tr><td colspan="${span}" rowspan="${span}">甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>`;
    const rows = rowsOfHtml(table);
    expect(rows).toHaveLength(2);
    expect(rows.every((row) => row.length < 200)).toBe(true);
  });
});
