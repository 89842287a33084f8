import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, describe, expect, test } from "@jest/globals";
import { builtCli } from "../support/build.ts";
import { jingjian } from "../support/cli.ts";
import { workspace } from "../support/workspace.ts";

const place = workspace();
afterAll(place.remove);

const documentLine = (i: number): string =>
  `${JSON.stringify({ id: `d${i}`, text: `河曲县机构改革\n河曲县36个党政机构精简为22个，事业单位由${i + 30}家减至20家。` })}\n`;
const documents = (count: number): string => Array.from({ length: count }, (_, i) => documentLine(i)).join("");
const idsIn = (jsonl: string): string[] => [
  ...new Set(
    jsonl
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line).doc.id as string),
  ),
];

test("facts come in the order of the input, and the same on every run", async () => {
  const input = documents(50);
  const [first, second] = await Promise.all([
    jingjian(["extract", "-"], { input }),
    jingjian(["extract", "-"], { input }),
  ]);
  expect(idsIn(first.stdout)).toEqual(Array.from({ length: 50 }, (_, i) => `d${i}`));
  expect(second.stdout).toBe(first.stdout);
});

test.each(["extract", "clean", "quantities"])("%s answers a line before the next one comes", async (command) => {
  const child = spawn(process.execPath, [builtCli(), command, ...(command === "quantities" ? [] : ["-"])]);
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const i of [1, 2]) {
    child.stdin.write(command === "quantities" ? `{"id": "d${i}", "input": "36个"}\n` : documentLine(i));
    const { value } = await answers.next();
    expect(value).toContain(`"d${i}"`);
    if (command === "extract") await answers.next(); // its second fact
  }
  child.stdin.end();
  expect(await once(child, "close")).toEqual([0, null]);
});

test.each(["extract", "clean"])("%s ends quietly when its reader has seen enough", async (command) => {
  const child = spawn(process.execPath, [builtCli(), command, "-"]);
  const stderr: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on("error", () => {}); // it reads no further
  child.stdin.write(documents(2_000));
  child.stdout.once("data", () => child.stdout.destroy());
  child.stdin.write(documents(2_000));
  expect({ end: await once(child, "close"), stderr: Buffer.concat(stderr).toString() }).toEqual({
    end: [0, null],
    stderr: "",
  });
});

test("a full disk behind standard output is an error", async () => {
  const file = place.write("one.jsonl", documents(1));
  const child = spawn(process.execPath, [builtCli(), "extract", file], {
    stdio: ["ignore", openSync("/dev/full", "w"), "pipe"],
  });
  const stderr: Buffer[] = [];
  child.stderr?.on("data", (chunk: Buffer) => stderr.push(chunk));
  expect(await once(child, "close")).toEqual([1, null]);
  expect(Buffer.concat(stderr).toString()).toContain("OUTPUT_FAILED");
});

describe("--out", () => {
  test("takes what standard output would", async () => {
    const input = documents(20);
    const out = join(place.path, "facts.jsonl");
    const [file, pipe] = [
      await jingjian(["extract", "-", "--out", out], { input }),
      await jingjian(["extract", "-"], { input }),
    ];
    expect(file).toMatchObject({ code: 0, stdout: "" });
    expect(readFileSync(out, "utf8")).toBe(pipe.stdout);
  });

  test("appears when it is complete, and leaves nothing else behind", async () => {
    const out = place.write("folder/facts.jsonl", "earlier\n");
    const child = spawn(process.execPath, [builtCli(), "extract", "-", "--out", out]);
    child.stdin.write(documents(3_000));
    while (readdirSync(join(place.path, "folder")).length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(readFileSync(out, "utf8")).toBe("earlier\n");
    child.stdin.end();
    await once(child, "close");
    expect(idsIn(readFileSync(out, "utf8"))).toHaveLength(3_000);
    expect(readdirSync(join(place.path, "folder"))).toEqual(["facts.jsonl"]);
  });
});

describe("logs on standard error", () => {
  test("are JSON lines where no terminal reads them, with a summary at the end", async () => {
    const { stderr } = await jingjian(["extract", "-"], { input: documents(3) });
    expect(
      stderr
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([expect.objectContaining({ level: "info", documents: 3, failed: 0 })]);
  });

  test("can be silenced", async () => {
    expect(await jingjian(["extract", "-", "--log-level", "silent"], { input: documents(1) })).toMatchObject({
      code: 0,
      stderr: "",
    });
  });
});

test("memory does not grow with the number of documents", async () => {
  // The child reports its own peak, kB.
  const peak = async (count: number): Promise<number> => {
    const report = `process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS + "\\n"))`;
    const preload = place.write("peak.mjs", report);
    const child = spawn(process.execPath, ["--import", preload, builtCli(), "extract", "-"], {
      stdio: ["pipe", "ignore", "pipe"],
    });
    const stderr: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    for (let i = 0; i < count; i++) if (!child.stdin.write(documentLine(i))) await once(child.stdin, "drain");
    child.stdin.end();
    expect(await once(child, "close")).toEqual([0, null]);
    return Number(/^peak (\d+)$/m.exec(Buffer.concat(stderr).toString())?.[1]);
  };
  expect((await peak(10_000)) / (await peak(1_000))).toBeLessThan(1.25);
}, 300_000);
