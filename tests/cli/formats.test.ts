import { describe, expect, test } from "@jest/globals";
import { FORMATS } from "../../pipeline/formats/index.ts";
import { aFact } from "../support/facts.ts";

/** Reads RFC 4180 by the book, to hold the writer against. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}
const cellsOf = (fact: Parameters<typeof FORMATS.csv.write>[0]): Readonly<Record<string, string>> => {
  const [head = [], row = []] = parseCsv(FORMATS.csv.head + FORMATS.csv.write(fact));
  expect(row).toHaveLength(head.length);
  return Object.fromEntries(head.map((name, i) => [name, row[i] ?? ""]));
};

describe("csv", () => {
  test.each([
    ["plain text", "县直部门", "县直部门"],
    ["a comma", "县直部门,乡镇", "县直部门,乡镇"],
    ["quotes", '"三公"经费', '"三公"经费'],
    ["a line feed", "县直\n部门", "县直\n部门"],
    ["a formula", '=HYPERLINK("http://a.example","x")', `'=HYPERLINK("http://a.example","x")`],
    ["a plus", "+1", "'+1"],
    ["a minus", "-1", "'-1"],
    ["an at sign", "@SUM(A1)", "'@SUM(A1)"],
    ["a tab", "\t=1", "'\t=1"],
    ["a full-width formula", "＝1+1", "'＝1+1"],
  ])("keeps %s in one cell that is no formula", (_name, scope, cell) => {
    expect(cellsOf(aFact({ scope }))).toMatchObject({ scope: cell, id: "f1" });
  });

  test("leaves negative numbers numbers and unknown ones empty", () => {
    expect(cellsOf(aFact({ change: -75, change_pct: -37.1, value: null }))).toMatchObject({
      change: "-75",
      change_pct: "-37.1",
      value: "",
    });
  });

  test("flattens nested fields", () => {
    expect(cellsOf(aFact({ range: [30, 50], derived: ["change", "change_pct"] }))).toMatchObject({
      doc_id: "d1",
      subject: "河曲县",
      subject_code: "140930",
      range_low: "30",
      range_high: "50",
      derived: "change;change_pct",
      evidence_text: "36个党政机构精简为22个",
      evidence_count: "1",
    });
  });
});

describe("jsonl", () => {
  test.each([
    ["a fact", aFact()],
    ["a lone surrogate", aFact({ scope: "\ud800" })],
    ["line separators", aFact({ scope: "甲\u2028乙\n丙" })],
  ])("gives %s back from one line", (_name, fact) => {
    const line = FORMATS.jsonl.write(fact);
    expect(line.indexOf("\n")).toBe(line.length - 1);
    expect(JSON.parse(line)).toEqual(fact);
  });
});

describe("table", () => {
  const width = (text: string): number => [...text].reduce((sum, c) => sum + (/\p{Script=Han}/u.test(c) ? 2 : 1), 0);
  const evidenceAt = (row: string): number => width(row.slice(0, row.indexOf("36个")));

  test.each([
    ["a short name", aFact()],
    ["a long name", aFact({ subject: { name: "双江拉祜族佤族布朗族傣族自治县", code: "530925", level: "county" } })],
    ["a name just too long", aFact({ subject: { name: "一二三四五六七八九十一", code: null, level: null } })],
    ["a long scope", aFact({ scope: "县直部门以及所属各类事业单位" })],
  ])("keeps its columns with %s", (_name, fact) => {
    expect(evidenceAt(FORMATS.table.write(fact))).toBe(
      width(FORMATS.table.head.slice(0, FORMATS.table.head.indexOf("evidence"))),
    );
  });

  test.each([
    [aFact(), "36 → 22 (-14)"],
    [aFact({ before: null, change: null, derived: [] }), "→ 22"],
    [aFact({ before: null, after: null, change: null, change_pct: -37.1, bound: "gt" }), ">-37.1 %"],
    [aFact({ before: null, after: null, change: null, range: [30, 50] }), "30 to 50"],
    [aFact({ before: null, after: null, change: null, value: 133_000_000, bound: "approx" }), "≈133000000"],
  ])("shows the numbers of a fact (%#)", (fact, shown) => {
    expect(FORMATS.table.write(fact)).toContain(`  ${shown}  `);
  });
});
