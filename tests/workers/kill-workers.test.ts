import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type RunningServer, startRedis } from "../../bench/servers.ts";
import type { Status } from "../../schemas/status.ts";
import { builtCli } from "../support/build.ts";
import { jingjian } from "../support/cli.ts";
import { reformText } from "../support/reform-texts.ts";
import { tempFolder } from "../support/temp.ts";

const DOCUMENTS = 5_000;
const KILLS = 50;
const WORKERS = 3;
const TIMEOUT_MS = 600_000;

const folder = tempFolder();
const inputs = join(folder, "documents.jsonl");
const out = join(folder, "facts.jsonl");
let redis: RunningServer;

beforeAll(async () => {
  redis = await startRedis();
  const lines = Array.from({ length: DOCUMENTS }, (_, i) => JSON.stringify({ id: `d${i}`, text: reformText(i) }));
  writeFileSync(inputs, `${lines.join("\n")}\n`);
}, TIMEOUT_MS);

afterAll(() => redis.stop());

/** A worker as an operator starts it, in a folder of its own. */
function startWorker(): ChildProcess {
  const args = ["work", "--out", out, "--queue", redis.url, "--stall-ms", "1000", "--until-idle"];
  return spawn(process.execPath, [builtCli(), ...args], { stdio: "ignore", cwd: folder });
}

test(
  `${KILLS} workers killed at random moments of ${DOCUMENTS} documents: facts complete, none doubled, none torn`,
  async () => {
    expect((await jingjian(["enqueue", inputs, "--queue", redis.url], { cwd: folder })).code).toBe(0);
    const workers = Array.from({ length: WORKERS }, startWorker);
    let killed = 0;
    while (killed < KILLS) {
      await sleep(Math.random() * 700);
      const at = Math.floor(Math.random() * WORKERS);
      const worker = workers[at]!;
      // One that has found nothing left to do is no victim; the work is over then.
      if (worker.exitCode !== null) break;
      const ended = once(worker, "exit");
      worker.kill("SIGKILL");
      await ended;
      killed++;
      workers[at] = startWorker();
    }
    await Promise.all(workers.map((worker) => (worker.exitCode === null ? once(worker, "exit") : null)));
    const { stdout } = await jingjian(["status", "--json", "--queue", redis.url]);
    const [status] = (JSON.parse(stdout) as Status).collections;
    expect(status).toMatchObject({ name: "main", waiting: 0, active: 0, delayed: 0, unwritten: 0, failed: 0 });
    const expected = await jingjian(["extract", inputs], { cwd: folder });
    expect(sorted(readFileSync(out, "utf8"))).toEqual(sorted(expected.stdout));
    expect(killed).toBe(KILLS);
  },
  TIMEOUT_MS,
);

const sorted = (text: string): string[] => text.split("\n").sort();
