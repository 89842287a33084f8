import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type RunningServer, startPostgres, startRedis } from "../../bench/servers.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { Failure } from "../../schemas/job.ts";
import type { Status } from "../../schemas/status.ts";
import { jingjian } from "../support/cli.ts";
import { tempFolder } from "../support/temp.ts";
import { startTestSite, type TestSite } from "../support/test-site.ts";

const PAGES = 1_000;
const DELAY_MS = 40;
const TIMEOUT_MS = 600_000;

const folder = tempFolder();
const servers: RunningServer[] = [];
let site: TestSite;

const started = async (start: () => Promise<RunningServer>): Promise<string> => {
  const server = await start();
  servers.push(server);
  return server.url;
};

const ENGINES: readonly (readonly [string, () => Promise<string>])[] = [
  ["embedded", async () => `embedded:${join(folder, "queue")}`],
  ["postgres", () => started(startPostgres)],
  ["redis", () => started(startRedis)],
];

afterAll(() => Promise.all(servers.map((server) => server.stop())), TIMEOUT_MS);

describe.each(ENGINES)("a site of %s", (engine, urlOf) => {
  const out = join(folder, `${engine}.jsonl`);
  let queue = "";
  let code: number | null = null;
  let stderr = "";

  beforeAll(async () => {
    queue = await urlOf();
    site = await startTestSite(PAGES);
    const flags = {
      "--queue": queue,
      "--out": out,
      "--archive": join(folder, `${engine}-archive`),
      "--allow-hosts": "127.0.0.0/8",
      "--host-delay-ms": String(DELAY_MS),
      "--max-wire-bytes": "1000000",
    };
    const input = site.pages.map(({ url }) => `${url}\n`).join("");
    ({ code, stderr } = await jingjian(["run", "-", ...Object.entries(flags).flat()], { input }));
  }, TIMEOUT_MS);

  afterAll(() => site.close());

  test("ends with some documents failed, and with no trouble of its own", () => {
    expect(code).toBe(1);
    expect(stderr).not.toMatch(/QUEUE_FAILED|Warning/);
  });

  test("accounts for every URL", async () => {
    const { stdout } = await jingjian(["status", "--json", "--queue", queue]);
    const { collections } = JSON.parse(stdout) as Status;
    const [{ waiting, active, delayed, pagesDone, unwritten, failures }] = collections as [Status["collections"][0]];
    expect({ waiting, active, delayed, unwritten, pagesDone }).toEqual({
      waiting: 0,
      active: 0,
      delayed: 0,
      unwritten: 0,
      pagesDone: PAGES,
    });
    expect(failures).toEqual(countsOf(site.pages.map(({ outcome }) => outcome).filter((code) => code !== "facts")));
  });

  test("gives one batch of facts for each good page", () => {
    const facts = linesOf(out);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    const good = site.pages.filter(({ outcome }) => outcome === "facts");
    expect(new Set(facts.map(({ doc }) => doc.id)).size).toBe(good.length);
  });

  test("says why of each failure", async () => {
    const { stdout } = await jingjian(["failed", "--json", "--queue", queue]);
    const failed = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Failure);
    expect(Object.fromEntries(failed.map(({ source, code }) => [source, code]))).toEqual(
      Object.fromEntries(
        site.pages.filter(({ outcome }) => outcome !== "facts").map(({ url, outcome }) => [url, outcome]),
      ),
    );
  });

  test("asks for no page that robots.txt closes, and each host for it once", () => {
    expect(site.hits.filter(({ path }) => path.startsWith("/disallowed/"))).toEqual([]);
    expect(new Set(Object.values(countsOf(robotsHits(site))))).toEqual(new Set([1]));
  });

  test("keeps the pace and the share of each host", () => {
    expect(Math.max(...site.hits.map(({ open }) => open))).toBeLessThanOrEqual(HOST_CONCURRENCY + 1);
    // Redirects and robots.txt belong to the request that met them.
    const first = site.hits.filter(({ path }) => !/robots|moved/.test(path));
    for (const [host, hits] of grouped(first)) {
      const span = hits.at(-1)!.at - hits[0]!.at;
      expect([host, span >= (new Set(hits.map(({ path }) => path)).size - 1) * DELAY_MS * 0.9]).toEqual([host, true]);
    }
  });

  test("finds one page's story", async () => {
    const { url } = site.pages.find(({ kind }) => kind === "wrong-charset")!;
    const { stdout } = await jingjian(["find", url, "--queue", queue, "--out", out]);
    expect(stdout).toMatch(/gb18030 by .*against the label utf-8/);
    expect(stdout).toMatch(/facts +.*lines \d/);
  });
});

const HOST_CONCURRENCY = 2;

const linesOf = (path: string): Fact[] =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Fact);

const countsOf = (keys: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

const robotsHits = ({ hits }: TestSite): string[] =>
  hits.filter(({ path }) => path === "/robots.txt").map(({ host }) => host);

function grouped(hits: TestSite["hits"]): Map<string, TestSite["hits"][0][]> {
  const groups = new Map<string, TestSite["hits"][0][]>();
  for (const hit of hits) groups.set(hit.host, [...(groups.get(hit.host) ?? []), hit]);
  return groups;
}
