import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { joinSession } from "../../workers/embedded-interface.ts";
import { type Engine, openEngine } from "../../workers/engine.ts";
import { builtCli } from "../support/build.ts";
import { tempFolder } from "../support/temp.ts";

const BUILD_MS = 180_000;
const open: { close(): Promise<void> }[] = [];
const children: ChildProcess[] = [];
let module = "";

beforeAll(() => {
  module = pathToFileURL(join(builtCli(), "../../workers/engine.js")).href;
}, BUILD_MS);

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const one of open.splice(0).reverse()) await one.close();
});

async function opened(url: string): Promise<Engine> {
  const engine = await openEngine(url);
  open.push(engine);
  return engine;
}

/** Another process with an engine on the same folder; resolves when its code said `ready`. */
async function process(url: string, code: string): Promise<ChildProcess> {
  const script = `const engine = await (await import(${JSON.stringify(module)})).openEngine(${JSON.stringify(url)});
    const ready = () => process.stdout.write("ready\\n");
    ${code}`;
  const args = ["--input-type=module", "-e", script];
  const child = spawn(globalThis.process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  await Promise.race([once(child.stdout!, "data"), once(child, "exit").then(() => Promise.reject(new Error("ended")))]);
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

/** A worker that notes what it did. */
function working(engine: Engine, queue: string) {
  const done: number[] = [];
  const worker = engine.worker<{ n: number }, void>(
    queue,
    async ({ data }) => {
      await sleep(5);
      done.push(data.n);
    },
    { lockDuration: 1_000, stalledInterval: 1_000, maxStalledCount: 20 },
  );
  const troubles: string[] = [];
  worker.on("error", ({ message }) => troubles.push(message));
  void worker.run();
  open.push(worker);
  return { done, troubles };
}

const until = async (held: () => boolean): Promise<void> => {
  while (!held()) await sleep(10);
};

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
const jobs = (from: number, to: number) =>
  numbers(from, to).map((n) => ({ name: "n", data: { n }, opts: { jobId: `n${n}` } }));

describe("a folder that several processes work on", () => {
  const url = `embedded:${join(tempFolder(), "queue")}`;
  let count = 0;
  let name = "";
  beforeEach(() => {
    name = `jobs-${count++}`;
  });
  const hold = () => `const worker = engine.worker("${name}", () => new Promise(() => {}), { lockDuration: 1000 });
    worker.on("active", ready); worker.on("error", () => {}); void worker.run();`;
  const add = (from: number, to: number) =>
    `const queue = engine.queue("${name}");
     await queue.addBulk(${JSON.stringify(jobs(from, to))}); ready(); await queue.close(); await engine.close();`;

  test("takes jobs from a process that does not hold it", async () => {
    const { done } = working(await opened(url), name);
    await process(url, add(0, 20));
    await until(() => done.length === 20);
    expect(done.sort((a, b) => a - b)).toEqual(numbers(0, 20));
  });

  test("goes on when its holder is killed, with the jobs that the holder had in work", async () => {
    const holder = await process(url, `${add(0, 10).replace(/ready.*/, "")} ${hold()}`);
    const engine = await opened(url);
    const { done, troubles } = working(engine, name);
    await until(() => done.length >= 2);
    await killed(holder);
    const queue = engine.queue<{ n: number }>(name);
    open.push(queue);
    await queue.addBulk(jobs(10, 20));
    await until(() => new Set(done).size === 20);
    expect(troubles.join()).toMatch(/held it ended/);
  });

  test("wakes a worker that waits for jobs when its holder ends, with nobody asking", async () => {
    const holder = await process(url, "ready(); setInterval(() => {}, 1000);");
    const engine = await opened(url);
    const { done, troubles } = working(engine, name);
    await sleep(300); // long enough to have found nothing and to wait
    await killed(holder);
    await until(() => troubles.length > 0);
    await process(url, add(0, 5));
    await until(() => done.length === 5);
  });

  test("loses nothing when one holder after the other is killed", async () => {
    const holders = [];
    for (const _ of [1, 2, 3]) {
      const script = "ready(); setInterval(() => engine.ping().catch(() => {}), 50);";
      holders.push(await process(url, script));
    }
    const engine = await opened(url);
    const queue = engine.queue<{ n: number }>(name);
    open.push(queue);
    const { done } = working(engine, name);
    let next = 0;
    for (const holder of holders) {
      const adding = queue.addBulk(jobs(next, next + 30));
      await killed(holder);
      await adding;
      next += 30;
    }
    await until(() => new Set(done).size === next);
    expect([...new Set(done)].sort((a, b) => a - b)).toEqual(numbers(0, next));
  });

  test("keeps the values of its rows and the codes of its errors", async () => {
    await opened(url);
    const session = (await joinSession(url.slice("embedded:".length)))!;
    open.push(session);
    const statement = `SELECT 9007199254740993::int8 AS big, 7::int8 AS small, '2022-08-02T00:00:00Z'::timestamptz AS at,
      '\\x0001ff'::bytea AS bytes, NULL::text AS nothing, ARRAY['a', NULL] AS list, $1::jsonb AS json, $2::float8 AS half`;
    const { rows } = await session.query<Record<string, unknown>>(statement, [{ a: ["精简", 1] }, 0.5]);
    expect(rows).toEqual([
      {
        big: 9_007_199_254_740_993n,
        small: 7,
        at: new Date("2022-08-02"),
        bytes: new Uint8Array([0, 1, 255]),
        nothing: null,
        list: ["a", null],
        json: { a: ["精简", 1] },
        half: 0.5,
      },
    ]);
    const raised = "DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = 'BM001', DETAIL = '-2'; END $$";
    await expect(session.query(raised, [])).rejects.toMatchObject({ code: "BM001", detail: "-2" });
  });

  test("refuses who cannot reach its holder, and names it", async () => {
    const holder = await process(url, "ready(); setInterval(() => {}, 1000);");
    holder.kill("SIGSTOP");
    await expect(openEngine(url)).rejects.toMatchObject({
      code: "FOLDER_LOCKED",
      problem: expect.stringContaining(`process ${holder.pid}`),
    });
  });
});
