import { readFileSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type CliResult, jingjian } from "../support/cli.ts";
import { aFact } from "../support/facts.ts";
import { workspace } from "../support/workspace.ts";

const ARTICLES = [
  {
    id: "evening",
    publisher: "秦岭晚报",
    published: "2025-09-12",
    text: "太白县机构改革\n太白县36个党政机构精简为22个。太白县事业单位由97个整合为52个。",
  },
  {
    id: "daily",
    publisher: "秦岭日报",
    published: "2025-10-01",
    text: "改革回访\n改革后，太白县党政机构减为22个。太白县事业单位由97个整合为54个。",
  },
];

const { path: folder, write, remove } = workspace();
afterAll(remove);
let facts = "";
let [table, jsonl]: CliResult[] = [];

beforeAll(async () => {
  const documents = write("documents.jsonl", ARTICLES.map((one) => `${JSON.stringify(one)}\n`).join(""));
  facts = `${folder}/facts.jsonl`;
  expect((await jingjian(["extract", documents, "--out", facts])).code).toBe(0);
  [table, jsonl] = await Promise.all([
    jingjian(["compare", facts]),
    jingjian(["compare", facts, "--format", "jsonl", "--out", `${folder}/groups.jsonl`]),
  ]);
});

const linesOf = (text: string) =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

describe("facts that `extract` read from two articles", () => {
  test("are shown side by side with their words, conflicts first", () => {
    expect(table).toMatchObject({ code: 0 });
    const heads = table!.stdout.split("\n").filter((line) => /^[a-z]+: /.test(line));
    expect(heads).toEqual([
      "conflicting: 太白县 610331 · agencies.institution · 2025 · count (2 accounts that cannot all be true)",
      "corroborated: 太白县 610331 · agencies.party_gov · 2025 · count (2 sources agree)",
    ]);
    for (const words of ["97个整合为52个", "97个整合为54个", "秦岭晚报 2025-09-12 evening"])
      expect(table!.stdout).toContain(words);
  });

  test("are groups in JSONL, with an empty standard output beside --out", async () => {
    expect(jsonl).toMatchObject({ code: 0, stdout: "" });
    const { stdout } = await jingjian(["compare", facts, "--format", "jsonl"]);
    const groups = linesOf(stdout);
    expect(groups.map(({ status }) => status)).toEqual(["conflicting", "corroborated"]);
    expect(groups[0]).toMatchObject({
      key: { subject: { name: "太白县", code: "610331" }, metric: "agencies.institution", period: "2025" },
      documents: 2,
      sources: 2,
      statements: [
        { doc: "evening", numbers: { before: 97, after: 52 }, side: 1, copies: [], superseded_by: null },
        { doc: "daily", numbers: { before: 97, after: 54 }, side: 2 },
      ],
    });
  });

  test("of several files are one collection", async () => {
    const other = write("other.jsonl", `${JSON.stringify(aFact())}\n`);
    const { code, stdout } = await jingjian(["compare", facts, other, "--format", "jsonl"]);
    expect([code, linesOf(stdout).length]).toEqual([0, 3]);
  });
});

describe("decisions", () => {
  /** Rejects the fact of `daily` on institutions, in a file of decisions. */
  const rejected = (name: string): string => {
    const all = linesOf(readFileSync(facts, "utf8"));
    const before = all.find(({ doc, metric }) => doc.id === "daily" && metric === "agencies.institution");
    const line = { id: "1", at: "2026-01-01T00:00:00Z", reviewer: "李", role: "reviewer", action: "reject" };
    const rest = { fact: before.id, doc: "daily", before, after: null, reason: "另一个县", undoes: null };
    return write(name, `${JSON.stringify({ ...line, ...rest })}\n`);
  };
  const states = ({ stdout }: CliResult) => linesOf(stdout).map(({ status }) => status);

  test("of the file that is named count", async () => {
    const result = await jingjian(["compare", facts, "--format", "jsonl", "--decisions", rejected("named.jsonl")]);
    expect(states(result)).toEqual(["single", "corroborated"]);
  });

  test("of the file beside the facts count", async () => {
    rejected("facts.decisions.jsonl");
    const result = await jingjian(["compare", facts, "--format", "jsonl"]);
    rmSync(`${folder}/facts.decisions.jsonl`);
    expect(states(result)).toEqual(["single", "corroborated"]);
  });

  test("of a file that is not there are an error", async () => {
    const { code, stderr } = await jingjian(["compare", facts, "--decisions", `${folder}/none.jsonl`]);
    expect([code, stderr]).toEqual([1, expect.stringContaining("UNREADABLE_INPUT")]);
  });
});

describe("what cannot be read", () => {
  test.each([
    ["a missing file", () => `${folder}/none.jsonl`, "UNREADABLE_INPUT"],
    ["a line that is no fact", () => write("bad.jsonl", '{"id": 1}\n'), "INVALID_FACT"],
  ])("%s: exit code 1, and the rest is compared", async (_name, path, errorCode) => {
    const { code, stdout, stderr } = await jingjian(["compare", path(), facts]);
    expect(code).toBe(1);
    expect(stderr).toContain(errorCode);
    expect(stdout).toContain("corroborated: 太白县");
  });
});

test("hostile words stay on their line", async () => {
  const words = "36个\n\u001b[2J\u202e党政机构";
  const line = (id: string) => {
    const fact = aFact({ evidence: [{ start: 0, end: words.length, text: words, sentence: words }] });
    return `${JSON.stringify({ ...fact, doc: { ...fact.doc, id } })}\n`;
  };
  const { stdout } = await jingjian(["compare", write("hostile.jsonl", line("a") + line("b"))]);
  expect(stdout).toContain("36个 [2J 党政机构");
  expect(stdout).not.toMatch(/[\u001b\u202e]/);
});
