import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Engine, openEngine } from "../../workers/engine.ts";
import { tempFolder } from "../support/temp.ts";

const folder = join(tempFolder(), "engine");
const url = `embedded:${folder}`;
let engine: Engine;

beforeAll(async () => {
  // What a process left that was killed while it made its first database.
  mkdirSync(join(folder, "queue.new", "base"), { recursive: true, mode: 0o700 });
  engine = await openEngine(url);
});
afterAll(() => engine.close());

describe("the folder", () => {
  test("is shared: who opens it next reaches it through its holder, and hears of new jobs", async () => {
    const second = await openEngine(url);
    const [here, there] = [engine.queue<{ n: number }>("shared"), second.queue<{ n: number }>("shared")];
    const done: number[] = [];
    const worker = second.worker<{ n: number }, void>("shared", async (job) => {
      done.push(job.data.n);
    });
    void worker.run();
    await here.add("n", { n: 1 });
    await there.add("n", { n: 2 });
    // A job counts as completed a little after its processor returned.
    while ((await here.getJobCountByTypes("completed")) < 2) await sleep(10);
    expect(done.sort()).toEqual([1, 2]);
    await worker.close();
    await Promise.all([here.close(), there.close()]);
    await second.close();
    await expect(engine.ping()).resolves.toBeUndefined();
  });

  test("lets nobody in without the token", async () => {
    const { port } = JSON.parse(readFileSync(join(folder, "interface.json"), "utf8")) as { port: number };
    const answers = await Promise.all(
      [{}, { authorization: "Bearer wrong" }].map((headers) => fetch(`http://127.0.0.1:${port}/`, { headers })),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(statSync(join(folder, "interface.json")).mode & 0o777).toBe(0o600);
  });

  test("is for its owner only", () => {
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test("holds a whole database and nothing half made", () => {
    expect(readdirSync(folder).sort()).toEqual(["interface.json", "lock", "queue"]);
  });
});

test.each(["mysql://host", "embedded", ""])(
  "the engine %j is unknown, and the error says which are not",
  async (bad) => {
    await expect(openEngine(bad)).rejects.toMatchObject({
      code: "QUEUE_FAILED",
      remedy: expect.stringContaining("embedded:"),
    });
  },
);

test("jobs that a dead process had in work are waiting again when the folder is opened", async () => {
  const worker = engine.worker<object, void>("orphans", async () => {});
  const queue = engine.queue<object>("orphans");
  await queue.add("any", {});
  // Taken, and never handed back: for the store this is what a killed process looks like.
  await worker.getNextJob("token");
  expect(await queue.getJobCounts("active", "waiting")).toEqual({ active: 1, waiting: 0 });
  await Promise.all([queue.close(), worker.close()]);
  await engine.close();
  engine = await openEngine(url);
  const again = engine.queue<object>("orphans");
  expect(await again.getJobCounts("active", "waiting")).toEqual({ active: 0, waiting: 1 });
  await again.close();
});
