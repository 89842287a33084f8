import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { type RunningServer, startPostgres, startRedis } from "../../bench/servers.ts";
import type { Status } from "../../schemas/status.ts";
import { statusPage } from "../../workers/console/page.ts";
import { Presence } from "../../workers/presence.ts";
import type { QueueSet } from "../../workers/queues.ts";
import { ask, openPlace, pageJob, placeUnderTest, statusAndCode } from "../support/console.ts";
import { samplesOf } from "../support/prometheus.ts";

const place = placeUnderTest();
let queues: QueueSet;

beforeAll(() => {
  queues = place.queues("main");
});

const ready = async (base = place.base) => {
  const { status, text } = await ask(base, "/readyz");
  const { ready, checks } = JSON.parse(text) as {
    readonly ready: boolean;
    readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[];
  };
  expect([ready, checks.every(({ ok }) => ok)]).toEqual(status === 200 ? [true, true] : [false, false]);
  return { status, bad: checks.filter(({ ok }) => !ok), names: checks.map(({ name }) => name) };
};

const addPage = (name: string) => queues.pages.add("page", pageJob(`https://a.example/${name}`));

const samples = async () => samplesOf((await ask(place.base, "/metrics")).text);

test("/healthz says that the process is alive", async () => {
  const { status, text } = await ask(place.base, "/healthz");
  expect([status, JSON.parse(text)]).toEqual([200, { alive: true, uptimeSeconds: expect.any(Number) }]);
});

describe("/readyz", () => {
  test("looks at the engine, and at the disk of the archive, whose folder is not there yet", async () => {
    expect(await ready()).toEqual({ status: 200, bad: [], names: ["engine", `disk of ${place.settings.archive}`] });
  });

  test("wants room on the disk", async () => {
    const greedy = await place.console({ minFreeBytes: Number.MAX_SAFE_INTEGER });
    const { status, bad } = await ready(greedy.url);
    expect([status, bad.map(({ name }) => name)]).toEqual([503, [`disk of ${place.settings.archive}`]]);
  });

  test("wants a writer where there is work", async () => {
    await addPage("waits");
    expect(await ready()).toMatchObject({ status: 503, bad: [{ name: "writer of main" }] });
    const started = new Date().toISOString();
    const state = { role: "writer", collection: "main", out: join(place.folder, "facts.jsonl"), started } as const;
    const counts = { written: 0, skipped: 0, failed: 0, facts: 0, bytes: 0 };
    const presence = new Presence(
      place.engine,
      () => ({ ...state, ...counts }),
      () => {},
    );
    await presence.beat();
    expect(await ready()).toMatchObject({ status: 200, names: expect.arrayContaining([`disk of ${place.folder}`]) });
    expect((await samples()).get('jingjian_members{collection="main",role="writer"}')).toBe(1);
    await presence.close();
    expect(await ready()).toMatchObject({ status: 503, bad: [{ name: "writer of main" }] });
  });
});

describe("/metrics", () => {
  test("tells what this process did", async () => {
    const { metrics } = place.deps;
    metrics.settled("written");
    metrics.settled("written");
    metrics.settled("failed", "NETWORK");
    metrics.stage("fetch", 0.3);
    metrics.stage("fetch", 400);
    metrics.facts("institutions", 3);
    metrics.fetched(1_000);
    metrics.hostWait("a.example", 1.5);
    const found = await samples();
    expect(
      [...found].filter(([name]) => /^jingjian_(documents|facts|fetched|host)|_stage_seconds_(?:sum|count)/.test(name)),
    ).toEqual([
      ['jingjian_documents_total{outcome="written",code=""}', 2],
      ['jingjian_documents_total{outcome="failed",code="NETWORK"}', 1],
      ['jingjian_stage_seconds_sum{stage="fetch"}', 400.3],
      ['jingjian_stage_seconds_count{stage="fetch"}', 2],
      ['jingjian_facts_total{metric="institutions"}', 3],
      ["jingjian_fetched_bytes_total", 1_000],
      ['jingjian_host_wait_seconds_total{host="a.example"}', 1.5],
    ]);
    expect(found.get('jingjian_stage_seconds_bucket{le="0.5",stage="fetch"}')).toBe(1);
    expect(found.get('jingjian_stage_seconds_bucket{le="+Inf",stage="fetch"}')).toBe(2);
  });

  test("tells what the queues hold at this moment", async () => {
    const waiting = async () => (await samples()).get('jingjian_queue_jobs{collection="main",state="waiting"}');
    const before = await waiting();
    await addPage("more");
    expect(await waiting()).toBe(before! + 1);
    const found = await samples();
    expect(found.get("jingjian_queue_up")).toBe(1);
    expect(found.get('jingjian_queue_oldest_seconds{collection="main"}')).toBeGreaterThan(0);
    expect(found.get("process_resident_memory_bytes")).toBeGreaterThan(1e6);
  });

  test("is plain text of version 0.0.4", async () => {
    const { headers } = await ask(place.base, "/metrics");
    expect(headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
  });
});

describe("the page", () => {
  const hostile = `<img src=x onerror="a">'&`;
  const status: Status = {
    engine: hostile,
    at: "2025-11-20T08:00:00.000Z",
    collections: [
      {
        name: hostile,
        waiting: 12_345,
        active: 1,
        delayed: 0,
        pagesDone: 9,
        unwritten: 0,
        failed: 2,
        failures: { [hostile]: 2 },
        oldest: "2025-11-20T06:59:00.000Z",
      },
    ],
    members: [
      {
        id: hostile,
        role: "writer",
        host: hostile,
        pid: 7,
        collection: hostile,
        out: null,
        started: "2025-11-20T07:00:00.000Z",
        seen: "2025-11-20T07:30:00.000Z",
        alive: false,
        written: 1,
        skipped: 0,
        failed: 2,
        facts: 3,
        bytes: 4_200_000,
      },
    ],
    rate: 3.25,
    secondsLeft: 3_700,
  };

  test("shows numbers, times and names, and names as text", () => {
    const page = statusPage(status, { readOnly: true, links: [] });
    for (const part of [
      "12,345",
      "1 h 1 min",
      "3.3 documents a second",
      "gone, last seen 2025-11-20 07:30:00 UTC",
      "4.2",
      "Read-only",
    ]) {
      expect(page).toContain(part);
    }
    expect(page).not.toContain("<img");
    expect(page.split("&lt;img src=x onerror=&quot;a&quot;&gt;&#39;&amp;").length - 1).toBe(6);
  });

  test("has a style of its own for light and dark, and no script", async () => {
    const { text } = await ask(place.base, "/");
    expect(text).not.toMatch(/<script|<style|style=/);
    for (const [, path] of text.matchAll(/<link [^>]*href="([^"]+)"/g)) {
      expect([path, (await ask(place.base, path!)).status]).toEqual([path, 200]);
    }
    expect((await ask(place.base, "/console.css")).text).toContain("prefers-color-scheme: dark");
  });
});

test("where the engine is gone, the console says so and lives on", async () => {
  const gone = await openPlace(join(place.folder, "gone"));
  const orphan = await gone.console();
  expect((await ready(orphan.url)).status).toBe(200);
  await gone.engine.close();
  expect(await ready(orphan.url)).toMatchObject({ status: 503, bad: [{ name: "engine" }] });
  expect((await ask(orphan.url, "/healthz")).status).toBe(200);
  expect((await ask(orphan.url, "/")).text).toContain("does not answer");
  const metrics = await ask(orphan.url, "/metrics");
  expect([metrics.status, samplesOf(metrics.text).get("jingjian_queue_up")]).toEqual([200, 0]);
  const answer = await ask(orphan.url, "/api/status");
  expect(statusAndCode(answer)).toEqual([503, "QUEUE_FAILED"]);
  await orphan.close();
});

test.each<[string, () => Promise<RunningServer>]>([
  ["PostgreSQL", startPostgres],
  ["Redis", startRedis],
])("a %s that is away makes it not ready, until it is back", async (name, start) => {
  const running = await start();
  const away = await openPlace(join(place.folder, name), running.url);
  const waits = await away.console();
  expect((await ready(waits.url)).status).toBe(200);
  await running.pause();
  expect(await ready(waits.url)).toMatchObject({ status: 503, bad: [{ name: "engine" }] });
  expect(samplesOf((await ask(waits.url, "/metrics")).text).get("jingjian_queue_up")).toBe(0);
  expect((await ask(waits.url, "/healthz")).status).toBe(200);
  await running.resume();
  const until = Date.now() + 60_000;
  while ((await ready(waits.url)).status !== 200 && Date.now() < until) await sleep(200);
  expect((await ready(waits.url)).status).toBe(200);
  expect(samplesOf((await ask(waits.url, "/metrics")).text).get("jingjian_queue_up")).toBe(1);
  await away.close();
  await running.stop();
});
