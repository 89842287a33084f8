import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import type { Fact } from "../../schemas/fact.ts";
import { jingjian } from "../support/cli.ts";
import { workspace } from "../support/workspace.ts";

const place = workspace();
afterAll(place.remove);

const WINDOWS = `metrics:
  - id: service.windows
    unit: count
    doc: windows
    nouns: [办事窗口, 窗口]
    examples:
      - text: 办事窗口由48个整合为15个。
        gives: { before: 48, after: 15 }
`;
const lexicon = place.write("windows.yaml", WINDOWS);
const wrong = place.write("wrong.yaml", "metrics:\n  - { id: a.b, unit: conut, doc: d, nouns: 编制 }\n");
const text = place.write("inputs/a.txt", "河曲县政务大厅\n办事窗口由48个整合为15个，36个党政机构精简为22个。");
const queue = (name: string): string => `embedded:${join(place.path, name)}`;

const factsIn = (jsonl: string): Fact[] =>
  jsonl
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Fact);
const numbers = (jsonl: string): string[] =>
  factsIn(jsonl)
    .map(({ metric, before, after }) => `${metric} ${before} ${after}`)
    .sort();
const BOTH = ["agencies.party_gov 36 22", "service.windows 48 15"];

describe("lexicon check", () => {
  test("ends with 0 where all examples hold, and says what the lexicon adds", async () => {
    const { code, stdout } = await jingjian(["lexicon", "check", lexicon]);
    expect(code).toBe(0);
    expect(stdout).toBe(`${lexicon}: 1 metric, 2 nouns\n1 example: 1 holds\n`);
  });

  test("ends with 1 where one does not, and says what was found and why", async () => {
    const examples = place.write(
      "failing.jsonl",
      [
        { text: "窗口减少3个。", metric: "service.windows", gives: { change: -4 } },
        { text: "党政机构36个。", silent: true },
        { text: "大厅48个。", metric: "service.windows", gives: { value: 48 } },
        { text: "窗口三变一。", metric: "service.windows", knownMiss: { after: 1 } },
        { text: "窗口3个。", metric: "service.windows", knownMiss: { value: 3 } },
      ]
        .map((example) => `${JSON.stringify(example)}\n`)
        .join(""),
    );
    const { code, stdout } = await jingjian(["lexicon", "check", lexicon, examples]);
    expect(code).toBe(1);
    expect(
      stdout.replaceAll(`${place.path}/`, "").replace(/ {2,}/g, "  "),
    ).toBe(`failing.jsonl:1:1 does not hold: 窗口减少3个。
  should give service.windows {"change":-4}
  found 河曲县  service.windows  -3  count  actual  窗口减少3个
failing.jsonl:2:1 does not hold: 党政机构36个。
  should be silent
  found 河曲县  agencies.party_gov  36  count  actual  党政机构36个
failing.jsonl:3:1 does not hold: 大厅48个。
  should give service.windows {"value":48}
  “48个” is no fact: 大厅 stands before it
failing.jsonl:4:1 is missed still: 窗口三变一。
  knownMiss service.windows {"after":1}
failing.jsonl:5:1 is no miss any more, make it \`gives\`: 窗口3个。
  knownMiss service.windows {"value":3}
windows.yaml: 1 metric, 2 nouns
6 examples: 1 holds, 3 do not hold, 1 known miss, 1 known miss come true
`);
  });

  test("runs examples alone, with the tables alone", async () => {
    const examples = place.write("alone.jsonl", '{"text":"窗口减少3个。","silent":true}\n');
    const { code, stdout } = await jingjian(["lexicon", "check", examples], { env: { JINGJIAN_LEXICON: lexicon } });
    expect([code, stdout]).toEqual([0, "1 example: 1 holds\n"]);
  });

  test("ends with 2 where files are wrong, and tells the mistakes of all", async () => {
    const examples = place.write("wrong.jsonl", '{"text":"甲"}\n');
    const alone = await jingjian(["lexicon", "check", wrong, examples]);
    expect([alone.code, alone.stdout]).toEqual([2, ""]);
    expect(alone.stderr.split("\n").slice(0, -2)).toEqual([
      `${wrong}:2:22 no metric can be measured in conut; write count`,
      expect.stringMatching(/wrong\.yaml:2:44 编制 is a noun of staff\.quota already; /),
    ]);
    expect(alone.stderr).toMatch(/^error: 2 mistakes\. Mend it; docs\/lexicon\.md describes the format$/m);
    const both = await jingjian(["lexicon", "check", lexicon, examples, place.write("more.jsonl", "{")]);
    expect(both.code).toBe(2);
    expect(both.stderr).toMatch(/wrong\.jsonl:1:1 the example says nothing.*\n.*more\.jsonl:1:\d+ the line is no JSON/);
  });

  test.each([
    [[], /missing required argument/],
    [["check"], /needs to know what/],
    [["chekc", lexicon], /needs to know what/],
    [["schema", lexicon], /needs to know what/],
    [["check", lexicon, lexicon], /is a second lexicon/],
  ])("lexicon %j is wrong usage", async (args, why) => {
    const { code, stderr } = await jingjian(["lexicon", ...args]);
    expect(code).toBe(2);
    expect(stderr).toMatch(why);
  });

  test("lexicon schema prints what is published", async () => {
    const { stdout } = await jingjian(["lexicon", "schema"]);
    expect(stdout).toBe(readFileSync(new URL("../../schemas/lexicon.schema.json", import.meta.url), "utf8"));
  });
});

describe("--lexicon", () => {
  test("extract", async () => {
    const { stdout } = await jingjian(["extract", text, "--lexicon", lexicon]);
    expect(numbers(stdout)).toEqual(BOTH);
    expect(factsIn(stdout)[0]).toMatchObject({ metric: "service.windows", unit: "count", label: "办事窗口" });
  });

  test("by the environment", async () => {
    const { stdout } = await jingjian(["extract", text], { env: { JINGJIAN_LEXICON: lexicon } });
    expect(numbers(stdout)).toEqual(BOTH);
  });

  test("explain", async () => {
    const args = ["explain", "河曲县办事窗口由48个整合为15个。"];
    expect((await jingjian([...args, "--lexicon", lexicon])).stdout).toMatch(/办事窗口 → service\.windows/);
    expect((await jingjian(args)).stdout).toMatch(/办事窗口 stands before it/);
  });

  describe("run gives what extract gives,", () => {
    const many = join(place.path, "many");
    for (let i = 0; i < 6; i++) place.write(`many/${i}.txt`, `河曲县大厅\n办事窗口由${48 + i}个整合为15个。`);

    test.each(["0", "2"])("in %s threads", async (threads) => {
      const out = join(place.path, `run-${threads}.jsonl`);
      const args = ["run", many, "--out", out, "--queue", queue(`run-${threads}`), "--threads", threads];
      const { code, stdout } = await jingjian([...args, "--lexicon", lexicon]);
      expect(code).toBe(0);
      expect(stdout).toMatch(/ {2}service\.windows +6\n/);
      const extracted = await jingjian(["extract", many, "--lexicon", lexicon]);
      expect(readFileSync(out, "utf8").split("\n").sort()).toEqual(extracted.stdout.split("\n").sort());
    });
  });

  test("run again with another lexicon: --again does what is done anew", async () => {
    const out = join(place.path, "again.jsonl");
    const args = ["run", text, "--out", out, "--queue", queue("again")];
    await jingjian(args);
    expect(numbers(readFileSync(out, "utf8"))).toEqual(["agencies.party_gov 36 22"]);
    await jingjian([...args, "--lexicon", lexicon, "--again"]);
    expect(numbers(readFileSync(out, "utf8")).slice(-2)).toEqual(BOTH);
  });

  test("work", async () => {
    const [out, store] = [join(place.path, "work.jsonl"), queue("work")];
    await jingjian(["enqueue", text, "--queue", store]);
    await jingjian(["work", "--until-idle", "--out", out, "--queue", store, "--threads", "2", "--lexicon", lexicon]);
    expect(numbers(readFileSync(out, "utf8"))).toEqual(BOTH);
  });

  test("replay shows what a lexicon adds", async () => {
    const archive = new URL("../../corpus/archive/news.warc.gz", import.meta.url).pathname;
    const before = place.write("before.jsonl", (await jingjian(["extract", archive])).stdout);
    const fleet = "metrics: [{ id: fleet.cars, unit: count, doc: d, nouns: 公务用车保有量, classifiers: 辆 }]\n";
    const args = ["replay", archive, "--facts", before, "--format", "jsonl"];
    expect((await jingjian(args)).stdout).toBe("");
    const { stdout } = await jingjian([...args, "--lexicon", place.write("fleet.yaml", fleet)]);
    expect(
      stdout
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line)),
    ).toEqual([
      expect.objectContaining({ how: "added", after: expect.objectContaining({ metric: "fleet.cars", value: 61 }) }),
    ]);
  });

  test.each([
    ["extract", text],
    ["run", text, "--out", join(place.path, "none.jsonl"), "--queue", queue("none")],
    ["work", "--until-idle", "--out", join(place.path, "none.jsonl"), "--queue", queue("none")],
    ["serve", "--queue", queue("none")],
    ["explain", "窗口3个"],
    ["replay", text, "--facts", text],
  ])("a wrong one stops %s before anything is read", async (...args) => {
    const { code, stdout, stderr } = await jingjian([...args, "--lexicon", wrong]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^\S+wrong\.yaml:2:22 no metric can be measured in conut; write count$/m);
    expect(existsSync(join(place.path, "none"))).toBe(false);
    expect(existsSync(join(place.path, "none.jsonl"))).toBe(false);
  });
});
