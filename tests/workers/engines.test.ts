import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Engine, type JobWorker, openEngine } from "../../workers/engine.ts";
import { addJobs } from "../../workers/enqueue.ts";
import { backoffStrategy, withRetryPolicy } from "../../workers/retry.ts";
import { safeValue } from "../../workers/safe-text.ts";
import { enginesUnderTest } from "../support/engines.ts";

const START_MS = 120_000;
const AWAY_MS = 3_000;
const engines = enginesUnderTest().map((engine) => [engine.name, engine] as const);

describe.each(engines)("%s", (name, { url, server }) => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openEngine(await url());
  }, START_MS);
  afterAll(() => engine.close());

  const reference = (key: string) => ({ source: `${key}.txt`, id: key, origin: { path: `${key}.txt` }, bytes: 1, key });
  const quiet = <Data, Result>(worker: JobWorker<Data, Result>) => worker.on("error", () => {});

  test("answers a ping", () => expect(engine.ping()).resolves.toBeUndefined());

  test("jobs added twice are one", async () => {
    const queue = engine.queue<{ documents: readonly ReturnType<typeof reference>[] }>("twice");
    await addJobs(queue, [reference("a"), reference("b")]);
    await addJobs(queue, [reference("a"), reference("b")]);
    await addJobs(queue, [reference("b")]);
    expect(await queue.getJobCountByTypes("waiting")).toBe(2);
    await queue.close();
  });

  test("a job that fails once is done at its second attempt, with its texts made safe", async () => {
    const queue = engine.queue<{ text: string }, string>("again");
    const seen: string[] = [];
    const processor = withRetryPolicy<{ text: string }, string>(async (job) => {
      seen.push(job.data.text);
      if (job.attemptsMade === 0) throw new Error("NUL \u0000 and a lone surrogate \ud800");
      return "done";
    });
    const worker = engine.worker<{ text: string }, string>("again", processor, { settings: { backoffStrategy } });
    await queue.add("again", safeValue({ text: "精简\u0000" }), { attempts: 3, backoff: { type: "by-error" } });
    void worker.run();
    await once(worker, "completed");
    expect(seen).toEqual(["精简\ufffd", "精简\ufffd"]);
    await worker.close();
    await queue.close();
  });

  test("a job carries any string that was made safe, and fails with any message", async () => {
    const queue = engine.queue<{ text: string }>("strings");
    const worker = engine.worker<{ text: string }, void>(
      "strings",
      withRetryPolicy<{ text: string }, void>(async () => {
        throw new Error("broken \u0000 by \ud800");
      }),
    );
    await queue.add("any", safeValue({ text: "a\u0000b\udc00c" }));
    void worker.run();
    await once(worker, "failed");
    await worker.close();
    const [job] = await queue.getFailed();
    expect([job?.data.text, job?.failedReason]).toEqual(["a\uFFFDb\uFFFDc", "broken \uFFFD by \uFFFD"]);
    await queue.close();
  });

  test("names the queues that were used", async () => {
    const queue = engine.queue("named-queue");
    await queue.add("job", {});
    expect(await engine.queueNames()).toContain("named-queue");
    await queue.close();
  });

  test("slots of a host stand apart, those of another host do not", async () => {
    const waits = await Promise.all([1, 2, 3, 4].map(() => engine.slot("a.example", 10_000)));
    const sorted = waits.sort((a, b) => a - b);
    expect(sorted[0]).toBeLessThan(1_000);
    for (let i = 1; i < sorted.length; i++) expect(sorted[i]! - sorted[i - 1]!).toBeGreaterThan(9_000);
    expect(await engine.slot("b.example", 10_000)).toBeLessThan(1_000);
  });

  test("a host has as many shares as it may have, and they come back", async () => {
    const leases = await Promise.all([1, 2, 3].map(() => engine.lease("c.example", 2, 60_000)));
    expect(leases.filter((lease) => lease !== null)).toHaveLength(2);
    await leases.find((lease) => lease !== null)!.release();
    expect(await engine.lease("c.example", 2, 60_000)).not.toBeNull();
    expect(await engine.lease("c.example", 2, 60_000)).toBeNull();
  });

  test("two processes share queues, slots and shares", async () => {
    const second = await openEngine(engine.url);
    const [here, there] = [engine.queue<{ n: number }>("two"), second.queue<{ n: number }>("two")];
    await Promise.all([here.add("n", { n: 1 }, { jobId: "n1" }), there.add("n", { n: 1 }, { jobId: "n1" })]);
    expect(await Promise.all([here, there].map((queue) => queue.getJobCountByTypes("waiting")))).toEqual([1, 1]);
    const waits = await Promise.all([engine, second].map(({ slot }) => slot("two.example", 10_000)));
    expect(Math.max(...waits)).toBeGreaterThan(9_000);
    const leases = await Promise.all([engine, second].map(({ lease }) => lease("two.example", 1, 60_000)));
    expect(leases.filter((lease) => lease !== null)).toHaveLength(1);
    await Promise.all([here.close(), there.close()]);
    await second.close();
  });

  test("a job that is put off comes when its time is there, and an obliterated queue is empty", async () => {
    const queue = engine.queue<object>("delayed");
    const worker = quiet(engine.worker<object, void>("delayed", async () => {}));
    await queue.add("late", {}, { delay: 200, jobId: "late" });
    expect(await queue.getJobCounts("delayed", "waiting")).toEqual({ delayed: 1, waiting: 0 });
    void worker.run();
    await once(worker, "completed");
    await worker.close();
    await queue.add("other", {}, { jobId: "other" });
    await queue.obliterate({ force: true });
    expect(await queue.getJobCountByTypes("waiting", "delayed", "active", "completed")).toBe(0);
    await queue.close();
  });

  test("a job whose worker died is taken up again", async () => {
    const queue = engine.queue<object>("orphan");
    await queue.add("any", {}, { jobId: "any" });
    const options = { lockDuration: 500, stalledInterval: 500, maxStalledCount: 20 };
    const dead = quiet(engine.worker<object, void>("orphan", async () => {}, options));
    // Taken, and never handed back: for the store this is what a killed process looks like.
    await dead.getNextJob("token");
    const worker = quiet(engine.worker<object, void>("orphan", async () => {}, options));
    void worker.run();
    await once(worker, "completed");
    await Promise.all([dead.close(), worker.close(), queue.close()]);
  });

  test("a share whose holder died is free again", async () => {
    expect(await engine.lease("d.example", 1, 50)).not.toBeNull();
    await sleep(80);
    expect(await engine.lease("d.example", 1, 50)).not.toBeNull();
  });

  // The embedded engine is a part of the process, and goes with it.
  (name === "embedded" ? test.skip : test)(
    "a server that is away for a while loses nothing, and work goes on by itself",
    async () => {
      const running = server()!;
      const queue = engine.queue<{ n: number }>("away");
      queue.on("error", () => {});
      const done = new Set<number>();
      const worker = quiet(
        engine.worker<{ n: number }, void>(
          "away",
          async (job) => {
            await sleep(20);
            done.add(job.data.n);
          },
          { lockDuration: 2_000, stalledInterval: 2_000, maxStalledCount: 20 },
        ),
      );
      const add = (from: number, to: number) =>
        queue.addBulk(
          Array.from({ length: to - from }, (_, i) => ({
            name: "n",
            data: { n: from + i },
            opts: { jobId: `n${from + i}` },
          })),
        );
      await add(0, 100);
      void worker.run();
      while (done.size < 20) await sleep(10);
      await running.pause();
      const adding = add(100, 120);
      await sleep(AWAY_MS);
      await running.resume();
      await adding;
      while (done.size < 120) await sleep(20);
      while ((await queue.getJobCountByTypes("waiting", "active", "delayed")) > 0) await sleep(20);
      await worker.close();
      await queue.close();
    },
    START_MS,
  );
});
