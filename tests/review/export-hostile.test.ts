import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import readExcel from "read-excel-file/node";
import { SheetWriter } from "../../review/export/xlsx-sheet.ts";
import { FACT_COLUMNS } from "../../review/facts/columns.ts";
import type { Fact } from "../../schemas/fact.ts";
import { exported, unzipped } from "../support/exports.ts";
import { aFact } from "../support/facts.ts";
import { linesOf } from "../support/sample-facts.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
const at = (name: string): number => FACT_COLUMNS.findIndex((column) => column.name === name);
const LONG = "改".repeat(40_000);

/** TABLE of texts from strangers: as they are written, and as CSV and XLSX give them back where that is not the same. */
const TEXTS: readonly (readonly [what: string, text: string, csv?: string | undefined, xlsx?: string | null])[] = [
  ["a formula", "=1+1", "'=1+1"],
  ["a call of a program", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ["a plus", "+86", "'+86"],
  ["a minus", "-36个", "'-36个"],
  ["an at sign", "@SUM(1)", "'@SUM(1)"],
  ["a tab first", "\t=1", "'\t=1"],
  ["a carriage return first", "\r=1", "'\r=1", "\n=1"],
  ["a line feed first", "\n=1", "'\n=1"],
  ["a full-width equals sign", "＝1+1", "'＝1+1"],
  ["a full-width plus", "＋1", "'＋1"],
  ["a full-width minus", "－1", "'－1"],
  ["a full-width at sign", "＠A1", "'＠A1"],
  ["an apostrophe", "'=1"],
  ["a negative number that is a text", "-36", "'-36"],
  ["quotes and commas", 'he said "36, then 22"'],
  ["a quote alone", '"'],
  ["line breaks", "36个\r\n减为\r22个\n", undefined, "36个\n减为\n22个\n"],
  ["white space around", "  36个  "],
  ["nothing", "", "", null],
  ["the word NULL", "NULL"],
  ["markup", "<script>alert(1)</script> & <v>1</v> ]]>"],
  ["an escape of Excel", "_x000D_ and _x41_"],
  ["control characters", "a\u0001b\u0008c\u001bd\u007fe\ufffff", undefined, "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf"],
  ["marks of direction", "\u202e36\u202c\u200f\u2066个\u2069"],
  ["characters beyond the first plane", "𠮷𠮷😀"],
  ["40,000 characters", LONG, undefined, `${LONG.slice(0, 32_760)}… (cut)`],
  ["40,000 characters, a pair at the cut", `改${"😀".repeat(20_000)}`, undefined, `改${"😀".repeat(16_379)}… (cut)`],
];

const facts: readonly Fact[] = TEXTS.map(([, text], index) => aFact({ id: `f${index}`, label: text }));

describe("texts of strangers:", () => {
  const csv = exported(folder, facts, { to: "csv" });
  const xlsx = exported(folder, facts, { to: "xlsx" });
  const parquet = exported(folder, facts, { to: "parquet" });
  const jsonl = exported(folder, facts, { to: "jsonl" });

  test.each(TEXTS.map((row, index) => [row[0], index] as const))("%s", async (_what, index) => {
    const [, text, inCsv = text, inXlsx = text] = TEXTS[index]!;
    const lines = parse(readFileSync((await csv).path)) as string[][];
    expect(lines[index + 1]![at("label")]).toBe(inCsv);
    const [sheet] = await readExcel((await xlsx).path, { trim: false });
    expect(sheet!.data[index + 1]![at("label")]).toBe(inXlsx);
    const file = await asyncBufferFromFile((await parquet).path);
    const [row] = await parquetReadObjects({ file, compressors, rowStart: index, rowEnd: index + 1 });
    expect(row!.label).toBe(text);
  });

  test("are in JSONL as they were", async () => {
    expect(readFileSync((await jsonl).path, "utf8")).toBe(linesOf(facts));
  });

  test("numbers stay numbers in CSV, also negative ones", async () => {
    const [line] = parse(readFileSync((await csv).path), { from_line: 2 }) as string[][];
    expect([line![at("before")], line![at("change")], line![at("confidence")]]).toEqual(["36", "-14", "0.9"]);
  });

  test("NULL is empty and an empty text is quoted", async () => {
    const text = readFileSync((await csv).path, "utf8");
    expect(text).toContain('agencies.party_gov,"",,,36,22,-14,');
  });

  test("a workbook holds no formula, and what looks like one stays text when it is edited", async () => {
    const files = unzipped((await xlsx).path);
    expect(files["xl/worksheets/sheet1.xml"]).not.toMatch(/<f[ >]/);
    const [, style] = /r="E2" s="(\d+)" t="str"><v>=1\+1<\/v>/.exec(files["xl/worksheets/sheet1.xml"]!)!;
    const styles = files["xl/styles.xml"]!.split("<cellXfs")[1]!.match(/<xf [^>]*>/g)!;
    expect(styles[Number(style)]).toContain('numFmtId="49"');
  });
});

describe("a CSV for Excel", () => {
  test.each([
    ["with a byte-order mark", true, "\ufeffsubject_name,"],
    ["without", false, "subject_name,"],
  ])("%s", async (_name, bom, start) => {
    const { path } = await exported(folder, [aFact()], { to: "csv", bom });
    expect(readFileSync(path, "utf8").slice(0, start.length)).toBe(start);
  });

  test.each([
    [0.1 + 0.2, "0.30000000000000004"],
    [133_000_000, "133000000"],
    [-1_050_000.5, "-1050000.5"],
    [2 ** 53, "9007199254740992"],
    [1e21, "1e+21"],
    [0, "0"],
  ])("%d is written %s, and reads as the same number", async (value, text) => {
    const { path } = await exported(folder, [aFact({ value })], { to: "csv" });
    const [line] = parse(readFileSync(path), { from_line: 2 }) as string[][];
    const found = line![at("value")]!;
    expect(Number(found)).toBe(value);
    if (Math.abs(value) < 2 ** 53) expect(found).toBe(text);
  });
});

describe("a workbook", () => {
  const doc = (url: string | null, published: string | null) => ({ ...aFact().doc, url, published });
  const pages = [
    ['https://例子.cn/新闻?a=1&b="2"', "2025-07-10"],
    ["javascript:alert(1)", "2025-07"],
    ["file:///etc/passwd", "2025-07-10T08:30+08:00"],
    ["no address", "2025-02-30"],
    [`https://example.com/${"a".repeat(2_100)}`, "1899-12-31"],
    [null, null],
  ] as const;
  const book = exported(
    folder,
    pages.map(([url, published], index) => aFact({ id: `f${index}`, doc: doc(url, published) })),
    { to: "xlsx" },
  );

  test("links to web addresses, and to nothing else", async () => {
    const files = unzipped((await book).path);
    const relations = files["xl/worksheets/_rels/sheet1.xml.rels"]!;
    expect([...relations.matchAll(/Target="([^"]*)"/g)].map(([, target]) => target)).toEqual([
      "https://xn--fsqu00a.cn/%E6%96%B0%E9%97%BB?a=1&amp;b=%222%22",
    ]);
    const [sheet] = await readExcel((await book).path);
    expect(sheet!.data.slice(1).map((row) => row[at("doc_url")])).toEqual(pages.map(([url]) => url));
  });

  test("has dates where a text is a whole date that Excel can count", async () => {
    const [sheet] = await readExcel((await book).path);
    expect(sheet!.data.slice(1).map((row) => row[at("doc_published")])).toEqual([
      new Date("2025-07-10T00:00:00Z"),
      "2025-07",
      "2025-07-10T08:30+08:00",
      "2025-02-30",
      "1899-12-31",
      null,
    ]);
  });

  test("has a bold, frozen header with filters, and columns as wide as what is in them", async () => {
    const files = unzipped((await book).path);
    const sheet = files["xl/worksheets/sheet1.xml"]!;
    expect(sheet).toMatch(/<pane xSplit="1" ySplit="1" topLeftCell="B2"[^>]* state="frozen"\/>/);
    expect(sheet).toContain(`<autoFilter ref="A1:AK${pages.length + 1}"/>`);
    const columns = [...sheet.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/g)];
    expect([columns[0]![1], columns.at(-1)![2]]).toEqual(["1", String(FACT_COLUMNS.length)]);
    const widths = columns.map(([, , , width]) => Number(width));
    expect([Math.min(...widths) >= 8, Math.max(...widths) <= 60.72]).toEqual([true, true]);
    expect(files["xl/styles.xml"]).toContain("<b/>");
  });

  test("goes on on further sheets, and links no more than a sheet can", async () => {
    const path = `${folder}/sheets.xlsx`;
    const out = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true });
    const columns = FACT_COLUMNS.filter(({ name }) => name === "doc_url" || name === "value");
    const writer = new SheetWriter(out, "facts", columns, { rows: 4, links: 3 });
    const rows = Array.from({ length: 9 }, (_, index) => [index, `https://example.com/${index}`]);
    writer.add(rows.slice(0, 3));
    await writer.taken();
    writer.add(rows.slice(3));
    await writer.taken();
    writer.end();
    await out.commit();
    const sheets = await readExcel(path);
    expect(sheets.map(({ sheet, data }) => [sheet, data.length])).toEqual([
      ["facts", 5],
      ["facts 2", 5],
      ["facts 3", 2],
    ]);
    expect(sheets.flatMap(({ data }) => data.slice(1))).toEqual(rows);
    const links = Object.entries(unzipped(path)).flatMap(([name, text]) =>
      name.endsWith(".xml.rels") && name.includes("sheet") ? [text.match(/<Relationship /g)!.length] : [],
    );
    expect(links).toEqual([3, 3, 1]);
    expect(writer.count).toBe(9);
  });

  test("of no facts has its header", async () => {
    const { path, rows } = await exported(folder, [], { to: "xlsx" });
    const [sheet] = await readExcel(path);
    expect([sheet!.data.length, rows]).toEqual([1, 0]);
  });
});
