import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { latestPages } from "../../../pipeline/archive/captures.ts";
import { unproved } from "../../../pipeline/archive/evidence.ts";
import { readFactsFile } from "../../../pipeline/archive/facts-file.ts";
import { compareFacts } from "../../../pipeline/archive/replay.ts";
import { InvalidFactError, UnreadableInputError } from "../../../schemas/errors.ts";
import type { Fact } from "../../../schemas/fact.ts";
import { aFact } from "../../support/facts.ts";
import { tempFolder } from "../../support/temp.ts";
import { brief, html, response } from "./archives.ts";

const folder = tempFolder();

const at = (start: number, end: number): Pick<Fact, "evidence"> => ({
  evidence: [{ start, end, text: "x".repeat(end - start), sentence: "x" }],
});
const doc = (changes: Partial<Fact["doc"]>): Pick<Fact, "doc"> => ({ doc: { ...aFact().doc, ...changes } });

describe("what two extractions differ in", () => {
  const one = aFact();
  test.each<[string, Fact[], Fact[], readonly [number, number, readonly (readonly string[])[], number]]>([
    ["nothing", [one], [one], [0, 0, [], 1]],
    ["only the id", [one], [aFact({ id: "f2" })], [0, 0, [], 1]],
    ["nothing at all", [], [], [0, 0, [], 0]],
    ["a new fact", [one], [one, aFact({ metric: "agencies.staff" })], [1, 0, [], 1]],
    ["a fact that is gone", [one], [], [0, 1, [], 0]],
    ["a number", [one], [aFact({ after: 21, change: -15 })], [0, 0, [["after", "change"]], 0]],
    ["another field", [one], [aFact({ modality: "planned" })], [0, 0, [["modality"]], 0]],
    ["a field of the document", [one], [aFact(doc({ title: "题" }))], [0, 0, [["doc.title"]], 0]],
    ["a span that moved a little", [one], [aFact(at(10, 22))], [0, 0, [["evidence"]], 0]],
    ["a span elsewhere", [one], [aFact(at(50, 60))], [1, 1, [], 0]],
    ["spans that only touch", [aFact(at(0, 5))], [aFact(at(5, 9))], [1, 1, [], 0]],
    [
      "another subject",
      [one],
      [aFact({ subject: { name: "保德县", code: "140931", level: "county" } })],
      [1, 1, [], 0],
    ],
    ["another scope", [one], [aFact({ scope: "县直" })], [1, 1, [], 0]],
    ["another document", [one], [aFact(doc({ id: "d2" }))], [1, 1, [], 0]],
    ["one of two twins", [one, one], [one], [0, 1, [], 1]],
    [
      "two facts over the same words",
      [aFact({ value: 1 }), aFact({ value: 2 })],
      [aFact({ value: 2 }), aFact({ value: 3 })],
      [0, 0, [["value"]], 1],
    ],
  ])("%s", (_name, before, after, [added, removed, changed, same]) => {
    const found = compareFacts(before, after);
    expect([found.added.length, found.removed.length, found.changed.map(({ fields }) => fields), found.same]).toEqual([
      added,
      removed,
      changed,
      same,
    ]);
  });

  test("each changed fact meets the one that shares most of its text", () => {
    const before = [aFact({ value: 1, ...at(0, 10) }), aFact({ value: 2, ...at(8, 30) })];
    const after = [aFact({ value: 20, ...at(9, 30) }), aFact({ value: 10, ...at(0, 9) })];
    const pairs = compareFacts(before, after).changed.map((change) => [change.before.value, change.after.value]);
    expect(pairs).toEqual([
      [2, 20],
      [1, 10],
    ]);
  });
});

describe("an output as facts by document", () => {
  const line = (fact: Fact) => `${JSON.stringify(fact)}\n`;
  const write = (text: string): string => {
    const path = join(folder, "facts.jsonl");
    writeFileSync(path, text);
    return path;
  };

  test("the last extraction of a document counts", async () => {
    const [a, b] = [aFact(), aFact({ id: "g", ...doc({ id: "d2" }) })];
    const again = aFact({ id: "f9", value: 9 });
    const facts = await readFactsFile(write([a, aFact({ id: "f2" }), b, again].map(line).join("")));
    expect([...facts].map(([id, list]) => [id, list.map((fact) => fact.id)])).toEqual([
      ["d1", ["f9"]],
      ["d2", ["g"]],
    ]);
  });

  test.each([
    ["no JSON", "{"],
    ["no fact", '{"id":"x"}'],
    ["a cut line", line(aFact()).slice(0, 90)],
  ])("%s", async (_name, text) => {
    await expect(readFactsFile(write(line(aFact()) + text))).rejects.toThrow(InvalidFactError);
  });

  test("no file, and a folder", async () => {
    await expect(readFactsFile(join(folder, "none"))).rejects.toThrow(UnreadableInputError);
    await expect(readFactsFile(folder)).rejects.toThrow(UnreadableInputError);
  });
});

test("of a page that was kept twice, the latest is read; what is no archive is told where it was named", async () => {
  const capture = (date: string, url: string, text: string) =>
    response(url, html(text), undefined, { "WARC-Date": date });
  writeFileSync(
    join(folder, "a.warc"),
    Buffer.concat([
      capture("2026-02-01T00:00:00Z", "http://a.cn/1", "二"),
      capture("2026-01-01T00:00:00Z", "http://a.cn/1?utm_source=x", "一"),
    ]),
  );
  writeFileSync(
    join(folder, "b.warc"),
    Buffer.concat([
      capture("2026-01-15T00:00:00Z", "http://a.cn/1", "三"),
      capture("2026-01-15T00:00:00Z", "http://a.cn/2", "四"),
    ]),
  );
  writeFileSync(join(folder, "x.txt"), "no archive");
  const entries = [];
  for await (const entry of latestPages([folder, join(folder, "x.txt"), join(folder, "none.warc")], 10_000))
    entries.push(entry);
  expect(brief(entries)).toEqual(
    ["UnreadableInputError", "UnreadableInputError", "http://a.cn/1", "http://a.cn/2"].toSorted(),
  );
  const first = entries.find((entry) => "bytes" in entry && entry.url === "http://a.cn/1");
  expect(Buffer.from((first as { bytes: Uint8Array }).bytes).toString()).toContain("二");
});

test("evidence is proved by the text alone", () => {
  const text = "36个党政机构精简为22个";
  const fact = aFact({ evidence: [{ start: 8, end: 8 + text.length, text, sentence: text }] });
  expect(unproved([fact], `${"x".repeat(8)}${text}。`)).toEqual([]);
  expect(unproved([fact], `${"x".repeat(9)}${text}。`)).toMatchObject([
    { fact: "f1", start: 8, text, found: `x${text.slice(0, -1)}` },
  ]);
  expect(unproved([fact], null)).toMatchObject([{ fact: "f1", found: null }]);
});
