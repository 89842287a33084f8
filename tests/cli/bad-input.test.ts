import { chmodSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { jingjian } from "../support/cli.ts";
import { workspace } from "../support/workspace.ts";

const place = workspace();
afterAll(place.remove);

const GOOD = "河曲县机构改革\n河曲县36个党政机构精简为22个。\n";
const good = place.write("good.txt", GOOD);
const line = (fields: object): string => `${JSON.stringify(fields)}\n`;

interface LogLine {
  readonly level: string;
  readonly source?: string;
  readonly code?: string;
  readonly remedy?: string;
  readonly msg: string;
}
const errorsIn = (stderr: string): readonly LogLine[] =>
  stderr
    .split("\n")
    .filter((text) => text !== "")
    .map((text) => JSON.parse(text) as LogLine)
    .filter(({ level }) => level === "error");

describe("gives one error with source and remedy, and the documents around it go on:", () => {
  const png = Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0,
  ]);
  const noise = Uint8Array.from({ length: 4_000 }, (_, i) => 0x81 + ((i * i * 31 + i * 7) % 0x7e));
  const text = "36个党政机构精简为22个。";
  const cases: readonly [string, string, string | Uint8Array, string, (readonly string[])?][] = [
    ["an empty file", "empty.txt", "", "EMPTY_INPUT"],
    ["a file of white space", "blank.html", " \n\t\r\n", "EMPTY_INPUT"],
    ["an image", "image.html", png, "BINARY_INPUT"],
    ["an archive", "archive.txt", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]), "BINARY_INPUT"],
    ["an unknown charset", "noise.txt", noise, "CHARSET_UNDECIDED"],
    [
      "a page over the limit of bytes",
      "large.html",
      "河曲县改革。".repeat(1_000),
      "BUDGET_EXCEEDED",
      ["--max-bytes", "9000"],
    ],
    [
      "a text over the limit of characters",
      "long.txt",
      "河曲县改革。".repeat(500),
      "BUDGET_EXCEEDED",
      ["--max-chars", "1000"],
    ],
    [
      "a page over the limit of nodes",
      "nodes.html",
      "<p>县</p>".repeat(2_000),
      "BUDGET_EXCEEDED",
      ["--max-nodes", "1000"],
    ],
    ["a line that is cut off", "cut.jsonl", `${line({ id: "a", text })}{"id": "b", "text": "36个党`, "INVALID_LINE"],
    ["a line that is no object", "list.jsonl", `${line({ id: "a", text })}[1, 2]\n`, "INVALID_LINE"],
    ["a line without a text", "none.jsonl", line({ id: "a", title: "无正文" }), "INVALID_LINE"],
    ["a line without an id", "anonymous.jsonl", line({ text }), "INVALID_LINE"],
    [
      "an id with two contents",
      "twice.jsonl",
      line({ id: "a", text }) + line({ id: "a", text: "乡镇11个。" }),
      "DUPLICATE_ID",
    ],
  ];

  test.each(cases)("%s", async (_name, name, content, code, flags = []) => {
    const bad = place.write(name, content);
    const result = await jingjian(["extract", good, bad, place.write("after.txt", `又，${GOOD}`), ...flags]);
    expect(errorsIn(result.stderr)).toEqual([
      expect.objectContaining({ code, source: expect.stringContaining(bad), remedy: expect.stringMatching(/\S/) }),
    ]);
    expect(result.code).toBe(1);
    const docs = result.stdout
      .split("\n")
      .filter(Boolean)
      .map((fact) => JSON.parse(fact).doc.id as string);
    expect(docs).toEqual(expect.arrayContaining(["good", "after"]));
  });

  test("a page of 100 MB, which is not even read", async () => {
    const huge = place.write("huge.html", "");
    truncateSync(huge, 100_000_000);
    const result = await jingjian(["extract", huge, good]);
    expect(errorsIn(result.stderr).map((error) => error.code)).toEqual(["BUDGET_EXCEEDED"]);
    expect(result.code).toBe(1);
    expect(result.stdout).not.toBe("");
  });

  test("a missing file", async () => {
    const result = await jingjian(["extract", join(place.path, "missing.html"), good]);
    expect(errorsIn(result.stderr).map((error) => error.code)).toEqual(["UNREADABLE_INPUT"]);
    expect(result.code).toBe(1);
    expect(result.stdout).not.toBe("");
  });

  test("a pattern that nothing matches", async () => {
    const result = await jingjian(["clean", join(place.path, "*.nothing")]);
    expect(errorsIn(result.stderr).map((error) => error.code)).toEqual(["UNREADABLE_INPUT"]);
    expect(result.code).toBe(1);
  });

  test("a file that may not be read", async () => {
    const locked = place.write("locked.txt", GOOD);
    chmodSync(locked, 0);
    // The superuser may read everything, except what is no file at all.
    const unreadable = process.getuid?.() === 0 ? "/proc/self/mem" : locked;
    const result = await jingjian(["extract", unreadable, good]);
    expect(errorsIn(result.stderr).map((error) => error.code)).toEqual(["UNREADABLE_INPUT"]);
    expect(result.code).toBe(1);
  });
});

describe("is no error, and gives no facts:", () => {
  test.each([
    [
      "a page without an article",
      "<html><head><title>首页</title></head><body><nav><a href=/>首页</a></nav></body></html>",
    ],
    ["an article without numbers", "<html><body><p>机构改革已经启动，各项工作有序推进。</p></body></html>"],
    ["5,000 nested elements", `<html><body>${"<div>".repeat(5_000)}机构改革${"</div>".repeat(5_000)}</body></html>`],
    ["a million digits", `<html><body><p>${"9".repeat(1_000_000)}</p></body></html>`],
    ["a million Chinese digits", `<html><body><p>${"九".repeat(1_000_000)}</p></body></html>`],
  ])("%s", async (_name, html) => {
    const { code, stdout, stderr } = await jingjian(["extract", place.write("page.html", html)]);
    expect({ code, stdout, errors: errorsIn(stderr) }).toEqual({ code: 0, stdout: "", errors: [] });
  });
});

describe("an output that cannot be written ends the command with 1:", () => {
  test.each([
    ["a full disk", "/dev/full"],
    ["a folder that is not there", join(place.path, "nowhere/facts.jsonl")],
    ["a folder", place.path],
  ])("%s", async (_name, out) => {
    const { code, stderr } = await jingjian(["extract", good, "--out", out]);
    expect({ code, errors: errorsIn(stderr).map((error) => error.code) }).toEqual({
      code: 1,
      errors: ["OUTPUT_FAILED"],
    });
  });
});
