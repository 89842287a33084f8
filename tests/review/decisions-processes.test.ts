import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "@jest/globals";
import type { Decision } from "../../schemas/decision.ts";
import { builtCli } from "../support/build.ts";
import { openAt } from "../support/decisions.ts";
import { aFact } from "../support/facts.ts";
import { tempFolder } from "../support/temp.ts";

const folder = tempFolder();
const factFile = join(folder, "fact.json");
let module = "";
beforeAll(() => {
  module = join(builtCli(), "../../review/decisions/index.js");
  writeFileSync(factFile, JSON.stringify(fact));
});

/** Adds decisions, eight at a time, and prints the id of each that is saved. */
const WRITER = `
  const [, module, path, reviewer, count, fact] = process.argv;
  const { openDecisions } = await import(module);
  const decisions = await openDecisions(path, { readOnly: false, onBroken: () => {}, onTrouble: console.error });
  const { readFileSync } = await import("node:fs");
  const after = JSON.parse(readFileSync(fact, "utf8"));
  for (let i = 0; i < Number(count); i += 8) {
    await Promise.all(Array.from({ length: 8 }, async (_, k) => {
      const id = reviewer + (i + k);
      const at = new Date().toISOString();
      const names = { id, at, reviewer, role: "reviewer", action: "accept", fact: "f" + (i + k), doc: "d1" };
      await decisions.append({ ...names, before: after, after, reason: null, undoes: null });
      process.stdout.write(id + "\\n");
    }));
  }
  await decisions.close();
`;

interface Writer {
  readonly child: ChildProcess;
  /** Ids that were called saved, so far. */
  readonly saved: string[];
  readonly ended: Promise<unknown>;
}

/** A long fact: a line of several pages of memory, which the system may write in parts. */
const fact = aFact({ label: "机构".repeat(6_000) });

function writer(path: string, reviewer: string, count: number): Writer {
  const args = ["--input-type=module", "-e", WRITER, module, path, reviewer, String(count), factFile];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const saved: string[] = [];
  const lines = createInterface({ input: child.stdout! });
  lines.on("line", (line) => saved.push(line));
  return { child, saved, ended: Promise.all([once(child, "exit"), once(lines, "close")]) };
}

/** Of all lines but blank ones: who sees another's line half written ends it, though it was not cut off. */
const idsOf = (path: string): string[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => (JSON.parse(line) as Decision).id);

test("two processes write at once: no line is torn, lost or doubled", async () => {
  const path = join(folder, "two.jsonl");
  const writers = ["Ann", "Bo"].map((reviewer) => writer(path, reviewer, 160));
  await Promise.all(writers.map(({ ended }) => ended));
  const saved = writers.flatMap((one) => one.saved);
  expect(saved).toHaveLength(320);
  expect(idsOf(path).sort()).toEqual(saved.sort());
});

test("killed while they write, again and again: all that was called saved is there", async () => {
  const path = join(folder, "killed.jsonl");
  const saved: string[] = [];
  for (let kill = 0; kill < 6; kill++) {
    const writers = [0, 1].map((k) => writer(path, `${"AB"[k]}${kill}-`, 100_000));
    const [first, second] = writers as [Writer, Writer];
    while (first.saved.length < 8 || second.saved.length < 8) await sleep(5);
    await sleep(Math.random() * 40);
    first.child.kill("SIGKILL");
    // The other one goes on behind what the first left.
    const from = second.saved.length;
    while (second.saved.length < from + 8) await sleep(5);
    second.child.kill("SIGKILL");
    await Promise.all([first.ended, second.ended]);
    saved.push(...first.saved, ...second.saved);
  }
  const broken: string[] = [];
  const decisions = await openAt(path, broken);
  const found = await Promise.all(saved.map((id) => decisions.find(id)));
  expect(saved.filter((_, i) => found[i] === null)).toEqual([]);
  expect(found.every((one) => one?.decision.after?.label === fact.label)).toBe(true);
  expect(broken.filter((what) => !/cut off while it was written/.test(what))).toEqual([]);
  await decisions.close();
}, 240_000);
