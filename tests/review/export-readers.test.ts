import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import readExcel from "read-excel-file/node";
import { FACT_COLUMNS } from "../../review/facts/columns.ts";
import type { Fact } from "../../schemas/fact.ts";
import { exported } from "../support/exports.ts";
import { linesOf, sampleFacts } from "../support/sample-facts.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
type Row = Readonly<Record<string, string | number | null>>;

/** What a line of JSONL says, as a row: written here anew, and not read from the program's own table. */
const rowOf = ({ doc, subject, evidence, checks, range, derived, ...fact }: Fact): Row => ({
  subject_name: subject.name,
  subject_code: subject.code,
  subject_level: subject.level,
  metric: fact.metric,
  label: fact.label,
  scope: fact.scope,
  value: fact.value,
  before: fact.before,
  after: fact.after,
  change: fact.change,
  change_pct: fact.change_pct,
  range_low: range === null ? null : range[0],
  range_high: range === null ? null : range[1],
  unit: fact.unit,
  per: fact.per,
  bound: fact.bound,
  period: fact.period,
  comparison: fact.comparison,
  modality: fact.modality,
  derived: derived.length === 0 ? null : derived.join(";"),
  status: "extracted",
  reviewers: null,
  confidence: fact.confidence,
  checks_failed: checks.filter(({ ok }) => !ok).length,
  rule: fact.rule,
  evidence_text: evidence[0]!.text,
  evidence_start: evidence[0]!.start,
  evidence_end: evidence[0]!.end,
  evidence_count: evidence.length,
  sentence: [...new Set(evidence.map(({ sentence }) => sentence))].join(" / "),
  doc_title: doc.title,
  doc_publisher: doc.publisher,
  doc_published: doc.published,
  doc_url: doc.url,
  doc_lang: doc.lang,
  doc_id: doc.id,
  id: fact.id,
});

const facts = await sampleFacts();
const wanted = facts.map(rowOf);
const names = Object.keys(wanted[0]!);

test("the corpus fills every column that extraction can fill, with whole and broken numbers", () => {
  const empty = names.filter((name) => wanted.every((row) => row[name] === null));
  expect(empty).toEqual(["reviewers"]);
  expect(wanted.filter(({ value }) => value !== null && !Number.isInteger(value)).length).toBeGreaterThan(0);
  expect(wanted.filter(({ change }) => change !== null && Number(change) < 0).length).toBeGreaterThan(0);
});

describe("the sample corpus, opened by readers that are not ours, equals its JSONL:", () => {
  test("CSV by csv-parse", async () => {
    const { path, rows } = await exported(folder, facts, { to: "csv" });
    const [head, ...lines] = parse(readFileSync(path), {
      cast: (text, { quoting }) => (quoting || text !== "" ? text : null),
    });
    const numbers = new Set(FACT_COLUMNS.filter(({ type }) => type !== "VARCHAR").map(({ name }) => name));
    const found = (lines as unknown as (string | null)[][]).map((cells) =>
      Object.fromEntries(
        names.map((name, at) => [name, numbers.has(name) && cells[at] !== null ? Number(cells[at]) : cells[at]]),
      ),
    );
    expect(head).toEqual(names);
    expect(found).toEqual(wanted);
    expect(rows).toBe(facts.length);
  });

  test("Parquet by hyparquet, with its types", async () => {
    const { path, rows } = await exported(folder, facts, { to: "parquet" });
    const file = await asyncBufferFromFile(path);
    const metadata = await parquetMetadataAsync(file);
    const types = parquetSchema(metadata).children.map(({ element }) => [
      element.name,
      `${element.type} ${element.converted_type ?? "-"}`,
    ]);
    const stored = { VARCHAR: "BYTE_ARRAY UTF8", DOUBLE: "DOUBLE -", INTEGER: "INT32 INT_32" };
    expect(types).toEqual(FACT_COLUMNS.map(({ name, type }) => [name, stored[type]]));
    expect(new Set(metadata.row_groups[0]!.columns.map((column) => column.meta_data?.codec))).toEqual(
      new Set(["ZSTD"]),
    );
    expect(await parquetReadObjects({ file, metadata, compressors })).toEqual(wanted);
    expect(rows).toBe(facts.length);
  });

  test("XLSX by read-excel-file: numbers are numbers, whole dates are dates, an empty text is an empty cell", async () => {
    const { path, rows } = await exported(folder, facts, { to: "xlsx" });
    const [sheet, meanings, about] = await readExcel(path, { trim: false });
    const [head, ...lines] = sheet!.data;
    const dates = new Set(["period", "doc_published"]);
    const cell = (name: string, value: Row[string]) => {
      if (value === "") return null;
      return dates.has(name) && /^\d{4}-\d\d-\d\d$/.test(String(value)) ? new Date(`${value}T00:00:00Z`) : value;
    };
    expect(head).toEqual(names);
    expect(lines).toEqual(wanted.map((row) => names.map((name) => cell(name, row[name]!))));
    expect(lines.flat().filter((value) => value instanceof Date).length).toBeGreaterThan(50);
    expect(meanings!.data.slice(1)).toEqual(FACT_COLUMNS.map(({ name, type, doc }) => [name, type, doc]));
    expect(about!.data).toContainEqual(["facts extracted", facts.length]);
    expect(about!.data).toContainEqual(["made at", "2026-01-02T03:04:05.000Z"]);
    expect(rows).toBe(facts.length);
  });

  test("JSONL, byte for byte", async () => {
    const { path } = await exported(folder, facts, { to: "jsonl" });
    expect(readFileSync(path, "utf8")).toBe(linesOf(facts));
  });
});
