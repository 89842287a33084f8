import { beforeAll, describe, expect, test } from "@jest/globals";
import { type RunningServer, startPostgres, startRedis } from "../../bench/servers.ts";
import type { Console } from "../../workers/console/server.ts";
import type { QueueSet } from "../../workers/queues.ts";
import { ask, codeOf, pageJob, placeUnderTest, send, statusAndCode } from "../support/console.ts";

interface Shown {
  readonly name: string;
  readonly readOnlyMode: boolean;
  readonly isPaused: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly jobs: readonly { readonly id: string; readonly data: unknown }[];
}
const shown = async (base: string, query = ""): Promise<readonly Shown[]> =>
  JSON.parse((await ask(base, `/queues/api/queues${query}`)).text).queues;

const ENGINES: readonly (readonly [name: string, start?: () => Promise<RunningServer>])[] = [
  ["embedded"],
  ["PostgreSQL", startPostgres],
  ["Redis", startRedis],
];

describe.each(ENGINES)("bull-board on %s:", (_engine, start) => {
  const place = placeUnderTest(start);
  let queues: QueueSet;
  let readOnly: Console;

  beforeAll(async () => {
    readOnly = await place.console({ readOnly: true });
    queues = place.queues("main");
    await addPage(queues);
  });

  const addPage = ({ pages }: QueueSet) => pages.add("page", pageJob("https://a.example/"), { jobId: "one" });

  describe("the page", () => {
    test.each(["/queues", "/queues/", "/queues/queue/page-main", "/queues/queue/page-main/one"])(
      "%s comes with all it needs from here, and asks nobody else",
      async (path) => {
        const { status, text } = await ask(place.base, path);
        expect(status).toBe(200);
        const base = /<base href="([^"]+)"/.exec(text)?.[1] ?? "";
        expect(base).toBe("/queues/");
        const assets = [...text.matchAll(/(?:src|href)="([^"]+)"/g)]
          .map((match) => match[1]!)
          .filter((url) => url !== base);
        expect(assets.length).toBeGreaterThan(5);
        for (const asset of assets) {
          const { origin, pathname } = new URL(asset, new URL(base, place.base));
          expect(origin).toBe(place.base);
          expect([asset, (await ask(place.base, pathname)).status]).toEqual([asset, 200]);
        }
      },
    );

    test("holds no script of its own, so that the policy may refuse all such", async () => {
      const { text } = await ask(place.base, "/queues");
      const inline = [...text.matchAll(/<script\b([^>]*)>([^<]*)/g)].filter((match) => match[2]!.trim() !== "");
      expect(inline.map((match) => match[1])).toEqual([expect.stringContaining('type="application/json"')]);
    });
  });

  describe("the queues", () => {
    test("are those of every collection, with their jobs", async () => {
      const listed = await shown(place.base, "?activeQueue=page-main&page=1&jobsPerPage=10");
      expect(listed.map(({ name }) => name).sort()).toEqual([
        "dead-letter-main",
        "document-main",
        "page-main",
        "result-main",
      ]);
      const pages = listed.find(({ name }) => name === "page-main");
      expect(pages).toMatchObject({ readOnlyMode: false, counts: { waiting: 1 } });
      expect(pages?.jobs).toMatchObject([{ id: "one", data: { url: "https://a.example/" } }]);
    });

    test("appear without a restart", async () => {
      await addPage(place.queues("later"));
      expect((await shown(place.base)).map(({ name }) => name)).toContain("page-later");
    });

    test.each([
      ["GET", "/queues/api/queues/page-main/one", 200],
      ["GET", "/queues/api/queues/page-main/one/logs", 200],
      ["GET", "/queues/api/queues/page-main/one/flow", 200],
      ["GET", "/queues/api/queues/page-main/workers", 200],
      ["GET", "/queues/api/queues/page-main/metrics", 200],
      ["GET", "/queues/api/queues/page-main/default-job-options", 200],
      ["GET", "/queues/api/queues/page-main/rate-limit", 200],
      ["GET", "/queues/api/queues/page-nothing/one", 404],
      ["GET", "/queues/api/job-schedulers", 200],
      ["GET", "/queues/api/redis/stats", 200],
      ["PUT", "/queues/api/queues/page-main/pause", 200],
      ["PUT", "/queues/api/queues/page-main/resume", 200],
      ["PUT", "/queues/api/queues/page-later/one/clean", 204],
    ])("%s %s gives %d", async (method, path, status) => {
      expect((await ask(place.base, path, { method })).status).toBe(status);
    });

    test("pause and go on", async () => {
      const paused = async () => (await shown(place.base)).find(({ name }) => name === "page-main")?.isPaused;
      await ask(place.base, "/queues/api/queues/page-main/pause", { method: "PUT" });
      expect(await paused()).toBe(true);
      await ask(place.base, "/queues/api/queues/page-main/resume", { method: "PUT" });
      expect(await paused()).toBe(false);
    });
  });

  describe("jobs name files, so that none is written by hand:", () => {
    const job = {
      name: "document",
      data: { documents: [{ source: "a", origin: { path: "/etc/passwd" } }] },
      options: {},
    };
    test.each([
      ["POST", "/queues/api/queues/document-main/add"],
      ["POST", "/queues/api/queues/document-main/%61dd"],
      ["POST", "/queue%73/api/queues/document-main/add?a=b"],
      ["PATCH", "/queues/api/queues/page-main/one/update-data"],
      ["PATCH", "/queues/api/queues/page-main/one/update%2ddata"],
      ["PATCH", "/queues/api/queues/page-main/job-schedulers/a"],
      ["PUT", "/queues/api/queues/page-main/job-schedulers/a/run"],
    ])("%s %s", async (method, path) => {
      const answer = await send(place.base, path, job, method);
      expect(statusAndCode(answer)).toEqual([403, "NOT_HERE"]);
      expect(await queues.documents.getJobCountByTypes("waiting")).toBe(0);
    });
  });

  test("read-only, it says so of every queue and changes none", async () => {
    const listed = await shown(readOnly.url);
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
    const answer = await ask(readOnly.url, "/queues/api/queues/page-main/pause", { method: "PUT" });
    expect(statusAndCode(answer)).toEqual([403, "READ_ONLY"]);
  });

  test("another site cannot pause it", async () => {
    const headers = { "sec-fetch-site": "cross-site" };
    const answer = await ask(place.base, "/queues/api/queues/page-main/pause", { method: "PUT", headers });
    expect(codeOf(answer)).toBe("CROSS_SITE");
  });
});
