import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "@jest/globals";
import { builtCli } from "../support/build.ts";
import { jingjian } from "../support/cli.ts";
import { reformText } from "../support/reform-texts.ts";
import { tempFolder } from "../support/temp.ts";

const DOCUMENTS = 200;
const KILLS = 20;
const TIMEOUT_MS = 600_000;

const folder = tempFolder();
const inputs = join(folder, "inputs");
const output = join(folder, "facts.jsonl");
const journal = `${output}.journal`;
const args = (out: string, queue: string) => [
  "run",
  inputs,
  "--out",
  out,
  "--queue",
  `embedded:${join(folder, queue)}`,
];

/** Half of the documents are files, half are lines of one file. */
beforeAll(() => {
  mkdirSync(inputs);
  const lines: string[] = [];
  for (let i = 0; i < DOCUMENTS; i++) {
    if (i % 2 === 0) writeFileSync(join(inputs, `${i}.txt`), reformText(i));
    else lines.push(JSON.stringify({ id: `line-${i}`, text: reformText(i) }));
  }
  writeFileSync(join(inputs, "lines.jsonl"), `${lines.join("\n")}\n`);
});

/** Documents that the journal knows: one a line after its head. */
const committed = (): number =>
  existsSync(journal) ? Math.max(0, readFileSync(journal, "utf8").split("\n").length - 2) : 0;

/** Starts the run and kills it: half of the times at any moment of `tookMs`, half of the times in the midst of writing. */
async function killedRun(kill: number, tookMs: number): Promise<void> {
  const child = spawn(process.execPath, [builtCli(), ...args(output, "killed-queue")], { stdio: "ignore" });
  const ended = once(child, "exit");
  const before = committed();
  const isOver = () => child.exitCode !== null;
  if (kill % 2 === 0) await sleep(Math.random() * tookMs);
  else {
    while (committed() === before && !isOver()) await sleep(1);
    await sleep(Math.random() * 60);
  }
  child.kill("SIGKILL");
  await ended;
}

test(
  `killed ${KILLS} times at random moments, it completes with no line lost, doubled or torn`,
  async () => {
    const wanted = await undisturbed();
    const started = Date.now();
    expect(await undisturbed()).toEqual(wanted);
    const tookMs = Date.now() - started;
    expect(wanted.length).toBeGreaterThan(DOCUMENTS);

    let cutShort = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      await killedRun(kill, tookMs);
      const isWhole = committed() >= DOCUMENTS;
      if (committed() > 0 && !isWhole) cutShort++;
      // A run that is whole, and every fifth in any case, is completed and looked at; the next begins anew.
      if (isWhole || kill % 5 === 4) expect(await completed(output, "killed-queue")).toEqual(wanted);
    }
    expect(cutShort).toBeGreaterThan(KILLS / 4);
  },
  TIMEOUT_MS,
);

const undisturbed = (): Promise<string[]> => completed(join(folder, "undisturbed.jsonl"), "queue");

/** The lines of a run that is left to complete, sorted; its output is removed. */
async function completed(out: string, queue: string): Promise<string[]> {
  expect(await jingjian(args(out, queue))).toMatchObject({ code: 0 });
  const text = readFileSync(out, "utf8");
  expect(text.endsWith("\n")).toBe(true);
  const lines = text.split("\n").slice(0, -1);
  for (const line of lines) JSON.parse(line);
  for (const path of [out, `${out}.journal`]) rmSync(path);
  return lines.sort();
}
