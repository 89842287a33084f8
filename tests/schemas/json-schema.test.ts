import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { readInputs } from "../../pipeline/inputs/index.ts";
import { validateFacts } from "../../pipeline/validate.ts";
import type { Fact } from "../../schemas/fact.ts";
import { jsonSchemas } from "../../schemas/json-schema.ts";
import { parseSettings } from "../../schemas/settings.ts";
import { aFact } from "../support/facts.ts";
import { workspace } from "../support/workspace.ts";

const ajv = new Ajv2020({ strict: true, strictRequired: false });
const published = (name: string): string => readFileSync(new URL(`../../schemas/${name}`, import.meta.url), "utf8");

test.each([...jsonSchemas()])("%s is what `npm run schemas` writes", (name, text) => {
  expect(published(name)).toBe(text);
});

describe("the published schema and the program's own validation agree on", () => {
  const accepts = ajv.compile(JSON.parse(published("fact.schema.json")) as object);
  const { derived: _left, ...incomplete } = aFact();

  test.each<[string, unknown, boolean]>([
    ["a transition", aFact(), true],
    ["a range", aFact({ range: [30, 50] }), true],
    ["a range of one number", aFact({ range: [30] as unknown as [number, number] }), false],
    ["a range of three numbers", aFact({ range: [1, 2, 3] as unknown as [number, number] }), false],
    ["an unknown subject", aFact({ subject: { name: "某公司", code: null, level: null } }), true],
    ["a code of five digits", aFact({ subject: { name: "河曲县", code: "14093", level: "county" } }), false],
    ["a missing field", incomplete, false],
    ["a field too many", { ...aFact(), note: "" }, false],
    ["no evidence", aFact({ evidence: [] }), false],
    ["an unknown bound", aFact({ bound: "about" as Fact["bound"] }), false],
    ["a number as text", aFact({ value: "36" as unknown as number }), false],
    ["a confidence over 1", aFact({ confidence: 1.1 }), false],
    ["a metric that is no id", aFact({ metric: "党政机构" }), false],
    ["not a number", aFact({ value: Number.NaN }), false],
    ["a check", aFact({ checks: [{ check: "sum", ok: true, expected: 729, found: 729, spans: [] }] }), true],
    ["nothing", null, false],
  ])("%s", (_name, record, valid) => {
    const ours = validateFacts([record as Fact], "test.html");
    expect({ ajv: accepts(record), ours: ours.facts.length === 1 }).toEqual({ ajv: valid, ours: valid });
    expect(ours.invalid).toHaveLength(valid ? 0 : 1);
  });
});

describe("the published schema and the reader of documents JSONL agree on", () => {
  const accepts = ajv.compile(JSON.parse(published("document-line.schema.json")) as object);
  const place = workspace();
  afterAll(place.remove);

  test.each<[unknown, boolean]>([
    [{ id: "a", text: "36个" }, true],
    [{ id: 1, html: "<p>36个</p>", url: null, title: "县", published: "2025-07-10" }, true],
    [{ id: "a", markdown: "# 县", note: "kept by whoever wrote it" }, true],
    [{ id: "a" }, false],
    [{ id: "", text: "36个" }, false],
    [{ id: 1.5, text: "36个" }, false],
    [{ text: "36个" }, false],
    [{ id: "a", text: "36个", html: "<p>36个</p>" }, false],
    [{ id: "a", text: ["36个"] }, false],
    [{ id: "a", text: "36个", title: 36 }, false],
    [["36个"], false],
  ])("%j", async (line, valid) => {
    const file = place.write("line.jsonl", `${JSON.stringify(line)}\n`);
    const read: string[] = [];
    for await (const input of readInputs([file], { stdin: process.stdin, settings: parseSettings({}) })) {
      read.push("error" in input ? input.error.code : "document");
    }
    expect({ ajv: accepts(line), read }).toEqual({ ajv: valid, read: [valid ? "document" : "INVALID_LINE"] });
  });
});

test("a bad record keeps out itself only, and says why", () => {
  const { facts, invalid } = validateFacts([aFact(), aFact({ unit: "" }), aFact({ id: "f2" })], "a.html");
  expect(facts.map((fact) => fact.id)).toEqual(["f1", "f2"]);
  expect(invalid.map((error) => [error.code, error.problem])).toEqual([
    ["INVALID_RECORD", expect.stringMatching(/^A fact of a\.html breaks schemas\/fact\.schema\.json: \/unit /)],
  ]);
});
