import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { Guard } from "../../../pipeline/fetch/guard.ts";
import { Robots } from "../../../pipeline/fetch/robots.ts";
import { RobotsFile } from "../../../pipeline/fetch/robots-file.ts";
import { DEFAULTS, fetcher, LOCAL, site } from "./site.ts";

const OBEY = { ...LOCAL, robots: "obey" } as const;

/** A site whose robots.txt is answered by `robots`; its pages always are there. */
const withRobots = (robots: RequestListener) =>
  site((request, response) => {
    if (request.url === "/robots.txt") robots(request, response);
    else response.end("page");
  });
const saying = (text: string | Buffer) => withRobots((_request, response) => response.end(text));

/** @returns what robots.txt said, or the code of the error */
const outcome = (url: string, settings: Partial<typeof LOCAL> = {}): Promise<string> =>
  fetcher({ ...OBEY, ...settings })
    .fetch(url)
    .then(
      (page) => page.robots,
      (error) => error.code,
    );

describe("what a file says:", () => {
  const GROUPS =
    "User-agent: other\nDisallow: /\n\nUser-agent: JingJian/2.0\nDisallow: /own\n\nUser-agent: *\nDisallow: /all";
  test.each([
    ["", "/", true],
    ["User-agent: *\nDisallow: /", "/", false],
    ["User-agent: *\nDisallow:", "/", true],
    ["User-agent: other\nDisallow: /", "/", true],
    [GROUPS, "/all", true],
    [GROUPS, "/own/page", false],
    ["\u{FEFF}User-agent: *\r\nDisallow: /a\r\n", "/a", false],
    ["User-agent: *\rDisallow: /a\r", "/a", false],
    ["user-AGENT : jingjian\ndisALLOW : /a", "/a", false],
    ["User-agent: other\nSitemap: http://x/s.xml\nUser-agent: *\nDisallow: /a", "/a", false],
    ["User-agent: other\n# here\n\nUser-agent: jingjian\nDisallow: /a", "/a", false],
    ["User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true],
    ["User-agent: *\nAllow: /a\nDisallow: /a", "/a", true],
    ["User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false],
    ["User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true],
    ["User-agent: *\nDisallow: /*?id=", "/x?id=1", false],
    ["User-agent: *\nDisallow: /精简", "/%E7%B2%BE%E7%AE%80/x", false],
    ["User-agent: *\nDisallow: /%e7%b2%be", "/%E7%B2%BE%E7%AE%80/x", false],
    ["Disallow: /", "/", true],
    ["<html><body>Not found</body></html>", "/", true],
  ])("%j lets %s in: %s", (text, path, allowed) => {
    const origin = "https://example.org";
    const file = new RobotsFile(origin, text);
    expect(file.refusalOf(new URL(path, origin)) === null).toBe(allowed);
  });

  test.each([
    ["User-agent: *\nCrawl-delay: 10", 10_000],
    ["User-agent: *\nCrawl-delay: 0.5", 500],
    ["User-agent: jingjian\nCrawl-delay: 3\nUser-agent: *\nCrawl-delay: 10", 3_000],
    ["User-agent: *\nCrawl-delay: 1000000", 600_000],
    ["User-agent: *\nCrawl-delay: Infinity", 600_000],
    ["User-agent: *\nCrawl-delay: -1", null],
    ["User-agent: *\nCrawl-delay: soon", null],
    ["User-agent: other\nCrawl-delay: 10", null],
  ])("%j asks for %s ms", (text, expected) => {
    expect(new RobotsFile("https://example.org", text).delayMs).toBe(expected);
  });

  test("patterns made to be slow close the site instead", () => {
    const file = new RobotsFile("https://example.org", `User-agent: *\nDisallow: /${"*a".repeat(200_000)}`);
    expect(file.refusalOf(new URL(`https://example.org/${"a".repeat(8_000)}`))).toMatch(/too many patterns/);
  });
});

describe("robots.txt that is", () => {
  test.each<readonly [string, RequestListener, string]>([
    ["there", (_request, response) => response.end("User-agent: *\nDisallow: /private"), "allowed"],
    ["closed", (_request, response) => response.end("User-agent: *\nDisallow: /"), "ROBOTS_DISALLOWED"],
    ["empty", (_request, response) => response.writeHead(204).end(), "allowed"],
    ["compressed", (_request, response) => void gzipped(response, "User-agent: *\nDisallow: /"), "ROBOTS_DISALLOWED"],
    ["missing", (_request, response) => response.writeHead(404).end("User-agent: *\nDisallow: /"), "no-file"],
    ["forbidden", (_request, response) => response.writeHead(403).end(), "no-file"],
    ["behind a login", (_request, response) => response.writeHead(401).end(), "no-file"],
    ["gone", (_request, response) => response.writeHead(410).end(), "no-file"],
    ["down", (_request, response) => response.writeHead(503).end(), "ROBOTS_UNREACHABLE"],
    ["broken", (_request, response) => response.writeHead(500).end(), "ROBOTS_UNREACHABLE"],
    ["cut", (_request, response) => void response.socket?.destroy(), "ROBOTS_UNREACHABLE"],
    [
      "cut within",
      (_request, response) => void response.writeHead(200, { "Content-Length": 9 }).end("U"),
      "ROBOTS_UNREACHABLE",
    ],
    [
      "damaged",
      (_request, response) => response.writeHead(200, { "Content-Encoding": "gzip" }).end("no"),
      "ROBOTS_UNREACHABLE",
    ],
    ["moved to nowhere", (_request, response) => response.writeHead(302).end(), "no-file"],
  ])("%s", async (_what, listener, expected) => {
    const { url } = await withRobots(listener);
    expect(await outcome(`${url}/page`)).toBe(expected);
  });

  const gzipped = (response: Parameters<RequestListener>[1], text: string) =>
    response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync(text));

  test("silent: no page is fetched, and the error says why", async () => {
    const { url, asked } = await withRobots(() => {});
    const work = fetcher({ ...OBEY, fetchTimeoutMs: 400 }).fetch(`${url}/page`);
    await expect(work).rejects.toMatchObject({ code: "ROBOTS_UNREACHABLE", retry: "backoff" });
    expect(asked.map((request) => request.url)).toEqual(["/robots.txt"]);
  });

  test("endless: its first 500 KiB are read", async () => {
    const filler = `#${"x".repeat(99)}\n`;
    const { url } = await withRobots((_request, response) => {
      response.write("User-agent: *\nDisallow: /early\n");
      const more = (): void => void (response.destroyed || response.write(filler.repeat(1_000), more));
      more();
    });
    expect(await outcome(`${url}/early`)).toBe("ROBOTS_DISALLOWED");
    expect(await outcome(`${url}/page`)).toBe("allowed");
  });

  test("long: a rule behind 500 KiB counts for nothing", async () => {
    const long = Buffer.from(`User-agent: *\n${`#${"x".repeat(99)}\n`.repeat(6_000)}Disallow: /late\n`);
    expect(await outcome(`${(await saying(long)).url}/late`)).toBe("allowed");
    const bomb = await withRobots((_request, response) => void gzipped(response, `${long}`.repeat(100)));
    expect(await outcome(`${bomb.url}/late`)).toBe("allowed");
  });

  test("ignored: it is not even asked for", async () => {
    const { url, asked } = await saying("User-agent: *\nDisallow: /");
    expect(await outcome(`${url}/page`, { robots: "ignore" })).toBe("ignored");
    expect(asked.map((request) => request.url)).toEqual(["/page"]);
  });
});

describe("redirects of robots.txt", () => {
  const circling = (times: number) =>
    site((request, response) => {
      const step = Number(request.url?.match(/\d+/)?.[0] ?? 0);
      if (!request.url?.includes("robots")) response.end("page");
      else if (step < times) response.writeHead(302, { Location: `/robots${step + 1}.txt` }).end();
      else response.end("User-agent: *\nDisallow: /");
    });
  test.each([
    [1, "ROBOTS_DISALLOWED"],
    [5, "ROBOTS_DISALLOWED"],
    [6, "no-file"],
  ])("%d of them: %s", async (times, expected) => {
    expect(await outcome(`${(await circling(times)).url}/page`)).toBe(expected);
  });

  test("may lead to another host, and hold for the first one", async () => {
    const other = await saying("User-agent: *\nDisallow: /closed");
    const first = await withRobots((_request, response) =>
      response.writeHead(301, { Location: `${other.url}/robots.txt` }).end(),
    );
    expect(await outcome(`${first.url}/closed`)).toBe("ROBOTS_DISALLOWED");
    expect(await outcome(`${first.url}/page`)).toBe("allowed");
  });
});

test("each hop asks the robots.txt of its own origin", async () => {
  const target = await saying("User-agent: *\nDisallow: /closed");
  const first = await site((request, response) => {
    if (request.url === "/robots.txt") response.writeHead(404).end();
    else response.writeHead(302, { Location: `${target.url}${request.url}` }).end();
  });
  expect(await outcome(`${first.url}/closed`)).toBe("ROBOTS_DISALLOWED");
  expect(await outcome(`${first.url}/open`)).toBe("allowed");
  expect(target.asked.map((request) => request.url)).not.toContain("/closed");
});

describe("one file for an origin", () => {
  test("is asked for once, and tells its pause", async () => {
    const { url, asked } = await saying("User-agent: *\nCrawl-delay: 2");
    const client = fetcher(OBEY);
    expect(client.crawlDelayMs(`${url}/page`)).toBeNull();
    await Promise.all(Array.from({ length: 20 }, (_, i) => client.fetch(`${url}/${i}`)));
    await client.fetch(`${url}/later`);
    expect(asked.filter((request) => request.url === "/robots.txt")).toHaveLength(1);
    expect(client.crawlDelayMs(`${url}/page`)).toBe(2_000);
    expect(client.crawlDelayMs("no url")).toBeNull();
    expect(client.crawlDelayMs("http://unknown.example/")).toBeNull();
  });

  test("is asked for by our name", async () => {
    const { url, asked } = await saying("");
    await fetcher({ ...OBEY, contact: "me@example.org" }).fetch(url);
    expect(asked[0]!.headers["user-agent"]).toMatch(/^jingjian\/\S+ \(\+me@example\.org\)$/);
  });

  test.each([
    ["200", 200, 86_399_999, 1],
    ["200", 200, 86_400_000, 2],
    ["404", 404, 86_399_999, 1],
    ["503", 503, 4_999, 1],
    ["503", 503, 5_000, 2],
  ])("with status %s is asked for again in time", async (_what, status, laterMs, times) => {
    const { url, asked } = await withRobots((_request, response) => response.writeHead(status).end());
    let now = 0;
    const robots = new Robots(new Guard(LOCAL), DEFAULTS, { now: () => now });
    const ask = () => robots.verdict(new URL(`${url}/page`), new AbortController().signal).catch(() => {});
    await ask();
    now += laterMs;
    await ask();
    expect(asked).toHaveLength(times);
  });

  test("one page called off leaves it to the others", async () => {
    let answer = (): void => {};
    const { url, asked } = await withRobots((_request, response) => {
      answer = () => void response.end("");
    });
    const client = fetcher(OBEY);
    const controller = new AbortController();
    const called = client.fetch(`${url}/a`, { signal: controller.signal });
    const other = client.fetch(`${url}/b`);
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort(new Error("called off"));
    await expect(called).rejects.toThrow("called off");
    answer();
    expect((await other).robots).toBe("allowed");
  });

  test("a thousand origins and more are not all kept", async () => {
    const served = await saying("User-agent: *\nCrawl-delay: 2");
    const robots = new Robots(
      new Guard({ allowHosts: ".many.example" }, async () => [{ address: "127.0.0.1", family: 4 }]),
      DEFAULTS,
    );
    const origin = (i: number): string => served.named(`n${i}.many.example`);
    for (let i = 0; i < 1_010; i++) await robots.verdict(new URL(origin(i)), new AbortController().signal);
    expect(robots.delayMs(origin(0))).toBeNull();
    expect(robots.delayMs(origin(1_009))).toBe(2_000);
  });
});
