import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { loadLexicon, parseLexicon } from "../../pipeline/lexicon/index.ts";
import { InvalidLexiconError } from "../../schemas/errors.ts";
import { mistakes } from "../support/lexicon.ts";
import { tempFolder } from "../support/temp.ts";

const told = (yaml: string): string[] => mistakes(() => parseLexicon(yaml, "my.yaml"));

/** A metric that is right but for what is under test. */
const metric = (rest: string): string => `metrics:\n  - { id: service.windows, unit: count, doc: d, ${rest} }\n`;

describe("what is no YAML", () => {
  test.each([
    ["nouns:\n  agencies.gov: 甲\n  agencies.gov: 乙\n", "3:3 the same key stands here a second time; join the two"],
    ["verbs:\n\tdown: 缩短\n", "2:1 a tab stands where the line is set in; use blanks"],
    ["notNouns: 甲\n---\nnotNouns: 乙\n", "2:1 a second document begins with ---; put each into a file of its own"],
    ['notNouns: "窗口期\n', "2:1 a bracket, quote or sign is missing; close what is open above"],
    ["notNouns: !x 窗口期\n", "1:11 a word behind ! says what kind of value this is; leave it out"],
    ["verbs：\n  down: 缩短\n", "1:1 implicit keys need to be on a single line; write : and a blank instead of ："],
    ["notNouns: *words\n", "1:11 nothing is named &words; write the value out"],
  ])("%j", (yaml, ...problems) => {
    expect(told(yaml)).toEqual(problems);
  });

  test("a bomb of anchors", () => {
    const rows = ["a: &a [甲,甲,甲,甲,甲,甲,甲,甲,甲,甲]"];
    for (const [name, of] of ["ba", "cb", "dc", "ed"]) rows.push(`${name}: &${name} [${Array(10).fill(`*${of}`)}]`);
    expect(told(rows.join("\n"))).toEqual(["2:8 its anchors stand for more than 100 copies; write the values out"]);
  });

  test.each([
    ["brackets", `notNouns: 甲\nverbs: ${"[".repeat(100_000)}`, "2:108"],
    ["braces", `verbs: ${"{a: ".repeat(100_000)}`, "1:408"],
    ["lists", `notNouns: 甲\nverbs:\n${"- ".repeat(100_000)}`, "3:1"],
    ["blanks", Array.from({ length: 1_000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"), "201:1"],
  ])("%s without end", (_name, yaml, place) => {
    expect(told(yaml)).toEqual([`${place} brackets stand in brackets too often; take some of them away`]);
  });
});

describe("what has another form", () => {
  test.each<[string, ...string[]]>([
    ["- 甲\n", "1:1 this cannot be such a list; begin with a section, such as metrics:"],
    ["verb:\n  down: 缩短\n", "1:1 unknown key `verb`; write `verbs`"],
    [
      "notNouns: 甲\nlexicon: 3\n",
      expect.stringMatching(/^2:1 unknown key `lexicon`; known here are metrics, nouns, /) as never,
    ],
    ["verbs:\n  dwon: 缩短\n", "2:3 unknown key `dwon`; write `down`"],
    ["notNouns:\n", expect.stringMatching(/^1:1 `notNouns` is empty; give longer words/) as never],
    ["notNouns: [甲, 乙 丙]\n", expect.stringMatching(/^1:15 `notNouns` cannot be 乙 丙; give longer words/) as never],
    ["notNouns: { 甲: 乙 }\n", expect.stringMatching(/^1:11 `notNouns` cannot be such a block; /) as never],
    ["metrics:\n  - id： a\n", "2:5 `metrics` cannot be id： a; write : and a blank instead of ："],
    [
      "units:\n  - words: 垧\n    base: km2\n    factor: 一百\n",
      expect.stringMatching(/^4:13 `factor` cannot be 一百; /) as never,
    ],
    ["units:\n  - words: 垧\n", expect.stringMatching(/^2:5 `base` is missing; give count, person, /) as never],
    [
      "places:\n  - { name: 东新县, level: town, inside: 忻州市 }\n",
      expect.stringMatching(/^2:25 `level` cannot be town; give one of province, /) as never,
    ],
    ["places:\n  - { name: 东新县, level: conty, inside: 忻州市 }\n", "2:25 `level` cannot be conty; write county"],
    [
      "places:\n  - { name: 东新县, code: 1409, aliases: 东新 }\n",
      expect.stringMatching(/^2:24 `code` cannot be 1409; give the code/) as never,
    ],
  ])("%j", (yaml, ...problems) => {
    expect(told(yaml)).toEqual(problems);
  });

  test.each([
    ["id: Windows, unit: count, doc: d, nouns: 窗口", /^2:11 `id` cannot be Windows; give small letters/],
    ["id: windows, unit: count, doc: d, nouns: 窗口", /^2:11 `id` cannot be windows; give small letters/],
    ["id: a.b, unit: count, nouns: 窗口", /^2:5 `doc` is missing; give what it counts/],
    ["id: a.b, unit: count, doc: d", /^2:5 `nouns` is missing; give what the text calls it/],
    ["id: a.b, unit: count, doc: d, noun: 窗口, nouns: 窗", /^2:37 unknown key `noun`; write `nouns`/],
  ])("a metric: %s", (row, problem) => {
    expect(told(`metrics:\n  - { ${row} }\n`)).toEqual([expect.stringMatching(problem)]);
  });

  test.each([
    ["text: 甲", "3:9 the example says nothing, or two things; give one of gives, silent and knownMiss"],
    [
      "text: 甲, silent: true, gives: { value: 1 }",
      "3:9 the example says nothing, or two things; give one of gives, silent and knownMiss",
    ],
    ["text: 甲, give: { value: 1 }", "3:20 unknown key `give`; write `gives`"],
    ["text: 甲, gives: { vlaue: 1 }", "3:29 unknown key `vlaue`; write `value`"],
    ["text: 甲, gives: { bound: abuot }", "3:36 `bound` cannot be abuot; give one of exact, approx, gt, ge, lt, le"],
    ["text: 甲, gives: { value: 四十八 }", "3:36 `value` cannot be 四十八; give a number, or null for none"],
    ["text: 甲, gives: {}", "3:27 `gives` is empty; give fields of a fact, such as { before: 48, after: 15 }"],
    [
      "text: 甲, silent: false",
      "3:28 `silent` cannot be false; give true, or fields: no fact of the metric, or none with these fields",
    ],
    ["text: 甲, silent: true, metric: agencies.goo", "3:42 there is no metric agencies.goo; write agencies.gov"],
  ])("an example: %s", (row, problem) => {
    expect(told(`# 例子\nexamples:\n  -     { ${row} }\n`)).toEqual([problem]);
  });
});

describe("what the tables have, or have not", () => {
  test.each<[string, ...string[]]>([
    [
      "metrics:\n  - { id: agencies.gov, unit: count, doc: d, nouns: 衙门 }\n",
      "2:11 there is a metric agencies.gov already; choose another id, or add words to it under nouns",
    ],
    [
      "metrics:\n  - { id: a.b, unit: count, doc: d, nouns: 窗口 }\n  - { id: a.b, unit: count, doc: d, nouns: 柜台 }\n",
      "3:11 there is a metric a.b already; choose another id, or put the two together",
    ],
    [
      metric("nouns: [窗口, 编制]"),
      "2:61 编制 is a noun of staff.quota already; a noun is of one metric: leave it out here, or give a longer one",
    ],
    [
      metric("nouns: [窗口, 辦事窗口, 办事窗口]"),
      "2:67 办事窗口 is a noun of service.windows already; a noun is of one metric: leave it out here, or give a longer one",
    ],
    [
      metric("nouns: [减少]"),
      "2:57 减少 is a verb of change already; a noun is of one metric: leave it out here, or give a longer one",
    ],
    [
      metric("nouns: 窗口, classifiers: 亩"),
      "2:73 亩 is a unit (mu) and counts nothing; give a classifier such as 个 or 名",
    ],
    [
      "metrics:\n  - { id: a.b, unit: money, doc: d, nouns: 窗口费, classifiers: 个 }\n",
      "2:49 money is measured, not counted; leave classifiers out",
    ],
    [
      "metrics:\n  - { id: a.b, unit: conut, doc: d, nouns: 窗口 }\n",
      "2:22 no metric can be measured in conut; write count",
    ],
    [
      "metrics:\n  - { id: a.b, unit: percent, doc: d, nouns: 好评度 }\n",
      "2:22 no metric can be measured in percent; write count, person, money, km2, ratio, or a unit of measure such as t, km, workday",
    ],
    ["nouns:\n  agencies.internl: 业务室\n", "2:3 there is no metric agencies.internl; write agencies.internal"],
    [
      "nouns:\n  agencies.internal: 业务室\nnotNouns: 业务室\n",
      "3:11 业务室 is a noun of agencies.internal already; a word is a noun or none: leave it out in one place",
    ],
    ["units:\n  - { words: [垧, 亩], base: km2 }\n", "2:18 亩 is a unit (mu) already; leave it out here"],
    ["units:\n  - { words: 垧, base: kn2 }\n", "2:23 there is no unit kn2; write km2"],
    ["verbs:\n  down: [缩短, 减少]\n", "2:14 减少 is a verb of change already; leave it out here"],
    ["verbs: { down: 缩短, up: 缩短 }\n", "1:24 缩短 is a verb of change (down) already; leave it out here"],
    ["modality: { planned: 拟 }\n", "1:22 拟 is a word for planned already; leave it out here"],
    [
      "bounds: { before: { approx: 约, lt: 最近 } }\n",
      "1:29 约 is a bound (approx) already; leave it out here",
      "1:36 最近 is no bound already; leave it out here",
    ],
  ])("%j", (yaml, ...problems) => {
    expect(told(yaml)).toEqual(problems);
  });

  test.each<[string, ...string[]]>([
    ["name: 河曲县", "2:13 河曲县 is in the gazetteer already; give aliases, or leave it out"],
    [
      "name: 河曲县, level: county, inside: 忻州市",
      "2:13 河曲县 is in the gazetteer already; leave level and inside out",
    ],
    [
      "name: 东新县, aliases: 东新",
      "2:13 the gazetteer has no 东新县; give level and inside to add it, or write its official name in full",
    ],
    ["name: 朝阳区, aliases: 朝区", "2:13 there are several 朝阳区 (110105, 220104); give its code"],
    [
      "name: 朝阳区, code: 110106, aliases: 朝区",
      "2:24 the gazetteer has no 朝阳区 110106; give level and inside to add it, or write its official name in full",
    ],
    ["name: 东新县, level: county", "2:5 `inside` is missing; name the division that holds it"],
    ["name: 东新县, inside: 忻州市", "2:5 `level` is missing; give province, prefecture, county or township"],
    ["name: 东新县, level: county, inside: 忻州", "2:41 the gazetteer has no 忻州; write 忻州市"],
    ["name: 东新县, level: county, inside: 河曲县", "2:41 河曲县 holds no county; name what holds it"],
    [
      "name: 东新县, level: county, inside: 忻州市, code: 140930",
      "2:52 140930 is the code of 河曲县; give its own code, or leave code out",
    ],
    [
      "name: 东新县, level: county, inside: 忻州市, code: 230999",
      "2:52 230999 is no code of 忻州市; it begins with 14; or leave code out",
    ],
    [
      "name: 安谷镇, level: township, inside: 河曲县, code: 140931",
      "2:48 a township has no code of six digits; leave code out",
    ],
    [
      "name: 河曲县, aliases: [河, 保德县]",
      "2:28 河 is too short for a name; leave it out",
      "2:31 保德县 is the name of a division; leave it out",
      "2:13 河曲县 is in the gazetteer already; give aliases, or leave it out",
    ],
  ])("a place: %s", (row, ...problems) => {
    expect(told(`places:\n  - { ${row} }\n`).toSorted()).toEqual(problems.toSorted());
  });

  test.each([
    ["name: 财政部", "2:13 财政部 is known already; give aliases, or leave it out"],
    ["name: 甲乙局, aliases: 局", "2:27 局 is too short for a name; leave it out"],
    ["name: 甲乙局, aliases: 财政部", "2:27 财政部 is a known organisation already; leave it out here"],
  ])("an organisation: %s", (row, ...problems) => {
    expect(told(`organisations:\n  - { ${row} }\n`)).toEqual(problems);
  });
});

describe("a file that cannot be read", () => {
  const folder = tempFolder();
  const told = (name: string, bytes?: Uint8Array): string[] => {
    const path = join(folder, name);
    if (bytes !== undefined) writeFileSync(path, bytes);
    return mistakes(() => loadLexicon(path));
  };

  test("is told of in the same way", () => {
    expect(told("none.yaml")).toEqual([
      expect.stringMatching(/^1:1 it cannot be read \(ENOENT.*; check that it exists/),
    ]);
    expect(told("gbk.yaml", Uint8Array.of(0xd6, 0xd0))).toEqual(["1:1 it is not UTF-8; save it as UTF-8"]);
    expect(told("large.yaml", new Uint8Array(2_000_001))).toEqual([
      "1:1 it is larger than 2000000 bytes; part it in several",
    ]);
  });

  test("a byte order mark and Windows line ends are no mistakes", () => {
    expect(told("dos.yaml", Buffer.from("\ufeffnotNouns: 窗口期\r\nverbs:\r\n  down: 缩短\r\n"))).toEqual([]);
  });

  test("nor is an empty file", () => {
    expect(told("empty.yaml", Buffer.from("# 还没有\n"))).toEqual([]);
  });
});

test("all mistakes are told at once, in the order of the file, and the rest of it is checked too", () => {
  const yaml = [
    "metrics:",
    "  - { id: service.windows, unti: count, doc: d, nouns: 窗口 }",
    "  - { id: service.desks, unit: count, doc: d, nouns: [柜台, 编制] }",
    "nouns:",
    "  service.windows: [综窗]",
    "verbs: 缩短",
    "units: [{ words: 亩, base: km2 }]",
    "examples: [{ text: 甲, metric: service.desk, silent: true }]",
  ].join("\n");
  expect(told(yaml).map((problem) => problem.replace(/;.*/, ""))).toEqual([
    "2:5 `unit` is missing",
    "2:28 unknown key `unti`",
    "3:59 编制 is a noun of staff.quota already",
    "6:8 `verbs` cannot be 缩短",
    "7:18 亩 is a unit (mu) already",
    "8:31 there is no metric service.desk",
  ]);
});

test("the error tells each on a line that begins with the file and its place", () => {
  const error = new InvalidLexiconError([
    { path: "my.yaml", line: 2, column: 5, problem: "a", remedy: "b" },
    { path: "my.yaml", line: 12, column: 7, problem: "c", remedy: "d" },
  ]);
  expect(error.problem).toBe("my.yaml:2:5 a; b\nmy.yaml:12:7 c; d");
  expect(error.summary).toMatch(/^2 mistakes\. /);
});
