import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { builtCli } from "../support/build.ts";
import { jingjian } from "../support/cli.ts";
import { reformText } from "../support/reform-texts.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
const inputs = join(folder, "inputs");
const output = join(folder, "facts.jsonl");
const queue = join(folder, "queue");
const args = (...named: readonly string[]) => ["run", ...named, "--out", output, "--queue", `embedded:${queue}`];

const lines = (): string[] => readFileSync(output, "utf8").split("\n").slice(0, -1);
const idsOf = (found: readonly string[]): Set<string> => new Set(found.map((line) => JSON.parse(line).doc.id));

function makeInputs(count: number): void {
  rmSync(inputs, { recursive: true, force: true });
  mkdirSync(inputs);
  for (let i = 0; i < count; i++) writeFileSync(join(inputs, `${i}.txt`), reformText(i));
}

const fresh = () => {
  for (const path of [output, `${output}.journal`]) rmSync(path, { force: true });
  makeInputs(8);
};

/** Facts that `extract` finds in the inputs, sorted. */
const extracted = async () => (await jingjian(["extract", inputs])).stdout.split("\n").slice(0, -1).sort();

describe("one output, run after run:", () => {
  beforeAll(fresh);

  test("the first gives the facts that `extract` gives, and a summary of them", async () => {
    const { stdout, code } = await jingjian(args(inputs));
    expect(code).toBe(0);
    expect(lines().sort()).toEqual(await extracted());
    expect(stdout).toMatch(/documents found +8\n/);
    expect(stdout).toMatch(new RegExp(`facts in 8 documents +${lines().length}\n`));
    expect(stdout).toMatch(/ {2}agencies\.party_gov +\d+\n/);
    expect(stdout).toContain(output);
  });

  test("the second writes nothing that is written already", async () => {
    const before = lines();
    const { stdout } = await jingjian(args(inputs));
    expect(lines()).toEqual(before);
    expect(stdout).toMatch(/written now +0\n.*written before +8\n/s);
  });

  test("the third does a changed document and a new one, and the changed one's earlier facts are gone", async () => {
    const before = lines();
    writeFileSync(join(inputs, "3.txt"), reformText(103));
    writeFileSync(join(inputs, "new.txt"), reformText(200));
    const { stdout } = await jingjian(args(inputs));
    expect(stdout).toMatch(/written now +2\n.*written before +7\n/s);
    const kept = before.filter((line) => JSON.parse(line).doc.id !== "3");
    expect(lines().slice(0, kept.length)).toEqual(kept);
    expect(idsOf(lines().slice(kept.length))).toEqual(new Set(["3", "new"]));
    expect(lines().sort()).toEqual(await extracted());
  });
});

test("takes its own output for no input, where that lies among them", async () => {
  fresh();
  const inside = join(inputs, "facts.jsonl");
  const command = ["run", inputs, "--out", inside, "--queue", `embedded:${queue}`];
  expect((await jingjian(command)).code).toBe(0);
  const { code, stdout } = await jingjian(command);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/documents found +8\n/)]);
});

describe("standard input", () => {
  beforeEach(fresh);

  const jsonl = [1, 2, 3].map((i) => `${JSON.stringify({ id: `d${i}`, text: reformText(i) })}\n`).join("");

  test("is kept, so that its documents are known when it comes again", async () => {
    await jingjian(args("-"), { input: jsonl });
    expect(idsOf(lines())).toEqual(new Set(["d1", "d2", "d3"]));
    const more = `${JSON.stringify({ id: "d4", text: reformText(4) })}\n`;
    const { stdout } = await jingjian(args("-"), { input: more + jsonl });
    expect(stdout).toMatch(/written now +1\n.*written before +3\n/s);
    expect(readdirSync(join(queue, "spool"))).toEqual([]);
  });

  test("may be one document, which the next one does not replace", async () => {
    await jingjian(args("-"), { input: reformText(5) });
    const first = lines();
    expect(idsOf(first)).toEqual(new Set(["stdin"]));
    await jingjian(args("-"), { input: reformText(6) });
    expect(lines().slice(0, first.length)).toEqual(first);
    expect(lines().length).toBeGreaterThan(first.length);
  });
});

describe("bad documents", () => {
  beforeEach(fresh);

  test("are reported with their remedy, each once, and the others go on", async () => {
    writeFileSync(join(inputs, "empty.txt"), "");
    writeFileSync(join(inputs, "picture.txt"), Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
    appendFileSync(join(inputs, "z.jsonl"), `${JSON.stringify({ id: "z", text: reformText(1) })}\n{"id": "cut`);
    for (const _attempt of ["first", "again"]) {
      const { stderr, stdout, code } = await jingjian(args(inputs, join(inputs, "missing.txt")));
      expect(code).toBe(1);
      const failures = stderr.split("\n").filter((line) => line.includes('"level":"error"'));
      const codes = failures
        .map((line) => JSON.parse(line))
        .map(({ source, code, remedy }) => `${code} ${source.split("/").at(-1)} ${remedy !== ""}`);
      expect(codes.sort()).toEqual([
        "BINARY_INPUT picture.txt true",
        "EMPTY_INPUT empty.txt true",
        "INVALID_LINE z.jsonl#2 true",
        "UNREADABLE_INPUT missing.txt true",
      ]);
      expect(stdout).toMatch(/failed +4\n/);
      expect(idsOf(lines())).toEqual(new Set(["0", "1", "2", "3", "4", "5", "6", "7", "z"]));
    }
  });
});

describe("it refuses", () => {
  beforeEach(fresh);

  test("an output that it did not write", async () => {
    writeFileSync(output, "mine\n");
    const { code, stderr } = await jingjian(args(inputs));
    expect([code, readFileSync(output, "utf8")]).toEqual([1, "mine\n"]);
    expect(stderr).toContain("OUTPUT_CHANGED");
  });

  test("standard output", async () => {
    expect((await jingjian(["run", inputs, "--out", "-"])).code).toBe(2);
  });

  test("an output that another process holds; its queue it shares", async () => {
    const child = spawn(process.execPath, [builtCli(), ...args("-")], { stdio: ["pipe", "ignore", "ignore"] });
    while (child.exitCode === null && !existsSync(`${output}.lock`)) await sleep(5);
    const sameOutput = await jingjian(args(inputs));
    const sameQueue = await jingjian([
      "run",
      inputs,
      "--out",
      join(folder, "other.jsonl"),
      "--queue",
      `embedded:${queue}`,
    ]);
    child.stdin.end();
    await once(child, "exit");
    expect([sameOutput.code, sameQueue.code]).toEqual([1, 0]);
    expect(sameOutput.stderr).toMatch(
      new RegExp(`is being written by process ${child.pid} .*OUTPUT_LOCKED|OUTPUT_LOCKED.*process ${child.pid} `),
    );
    expect(readFileSync(join(folder, "other.jsonl"), "utf8")).not.toBe("");
  });
});

describe("a signal", () => {
  beforeEach(fresh);

  test.each<[NodeJS.Signals, number]>([
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ])("%s finishes what is in work, and the same command does the rest", async (signal, exit) => {
    makeInputs(500);
    const child = spawn(process.execPath, [builtCli(), ...args(inputs)], { stdio: "ignore" });
    while (child.exitCode === null && (!existsSync(output) || readFileSync(output).length === 0)) await sleep(2);
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([exit, null]);
    const half = lines();
    for (const line of half) JSON.parse(line);
    expect(existsSync(join(queue, "lock"))).toBe(false);
    expect((await jingjian(args(inputs))).code).toBe(0);
    expect(lines().slice(0, half.length)).toEqual(half);
    expect(new Set(lines()).size).toBe(lines().length);
    expect(lines().length).toBeGreaterThan(half.length);
  });
});
