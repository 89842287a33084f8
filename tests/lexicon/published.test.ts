import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { exampleLine } from "../../pipeline/lexicon/examples.ts";
import { parseLexicon, useLexicon } from "../../pipeline/lexicon/index.ts";
import { runExample } from "../../pipeline/lexicon/run-example.ts";
import { parseSettings } from "../../schemas/settings.ts";
import { mistakes } from "../support/lexicon.ts";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const settings = parseSettings({});
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
const schemaOf = (name: string) => ajv.compile(JSON.parse(read(`schemas/${name}`)) as object);
const acceptsLexicon = schemaOf("lexicon.schema.json");
const acceptsExample = schemaOf("example.schema.json");

const EXAMPLE = "corpus/lexicon-example/service-windows.yaml";
const fences = [...read("docs/lexicon.md").matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = ""]) => yaml);
const lexicons: readonly (readonly [string, string])[] = [
  [EXAMPLE, read(EXAMPLE)],
  ...fences.map((yaml) => [`docs/lexicon.md: ${yaml.split("\n")[0]}`, yaml] as const),
];

describe.each(lexicons)("%s", (_name, yaml) => {
  test("is a right lexicon, whose examples hold", () => {
    const lexicon = parseLexicon(yaml, "my.yaml");
    useLexicon(lexicon);
    const outcomes = lexicon.examples.map(({ example }) => `${runExample(example, settings).outcome}: ${example.text}`);
    useLexicon(null);
    expect(outcomes.filter((outcome) => !/^(?:holds|misses):/.test(outcome))).toEqual([]);
  });

  test("is one to an editor too", () => {
    expect(acceptsLexicon(parse(yaml) ?? {}) || acceptsLexicon.errors).toBe(true);
  });
});

test("the lexicon that comes along shows all three kinds of example, and comes in the package", () => {
  const kinds = parseLexicon(read(EXAMPLE), EXAMPLE).examples.flatMap(({ example }) => Object.keys(example));
  expect(kinds).toEqual(expect.arrayContaining(["gives", "silent", "knownMiss"]));
  const { files } = JSON.parse(read("package.json")) as { readonly files: readonly string[] };
  expect(files).toEqual(expect.arrayContaining(["corpus/lexicon-example", "schemas/*.json", "docs/lexicon.md"]));
});

test("it names the schema where it lies", () => {
  const named = /^# yaml-language-server: \$schema=(\S+)$/m.exec(read(EXAMPLE))?.[1];
  const { pathname } = new URL(named ?? "", `file:///${EXAMPLE}`);
  expect(pathname).toBe("/schemas/lexicon.schema.json");
});

describe("the published schema and the program agree on", () => {
  test.each<[string, boolean]>([
    ["notNouns: 窗口期", true],
    ["notNouns: [窗口期, 窗口单位]", true],
    ["notNouns: []", false],
    ["notNouns: 窗口 期", false],
    ["notNoun: 窗口期", false],
    ["metrics: [{ id: a.b, unit: count, doc: d, nouns: 窗口 }]", true],
    ["metrics: [{ id: a, unit: count, doc: d, nouns: 窗口 }]", false],
    ["metrics: [{ id: a.b, unit: count, nouns: 窗口 }]", false],
    ["units: [{ words: 垧, base: km2, factor: 0.01 }]", true],
    ["units: [{ words: 垧, base: km2, factor: -1 }]", false],
    ["verbs: { down: 缩短, up: [拓增] }", true],
    ["verbs: { left: 缩短 }", false],
    ["bounds: { before: { approx: 粗计 } }", true],
    ["bounds: { before: { exact: 粗计 } }", false],
    ["places: [{ name: 东新县, level: county, inside: 忻州市, code: 140999 }]", true],
    ["places: [{ name: 东新县, level: city, inside: 忻州市 }]", false],
    ["organisations: [{ name: 甲乙局, aliases: 甲局 }]", true],
    ["organisations: [{ aliases: 甲局 }]", false],
    ["examples: [{ text: 甲, silent: true }]", true],
    ["examples: [{ text: 甲, silent: { value: 3 } }]", true],
    ["examples: [{ text: 甲, silent: false }]", false],
    ["examples: [{ text: 甲 }]", false],
    ["examples: [{ text: 甲, silent: true, gives: { value: 3 } }]", false],
    ["examples: [{ text: 甲, gives: { range: [3, 5], per: null } }]", true],
    ["examples: [{ text: 甲, gives: { range: [3] } }]", false],
  ])("%s", (yaml, valid) => {
    const ours = mistakes(() => parseLexicon(yaml, "my.yaml")).length === 0;
    expect({ ajv: acceptsLexicon(parse(yaml)), ours }).toEqual({ ajv: valid, ours: valid });
  });

  test("a line of examples", () => {
    const line = exampleLine({ text: "窗口3个。", metric: "a.b", gives: { value: 3 }, note: "为何" });
    expect(acceptsExample(JSON.parse(line))).toBe(true);
    expect(acceptsExample({ text: "窗口3个。" })).toBe(false);
  });
});
