import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import readExcel from "read-excel-file/node";
import { Compile } from "typebox/compile";
import { filterText, parseFilter } from "../../review/export/filter-text.ts";
import type { FactState } from "../../review/facts/fact-store.ts";
import { type Fact, FactSchema } from "../../schemas/fact.ts";
import type { Filter } from "../../schemas/review.ts";
import { exported } from "../support/exports.ts";
import { aFact } from "../support/facts.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
const one = (id: string, changes: Partial<Fact> = {}) =>
  aFact({ id, doc: { ...aFact().doc, id: id.slice(0, 1) }, ...changes });

const facts = ["a1", "a2", "a3", "b1", "b2", "c1"].map((id) => one(id));
const corrected = one("a2", { after: 23, change: -13 });
const states: readonly FactState[] = [
  { fact: "a2", status: "corrected", reviewers: ["li"], current: corrected },
  { fact: "a3", status: "rejected", reviewers: ["li"], current: null },
  { fact: "b1", status: "accepted", reviewers: ["li", "wang"], current: null },
  { fact: "b2", status: "disputed", reviewers: ["li", "wang"], current: null },
  { fact: "n1", status: "added", reviewers: ["wang"], current: one("n1", { doc: { ...aFact().doc, id: "a" } }) },
  { fact: "gone", status: "accepted", reviewers: ["li"], current: null },
];

async function csvOf(of: readonly Fact[], filter: Filter = {}, wide = false): Promise<Record<string, string>[]> {
  const { path } = await exported(folder, of, { to: "csv", filter, wide }, states);
  return parse(readFileSync(path), { columns: true });
}

describe("what was decided is applied:", () => {
  test("corrected facts as they are now, rejected ones left out, added ones behind their document", async () => {
    expect((await csvOf(facts)).map(({ id, after, status, reviewers }) => [id, after, status, reviewers])).toEqual([
      ["a1", "22", "extracted", ""],
      ["a2", "23", "corrected", "li"],
      ["n1", "22", "added", "wang"],
      ["b1", "22", "accepted", "li;wang"],
      ["b2", "22", "disputed", "li;wang"],
      ["c1", "22", "extracted", ""],
    ]);
  });

  test("in JSONL each line is a fact", async () => {
    const { path, rows } = await exported(folder, facts, { to: "jsonl" }, states);
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    const schema = Compile(FactSchema);
    expect(lines.map((line) => schema.Check(JSON.parse(line)))).toEqual(Array(6).fill(true));
    expect(lines[0]).toBe(JSON.stringify(facts[0]));
    expect(lines[1]).toBe(JSON.stringify(corrected));
    expect(rows).toBe(6);
  });

  test("a workbook says how many of each, and how many were left out", async () => {
    const { path } = await exported(folder, facts, { to: "xlsx", filter: { status: ["accepted", "added"] } }, states);
    const [sheet, , about] = await readExcel(path);
    expect(sheet!.data.length).toBe(3);
    expect(Object.fromEntries(about!.data.slice(1).map(([what, value]) => [what, value]))).toMatchObject({
      filter: "status=accepted&status=added",
      "facts accepted": 1,
      "facts added": 1,
      "facts rejected in the whole file": 1,
    });
  });

  test("a document that was extracted again counts once, in the order of the file", async () => {
    const again = [one("a1"), one("b1", { value: 1 }), one("a4")];
    const { path } = await exported(folder, again, { to: "csv" });
    expect((parse(readFileSync(path), { columns: true }) as { id: string }[]).map(({ id }) => id)).toEqual([
      "b1",
      "a4",
    ]);
  });
});

describe("a filter", () => {
  test.each<[string, readonly string[]]>([
    ["status=extracted", ["a1", "c1"]],
    ["status=rejected", ["a3"]],
    ["status=rejected&status=accepted", ["a3", "b1"]],
    ["document=b", ["b1", "b2"]],
    ["document=b&reviewer=wang&status=disputed", ["b2"]],
    ["q=党政机构 河曲&document=c", ["c1"]],
    ["q=党政機構&document=c", ["c1"]],
    ["q=' OR 1=1 --", []],
    ["http://127.0.0.1:7171/review/?view=table&document=b&sort=-confidence&fact=b1", ["b1", "b2"]],
    ["http://127.0.0.1:7171/review/", ["a1", "a2", "n1", "b1", "b2", "c1"]],
    ["", ["a1", "a2", "n1", "b1", "b2", "c1"]],
  ])("%s", async (text, ids) => {
    expect((await csvOf(facts, parseFilter(text))).map(({ id }) => id)).toEqual(ids);
  });

  test("reads as it is written", () => {
    const filter = { metric: ["a", "b"], status: ["accepted"], q: "精简" };
    expect(filterText(filter)).toBe("metric=a&metric=b&status=accepted&q=精简");
    expect(parseFilter(filterText(filter))).toEqual(filter);
  });

  test.each(["metrics=a", "view=table", "精简"])("%s is refused, with the names there are", (text) => {
    expect(() => parseFilter(text)).toThrow(/--filter names .*Use q, metric, province,/);
  });
});

describe("one row a subject, one column a metric:", () => {
  const [taibai, mei] = [
    { name: "太白县", code: "610331", level: "county" },
    { name: "眉县", code: "610326", level: "county" },
  ] as const;
  const level = (id: string, value: number, changes: Partial<Fact> = {}) =>
    one(id, { subject: taibai, before: null, after: null, change: null, derived: [], value, ...changes });
  const published = (day: string) => ({ ...aFact().doc, id: day, published: day });
  const money = { metric: "finance.saved", unit: "CNY" } as const;

  /** Cells of 太白县, from facts that differ in one thing. */
  test.each<[string, readonly Fact[], Readonly<Record<string, string>>]>([
    ["a level", [level("a1", 22)], { "agencies.party_gov": "22" }],
    ["what a change leads to", [one("a1", { subject: taibai })], { "agencies.party_gov": "22" }],
    [
      "the newest period",
      [level("a1", 22, { period: "2025" }), level("a2", 30, { period: "2024-12-31" })],
      { "agencies.party_gov": "22" },
    ],
    [
      "a year stands behind its months",
      [level("a1", 22, { period: "2024" }), level("a2", 30, { period: "2024-06" })],
      { "agencies.party_gov": "22" },
    ],
    [
      "an interval counts by its end",
      [level("a1", 22, { period: "2020-01-01/2025-12-31" }), level("a2", 30, { period: "2024" })],
      { "agencies.party_gov": "22" },
    ],
    [
      "without a period, the day of publication",
      [level("a1", 22, { doc: published("2025-03-01") }), level("b1", 30, { doc: published("2025-02-01") })],
      { "agencies.party_gov": "22" },
    ],
    [
      "what is, before what is planned",
      [level("a1", 22, { period: "2024" }), level("a2", 18, { period: "2026", modality: "planned" })],
      { "agencies.party_gov": "22" },
    ],
    [
      "what is planned, where nothing else is said",
      [level("a1", 18, { modality: "planned" })],
      { "agencies.party_gov": "18" },
    ],
    ["of one document the last", [level("a1", 30), level("a2", 22)], { "agencies.party_gov": "22" }],
    ["no part of the subject", [level("a1", 22), level("a2", 3, { scope: "县委" })], { "agencies.party_gov": "22" }],
    [
      "a column for each unit",
      [
        level("a1", 1e6, money),
        level("a2", 2e6, { ...money, unit: "USD" }),
        level("a3", 3e6, { ...money, per: "year" }),
      ],
      { "finance.saved (CNY)": "1000000", "finance.saved (CNY/year)": "3000000", "finance.saved (USD)": "2000000" },
    ],
  ])("%s", async (_name, of, cells) => {
    const { path } = await exported(folder, of, { to: "csv", wide: true });
    expect(parse(readFileSync(path), { columns: true })).toEqual([
      { subject_name: "太白县", subject_code: "610331", subject_level: "county", ...cells },
    ]);
  });

  const matrix = [
    level("a1", 22),
    level("a2", 5_000, { metric: "staff.quota", unit: "person" }),
    level("a3", 19, { subject: mei }),
    one("a4", { subject: { name: "外地", code: null, level: null }, after: null, before: null }),
  ];

  test("subjects in the order of their codes, with holes where nothing is said", async () => {
    const { path, rows } = await exported(folder, matrix, { to: "parquet", wide: true });
    expect(await parquetReadObjects({ file: await asyncBufferFromFile(path), compressors })).toEqual([
      {
        subject_name: "眉县",
        subject_code: "610326",
        subject_level: "county",
        "agencies.party_gov": 19,
        "staff.quota": null,
      },
      {
        subject_name: "太白县",
        subject_code: "610331",
        subject_level: "county",
        "agencies.party_gov": 22,
        "staff.quota": 5_000,
      },
    ]);
    expect(rows).toBe(2);
  });

  test("a workbook says what its columns are", async () => {
    const { path } = await exported(folder, matrix, { to: "xlsx", wide: true });
    const [sheet, meanings, about] = await readExcel(path);
    expect(sheet!.data[0]).toEqual([
      "subject_name",
      "subject_code",
      "subject_level",
      "agencies.party_gov",
      "staff.quota",
    ]);
    expect(sheet!.data[2]).toEqual(["太白县", "610331", "county", 22, 5_000]);
    expect(meanings!.data.map(([name]) => name).slice(4)).toEqual(["agencies.party_gov", "staff.quota"]);
    expect(meanings!.data[4]![2]).toMatch(/, in count$/);
    expect(about!.data).toContainEqual(["rows", "one a subject; a cell is the level that holds last"]);
  });

  test("rejected facts are no cells, corrected ones are as they are now", async () => {
    const of = [level("a2", 22), level("a3", 3, { metric: "staff.quota", unit: "person" })];
    const { path } = await exported(folder, of, { to: "csv", wide: true }, [
      { fact: "a2", status: "corrected", reviewers: ["li"], current: level("a2", 23) },
      { fact: "a3", status: "rejected", reviewers: ["li"], current: null },
    ]);
    expect(readFileSync(path, "utf8")).toBe(
      "subject_name,subject_code,subject_level,agencies.party_gov\n太白县,610331,county,23\n",
    );
  });
});
