import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Fact } from "../../schemas/fact.ts";
import { openEngine } from "../../workers/engine.ts";
import { readStatus } from "../../workers/status.ts";
import { builtCli } from "../support/build.ts";
import { jingjian } from "../support/cli.ts";
import { enginesUnderTest } from "../support/engines.ts";
import { reformText } from "../support/reform-texts.ts";
import { tempFolder } from "../support/temp.ts";
import { newsPage } from "../support/test-site.ts";

const TIMEOUT_MS = 180_000;
const root = tempFolder();

/** Enough documents that a worker is still at them when it is told to stop. */
const many = join(root, "many.jsonl");
/** How many facts they hold; counted once for all engines. */
let factsOfMany: Promise<number> | null = null;

async function countFacts(source: string): Promise<number> {
  const { stdout } = await jingjian(["extract", source]);
  return stdout.trim().split("\n").length;
}

let server: Server;
let site = "";
/** Requests for each path. */
const asked = new Map<string, number>();

beforeAll(async () => {
  const lines = Array.from({ length: 1_000 }, (_, i) => JSON.stringify({ id: `term-${i}`, text: reformText(i) }));
  writeFileSync(many, `${lines.join("\n")}\n`);
  server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.set(path, (asked.get(path) ?? 0) + 1);
    if (path === "/robots.txt") return response.writeHead(404).end();
    if (path === "/sitemap.xml") {
      const urls = ["http://192.168.1.1/a", "http://[::1]/b"].map((one) => `<url><loc>${one}</loc></url>`);
      return response.writeHead(200, { "content-type": "application/xml" }).end(`<urlset>${urls.join("")}</urlset>`);
    }
    if (path.startsWith("/gone")) return response.writeHead(404).end();
    if (request.headers["if-none-match"] === '"v1"') return response.writeHead(304).end();
    // Two addresses of one text; every other number has its own.
    const number = path.startsWith("/copy") ? 1 : Number(/\d+/.exec(path)?.[0] ?? 0);
    return response.writeHead(200, { "content-type": "text/html; charset=utf-8", etag: '"v1"' }).end(newsPage(number));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

describe.each(enginesUnderTest().map((engine) => [engine.name, engine] as const))("%s", (name, { url }) => {
  const folder = join(root, name);
  const out = join(folder, "facts.jsonl");
  let queue = "";

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    queue = await url();
  }, TIMEOUT_MS);

  /** A command on this engine, in a folder of its own; those that fetch may reach the test site. */
  const ours = (command: string, args: readonly string[] = [], input = "") =>
    jingjian([command, ...args], {
      input,
      cwd: folder,
      env: {
        JINGJIAN_QUEUE: queue,
        JINGJIAN_ALLOW_HOSTS: "127.0.0.1",
        JINGJIAN_HOST_DELAY_MS: "5",
        JINGJIAN_LOG_LEVEL: "error",
      },
    });
  const work = () => ours("work", ["--until-idle", "--out", out]);
  const facts = (): Fact[] => {
    const lines = readFileSync(out, "utf8").trim();
    return lines === "" ? [] : lines.split("\n").map((line) => JSON.parse(line) as Fact);
  };
  const documents = () => new Set(facts().map(({ doc }) => doc.id)).size;
  /** What `status` says, without a process of its own. */
  const collection = async () => {
    const engine = await openEngine(queue);
    try {
      return (await readStatus(engine)).collections.find((one) => one.name === "main");
    } finally {
      await engine.close();
    }
  };

  test(
    "files: enqueued, worked, and the bad one listed, found, and tried again",
    async () => {
      mkdirSync(join(folder, "in"));
      for (let i = 0; i < 40; i++) writeFileSync(join(folder, "in", `${i}.txt`), reformText(i * 10));
      writeFileSync(join(folder, "in", "bad.html"), Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"));
      const enqueued = await ours("enqueue", ["in"]);
      expect([enqueued.code, enqueued.stdout]).toEqual([0, "enqueued 41, failed 0\n"]);
      const status = JSON.parse((await ours("status", ["--json"])).stdout);
      expect(status.collections).toMatchObject([{ name: "main", waiting: 2, failed: 0 }]);
      expect((await work()).code).toBe(1);
      expect(documents()).toBe(40);
      expect(await collection()).toMatchObject({ waiting: 0, failed: 1, failures: { BINARY_INPUT: 1 } });
      const failed = await ours("failed", ["--json"]);
      expect([failed.code, JSON.parse(failed.stdout)]).toMatchObject([1, { code: "BINARY_INPUT", attempts: 1 }]);
      expect((await ours("find", ["in/7.txt", "--out", out])).stdout).toMatch(/facts .*lines \d/);
      writeFileSync(join(folder, "in", "bad.html"), "<h1>会昌县改革</h1><p>会昌县党政机构由40个精简为30个。</p>");
      // It is another document now: as it was when it was enqueued it is not there any more.
      expect((await ours("retry", ["--code", "BINARY_INPUT"])).stdout).toBe("enqueued 1\n");
      await work();
      expect((await collection())?.failures).toEqual({ INPUT_CHANGED: 1 });
      expect((await ours("failed", ["--drop"])).stdout).toBe("dropped 1\n");
      expect((await ours("failed")).code).toBe(0);
    },
    TIMEOUT_MS,
  );

  test(
    "URLs: one job in any spelling, the same bytes one document, a feed in a file, and what is gone",
    async () => {
      const before = documents();
      const urls = [
        `${site}/news/2.html?utm_source=wx`,
        `${site}/news/2.html#top`,
        `${site}/copy/a.html`,
        `${site}/copy/b.html`,
        `${site}/gone.html`,
        "ftp://127.0.0.1/x",
      ];
      const list = await ours("enqueue", ["-"], `${urls.join("\n")}\n`);
      expect([list.code, list.stdout]).toEqual([1, "enqueued 5, failed 1\n"]);
      const items = [3, 4, 5].map((n) => `<item><title>第${n}期</title><link>${site}/news/${n}.html</link></item>`);
      writeFileSync(
        join(folder, "feed.xml"),
        `<?xml version="1.0"?><rss version="2.0"><channel><title>简报</title>${items.join("")}</channel></rss>`,
      );
      expect((await ours("enqueue", ["feed.xml"])).stdout).toBe("enqueued 3, failed 0\n");
      await work();
      // 2, one of the two copies, and three of the feed.
      expect(documents() - before).toBe(5);
      expect(await collection()).toMatchObject({
        waiting: 0,
        pagesDone: 7,
        failures: { HTTP_REFUSED: 1, UNFIT_URL: 1 },
      });
      const found = await ours("find", [`${site}/news/2.html`, "--out", out]);
      expect(found.stdout).toMatch(/robots +no-file/);
      expect(found.stdout).toMatch(/archive .*\.warc\.gz at \d+/);
      expect((await ours("failed", ["--host", site.slice(7)])).stdout).toMatch(/HTTP_REFUSED.*gone\.html/);
    },
    TIMEOUT_MS,
  );

  test(
    "a feed or sitemap that names private addresses leads to none of them",
    async () => {
      const items = ["http://10.0.0.1/x", "http://169.254.169.254/y"].map(
        (link) => `<item><link>${link}</link></item>`,
      );
      writeFileSync(join(folder, "hostile.xml"), `<rss version="2.0"><channel>${items.join("")}</channel></rss>`);
      const before = (await collection())?.failures ?? {};
      await ours("enqueue", ["hostile.xml", `${site}/sitemap.xml`]);
      await work();
      const after = (await collection())?.failures ?? {};
      expect({ ...after, ADDRESS_REFUSED: (after.ADDRESS_REFUSED ?? 0) - (before.ADDRESS_REFUSED ?? 0) }).toMatchObject(
        {
          ...before,
          ADDRESS_REFUSED: 4,
        },
      );
    },
    TIMEOUT_MS,
  );

  test(
    "--again asks whether a page changed, and leaves it as it is where it did not",
    async () => {
      const path = "/news/2.html";
      const [times, lines] = [asked.get(path), facts().length];
      await ours("enqueue", [`${site}${path}`]);
      await work();
      expect(asked.get(path)).toBe(times);
      await ours("enqueue", ["--again", `${site}${path}`]);
      await work();
      expect(asked.get(path)).toBe((times ?? 0) + 1);
      expect((await ours("find", [`${site}${path}`])).stdout).toMatch(/completed: unchanged/);
      expect(facts()).toHaveLength(lines);
    },
    TIMEOUT_MS,
  );

  test(
    "SIGTERM finishes what is in work and hands back the rest, which another worker does",
    async () => {
      await ours("enqueue", [many]);
      const size = () => readFileSync(`${out}.journal`).length;
      const before = size();
      const args = ["work", "--out", out, "--queue", queue];
      const worker = spawn(process.execPath, [builtCli(), ...args], { cwd: folder, stdio: "ignore" });
      while (size() <= before) await new Promise((resolve) => setTimeout(resolve, 5));
      worker.kill("SIGTERM");
      const [code] = (await once(worker, "exit")) as [number | null];
      expect(code).toBe(143);
      expect(await collection()).toMatchObject({ active: 0 });
      await work();
      expect(await collection()).toMatchObject({ waiting: 0, active: 0, unwritten: 0 });
      const term = facts().filter(({ doc }) => doc.id.startsWith("term-"));
      factsOfMany ??= countFacts(many);
      const expected = await factsOfMany;
      expect([term.length, new Set(term.map(({ id }) => id)).size]).toEqual([expected, expected]);
    },
    TIMEOUT_MS,
  );
});
