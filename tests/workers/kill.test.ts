import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
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
const KILLED = args(output, "killed-queue");

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

const sortedLines = (path: string): string[] => readFileSync(path, "utf8").split("\n").slice(0, -1).sort();
const committed = (): number => (existsSync(journal) ? statSync(journal).size : 0);

/** Starts the same run and kills it: half of the times at any moment, half of the times in the midst of writing. */
async function killedRun(kill: number): Promise<void> {
  const child = spawn(process.execPath, [builtCli(), ...KILLED], { stdio: "ignore" });
  const ended = once(child, "exit");
  const before = committed();
  const isOver = () => child.exitCode !== null;
  if (kill % 2 === 0) await sleep(Math.random() * 2_000);
  else {
    while (committed() === before && !isOver()) await sleep(1);
    await sleep(Math.random() * 150);
  }
  child.kill("SIGKILL");
  await ended;
}

test(
  `killed ${KILLS} times at random moments, it completes with no line lost, doubled or torn`,
  async () => {
    const undisturbed = join(folder, "undisturbed.jsonl");
    expect(await jingjian(args(undisturbed, "queue"))).toMatchObject({ code: 0 });
    const wanted = sortedLines(undisturbed);
    expect(wanted.length).toBeGreaterThan(DOCUMENTS);

    let written = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      await killedRun(kill);
      written = Math.max(written, committed());
      if (kill % 5 !== 4) continue;
      // Every fifth time the run is left to complete, and the next ones begin anew.
      expect(await jingjian(KILLED)).toMatchObject({ code: 0 });
      const lines = sortedLines(output);
      for (const line of lines) JSON.parse(line);
      expect(lines).toEqual(wanted);
      for (const path of [output, journal]) rmSync(path);
    }
    expect(written).toBeGreaterThan(0);
  },
  TIMEOUT_MS,
);
