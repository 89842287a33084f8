import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import pg from "pg";
import { type RunningServer, startPostgres, startRedis, startSentinel } from "../../bench/servers.ts";
import { type Engine, openEngine, withoutPassword } from "../../workers/engine.ts";

const START_MS = 120_000;
const servers: RunningServer[] = [];
const engines: Engine[] = [];

afterAll(async () => {
  for (const engine of engines) await engine.close();
  for (const server of servers) await server.stop();
}, START_MS);

async function started(start: Promise<RunningServer>): Promise<RunningServer> {
  const server = await start;
  servers.push(server);
  return server;
}

async function opened(url: string): Promise<Engine> {
  const engine = await openEngine(url);
  engines.push(engine);
  return engine;
}

const portOf = ({ url }: RunningServer): number => Number(new URL(url).port);

async function asked(server: RunningServer, ...commands: readonly (readonly string[])[]): Promise<unknown[]> {
  const client = new Redis(server.url);
  try {
    const answers = [];
    for (const [name, ...args] of commands) answers.push(await client.call(name!, ...args));
    return answers;
  } finally {
    client.disconnect();
  }
}

/** Adds jobs and works them off, as all engines do; `between` happens when some are done. */
async function worksOff(engine: Engine, between: () => Promise<void> = async () => {}): Promise<void> {
  const count = 60;
  const queue = engine.queue<{ n: number }>("load");
  queue.on("error", () => {});
  const done = new Set<number>();
  const work = async ({ data }: { readonly data: { readonly n: number } }) => {
    await sleep(5);
    done.add(data.n);
  };
  const worker = engine.worker<{ n: number }, void>("load", work, { lockDuration: 2_000, stalledInterval: 2_000 });
  worker.on("error", () => {});
  for (let n = 0; n < count; n++) await queue.add("n", { n }, { jobId: `n${n}` });
  void worker.run();
  while (done.size < count / 3) await sleep(10);
  await between();
  await queue.add("n", { n: count }, { jobId: `n${count}` });
  while (done.size <= count) await sleep(10);
  expect(await engine.queueNames()).toContain("load");
  expect(await engine.slot("a.example", 1_000)).toBeLessThan(500);
  expect(await engine.slot("a.example", 1_000)).toBeGreaterThan(500);
  const lease = await engine.lease("a.example", 1, 60_000);
  expect(await engine.lease("a.example", 1, 60_000)).toBeNull();
  await lease!.release();
  await worker.close();
  await queue.close();
}

describe("Redis", () => {
  test(
    "as a cluster of several masters",
    async () => {
      const flags = ["--cluster-enabled", "yes", "--cluster-config-file", "nodes.conf"];
      const nodes = [await started(startRedis(flags)), await started(startRedis(flags))] as const;
      await asked(nodes[0], ["CLUSTER", "ADDSLOTSRANGE", "0", "8191"]);
      await asked(nodes[1], ["CLUSTER", "ADDSLOTSRANGE", "8192", "16383"]);
      await asked(nodes[0], ["CLUSTER", "MEET", "127.0.0.1", String(portOf(nodes[1]))]);
      for (const node of nodes)
        while (!String(await asked(node, ["CLUSTER", "INFO"])).includes("state:ok")) await sleep(50);
      const engine = await opened(`redis+cluster://${nodes.map((node) => `127.0.0.1:${portOf(node)}`).join(",")}`);
      expect(engine.warnings).toEqual([]);
      await worksOff(engine);
    },
    START_MS,
  );

  test(
    "under Sentinel, which makes another server master when one dies",
    async () => {
      const master = await started(startRedis());
      const replica = await started(startRedis(["--replicaof", "127.0.0.1", String(portOf(master))]));
      while (!String(await asked(replica, ["INFO", "replication"])).includes("master_link_status:up")) await sleep(50);
      const sentinel = await started(startSentinel(portOf(master)));
      while (!String(await asked(sentinel, ["SENTINEL", "REPLICAS", "mymaster"])).includes(String(portOf(replica))))
        await sleep(100);
      const engine = await opened(`redis+sentinel://127.0.0.1:${portOf(sentinel)}/mymaster/0`);
      await worksOff(engine, () => master.kill());
    },
    START_MS,
  );

  test("that may forget keys is warned of", async () => {
    const server = await started(startRedis());
    await asked(server, ["CONFIG", "SET", "maxmemory-policy", "allkeys-lru"]);
    expect((await opened(server.url)).warnings).toEqual([expect.stringContaining("allkeys-lru")]);
  });

  test("is let go of at once also when it is away", async () => {
    const server = await started(startRedis());
    const engine = await openEngine(server.url);
    await server.kill();
    await expect(engine.ping()).rejects.toMatchObject({ code: "QUEUE_FAILED" });
    await expect(engine.close()).resolves.toBeUndefined();
  });
});

describe("PostgreSQL", () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await started(startPostgres());
  }, START_MS);

  test("is let go of although a worker was closed while it still began", async () => {
    const engine = await openEngine(server.url);
    const other = new pg.Client(server.url);
    await other.connect();
    // What a worker asks first waits for this, as on a busy server.
    await other.query("BEGIN; LOCK TABLE bullmq.migration IN ACCESS EXCLUSIVE MODE");
    const worker = engine.worker<object, void>("early", async () => {});
    await worker.close();
    await other.query("COMMIT");
    const listeners = "SELECT 1 FROM pg_stat_activity WHERE application_name = 'early'";
    while ((await other.query(listeners)).rowCount === 0) await sleep(10);
    await expect(engine.close()).resolves.toBeUndefined();
    await other.end();
  });

  test("is made ready once however many processes start on it", async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => opened(server.url)));
    for (const engine of all) await expect(engine.ping()).resolves.toBeUndefined();
  });

  test(
    "that crashes is waited for, also by a queue that was opened meanwhile",
    async () => {
      const engine = await opened(server.url);
      await worksOff(engine, async () => {
        await server.kill();
        const queue = engine.queue("opened-meanwhile");
        queue.on("error", () => {});
        const adding = queue.add("any", {}, { jobId: "any" });
        await sleep(1_000);
        await server.resume();
        await adding;
        expect(await queue.getJobCountByTypes("waiting")).toBe(1);
        await queue.close();
      });
    },
    START_MS,
  );
});

describe("a store that cannot be reached", () => {
  test.each([
    ["postgres://me:secret@127.0.0.1:1/postgres", /ECONNREFUSED/],
    ["postgres://me:secret@localhost:1/postgres", /ECONNREFUSED/],
    ["redis://me:secret@127.0.0.1:1", /ECONNREFUSED/],
  ])("%s: the error says why, without the password", async (url, why) => {
    const error = await openEngine(url).then(
      () => null,
      (reason: Error) => reason,
    );
    expect(error).toMatchObject({ code: "QUEUE_FAILED", problem: expect.stringMatching(why) });
    expect(error?.message).not.toContain("secret");
  });

  test("a wrong password is named as the reason", async () => {
    const server = await started(startRedis(["--requirepass", "right"]));
    const url = server.url.replace("//", "//:wrong@");
    await expect(openEngine(url)).rejects.toMatchObject({ problem: expect.stringMatching(/WRONGPASS|NOAUTH/) });
  });
});

test.each([
  ["redis://:pa@ss@host:6379/0", "redis://:***@host:6379/0"],
  ["postgres://me:secret@host/db?sslmode=require", "postgres://me:***@host/db?sslmode=require"],
  ["postgres://host/db?user=me&password=secret&ssl=1", "postgres://host/db?user=me&password=***&ssl=1"],
  ["redis+cluster://me:secret@a:1,b:2", "redis+cluster://me:***@a:1,b:2"],
  ["embedded:.jingjian", "embedded:.jingjian"],
])("%s is shown as %s", (url, shown) => {
  expect(withoutPassword(url)).toBe(shown);
});
