import { mkdirSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import type { Skipped } from "../../../pipeline/archive/archived-page.ts";
import { documentIdOf } from "../../../pipeline/archive/document-id.ts";
import { type ArchivedPage, readArchive, readRecord } from "../../../pipeline/archive/reader.ts";
import { hashOf } from "../../../workers/queues.ts";
import { BIG5_ARTICLE, encoded } from "../../support/charsets.ts";
import { tempFolder } from "../../support/temp.ts";
import { brief, entriesOf, html, record, response } from "./archives.ts";

const folder = tempFolder();
const path = join(folder, "x.warc");
const GBK = encoded(html("河口县把三十四个党政机构精简为二十三个。"), "gb18030");
const PAGE = Buffer.from(html("漾濞县节省经费五千余万元。"));

const chunked = (body: Uint8Array, size = 50): Buffer => {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += size) {
    const part = body.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)};x=1\r\n`), Buffer.from(part), Buffer.from("\r\n"));
  }
  return Buffer.concat([...parts, Buffer.from("0\r\n\r\n")]);
};

const http = (...headers: readonly string[]): string =>
  `HTTP/1.1 200 OK\r\n${headers.map((line) => `${line}\r\n`).join("")}`;
const HTML = "Content-Type: text/html";

/** As a large crawl writes them: request, response and metadata for each page, and all that is no page. */
const CRAWL: readonly Buffer[] = [
  record(
    { "WARC-Type": "warcinfo", "Content-Type": "application/warc-fields" },
    "software: crawler/1\r\nisPartOf: X\r\n",
  ),
  record(
    {
      "WARC-Type": "request",
      "WARC-Target-URI": "http://a.cn/gbk",
      "Content-Type": "application/http; msgtype=request",
    },
    "GET /gbk HTTP/1.1\r\n\r\n",
  ),
  response(
    "http://a.cn/gbk",
    chunked(GBK),
    http("Content-Type: text/html; charset=gb2312", "Transfer-Encoding: chunked"),
  ),
  record(
    { "WARC-Type": "metadata", "WARC-Target-URI": "http://a.cn/gbk", "Content-Type": "application/warc-fields" },
    "fetchTimeMs: 20\r\n",
  ),
  response("http://a.cn/unchunked", PAGE, http(HTML, "Transfer-Encoding: chunked", "Content-Encoding: gzip")),
  response("http://a.cn/pic.png", "\x89PNG", http("Content-Type: image/png")),
  response("http://a.cn/robots.txt", "User-agent: *\n", http("Content-Type: text/plain")),
  response("http://a.cn/gone", PAGE, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n"),
  response("http://a.cn/moved", "", "HTTP/1.1 301 Moved\r\nLocation: /x\r\n"),
  record(
    { "WARC-Type": "response", "WARC-Target-URI": "dns:a.cn", "Content-Type": "text/dns" },
    "20200101\na.cn. 1 IN A 203.0.113.7\n",
  ),
  record(
    {
      "WARC-Type": "revisit",
      "WARC-Target-URI": "http://a.cn/gbk",
      "Content-Type": "application/http; msgtype=response",
    },
    "HTTP/1.1 200 OK\r\n\r\n",
  ),
  record(
    { "WARC-Type": "resource", "WARC-Target-URI": "<file:///pages/1.txt>", "Content-Type": "text/plain; charset=big5" },
    BIG5_ARTICLE,
  ),
  record(
    { "WARC-Type": "conversion", "WARC-Target-URI": "http://a.cn/wet", "Content-Type": "text/plain" },
    "机构由三十四个精简为二十三个。",
  ),
  response("http://a.cn/untyped", PAGE, http()),
  response("http://a.cn/untyped.bin", "%PDF-1.7", http()),
  response("http://a.cn/http2", PAGE, "HTTP/2 200\r\ncontent-type: text/html\r\n"),
];
const PAGES = ["gbk", "unchunked", "wet", "untyped", "http2"]
  .map((name) => `http://a.cn/${name}`)
  .toSpliced(2, 0, "file:///pages/1.txt");

const half = Buffer.concat(CRAWL).length / 2;
const FILES: Readonly<Record<string, () => Buffer>> = {
  "plain, 1.0": () => Buffer.concat(CRAWL),
  "plain, 1.1": () =>
    Buffer.from(Buffer.concat(CRAWL).toString("latin1").replaceAll("WARC/1.0\r\n", "WARC/1.1\r\n"), "latin1"),
  "a gzip member for each record": () => Buffer.concat(CRAWL.map((part) => gzipSync(part))),
  "one gzip member": () => gzipSync(Buffer.concat(CRAWL)),
  "gzip members of blocks, as bgzip writes them": () => {
    const all = Buffer.concat(CRAWL);
    return Buffer.concat([
      gzipSync(all.subarray(0, half)),
      gzipSync(all.subarray(half, half + 200)),
      gzipSync(all.subarray(half + 200)),
    ]);
  },
};

describe.each(Object.entries(FILES))("%s", (_name, bytes) => {
  test("pages, what was skipped, and each page again by its place", async () => {
    writeFileSync(path, bytes());
    const skipped: Skipped[] = [];
    const entries: ArchivedPage[] = [];
    for await (const entry of readArchive(path, { maxBytes: 100_000, onSkip: (why) => skipped.push(why) })) {
      if ("error" in entry) throw entry.error;
      entries.push(entry);
    }
    expect(brief(entries)).toEqual(PAGES);
    expect(skipped).toEqual([
      "warcinfo",
      "request",
      "metadata",
      "media",
      "robots",
      "status",
      "status",
      "dns",
      "revisit",
      "media",
    ]);
    expect(entries.map(({ source }) => source.slice(path.length))).toEqual(["#3", "#5", "#12", "#13", "#14", "#16"]);
    expect(entries.map(({ form }) => form)).toEqual(["html", "html", "text", "text", "html", "html"]);
    expect(Buffer.from(entries[0]!.bytes).equals(GBK)).toBe(true);
    expect(Buffer.from(entries[1]!.bytes).equals(PAGE)).toBe(true);
    expect(Buffer.from(entries[2]!.bytes).equals(BIG5_ARTICLE)).toBe(true);
    for (const entry of entries.toReversed()) {
      expect({ ...(await readRecord(entry.origin, 100_000)), source: entry.source }).toEqual(entry);
    }
  });
});

describe("a payload's way is undone", () => {
  const cut = { "WARC-Truncated": "length" };
  test.each<[string, Uint8Array | string, readonly string[], Record<string, string>, Uint8Array | string]>([
    ["nothing", PAGE, [], {}, PAGE],
    ["gzip", gzipSync(PAGE), ["Content-Encoding: gzip"], {}, PAGE],
    ["x-gzip", gzipSync(PAGE), ["content-encoding: X-GZIP"], {}, PAGE],
    ["deflate", deflateSync(PAGE), ["Content-Encoding: deflate"], {}, PAGE],
    ["deflate without its header", deflateRawSync(PAGE), ["Content-Encoding: deflate"], {}, PAGE],
    ["brotli", brotliCompressSync(PAGE), ["Content-Encoding: br"], {}, PAGE],
    ["two encodings", brotliCompressSync(gzipSync(PAGE)), ["Content-Encoding: gzip, br"], {}, PAGE],
    ["gzip in chunks", chunked(gzipSync(PAGE)), ["Transfer-Encoding: chunked", "Content-Encoding: gzip"], {}, PAGE],
    ["headers of a way that was undone", PAGE, ["Transfer-Encoding: chunked", "Content-Encoding: br"], {}, PAGE],
    ["an unknown encoding, undone", PAGE, ["Content-Encoding: zstd"], {}, PAGE],
    ["an unknown encoding", gzipSync(PAGE), ["Content-Encoding: zstd"], {}, "ArchiveDamagedError"],
    ["gzip that ends too early", gzipSync(PAGE).subarray(0, 60), ["Content-Encoding: gzip"], {}, "ArchiveDamagedError"],
    [
      "chunks that end too early",
      chunked(PAGE).subarray(0, 90),
      ["Transfer-Encoding: chunked"],
      {},
      "ArchiveDamagedError",
    ],
    [
      "chunks without the last",
      chunked(PAGE).subarray(0, -5),
      ["Transfer-Encoding: chunked"],
      {},
      "ArchiveDamagedError",
    ],
    [
      "chunks that the crawler cut",
      chunked(PAGE, 10).subarray(0, 34),
      ["Transfer-Encoding: chunked"],
      cut,
      PAGE.subarray(0, 18),
    ],
    [
      "gzip of twice the budget",
      gzipSync(Buffer.alloc(4_000, "<p>")),
      ["Content-Encoding: gzip"],
      {},
      "BudgetExceededError",
    ],
    [
      "chunks of more than the budget",
      chunked(Buffer.alloc(2_500, "<p>"), 100),
      ["Transfer-Encoding: chunked"],
      {},
      "BudgetExceededError",
    ],
    ["an empty body", "", ["Content-Encoding: gzip"], {}, ""],
  ])("%s", async (_name, body, headers, more, expected) => {
    writeFileSync(
      path,
      Buffer.concat([response("http://a.cn/", body, http(HTML, ...headers), more), response("http://a.cn/next", PAGE)]),
    );
    const [entry, next] = await entriesOf(path, 2_000);
    const found = "error" in entry! ? entry.error.name : Buffer.from(entry!.bytes).toString();
    expect(found).toBe(Buffer.from(expected).toString());
    expect(brief([next!])).toEqual(["http://a.cn/next"]);
  });
});

describe("what cannot be had is told, and the next record read", () => {
  const next = response("http://a.cn/next", PAGE);
  test.each([
    ["a page past the budget", response("http://a.cn/", Buffer.alloc(20_000, "<p>")), "BudgetExceededError"],
    [
      "a resource past the budget",
      record({ "WARC-Type": "resource", "Content-Type": "text/html" }, Buffer.alloc(20_000)),
      "BudgetExceededError",
    ],
    [
      "a page in segments",
      response("http://a.cn/", PAGE, http(HTML), { "WARC-Segment-Number": "1" }),
      "ArchiveDamagedError",
    ],
    [
      "no HTTP answer",
      record({ "WARC-Type": "response", "WARC-Target-URI": "http://a.cn/", "Content-Type": "application/http" }, "<p>"),
      "ArchiveDamagedError",
    ],
    [
      "a head without end",
      response("http://a.cn/", PAGE, `HTTP/1.1 200 OK\r\nX: ${"x".repeat(70_000)}\r\n`),
      "ArchiveDamagedError",
    ],
  ])("%s", async (_name, bytes, expected) => {
    for (const file of [
      Buffer.concat([bytes, next]),
      gzipSync(Buffer.concat([bytes, next])),
      Buffer.concat([gzipSync(bytes), gzipSync(next)]),
    ]) {
      writeFileSync(path, file);
      expect(brief(await entriesOf(path, 10_000))).toEqual([expected, "http://a.cn/next"]);
    }
  });

  test("a large file of another kind is passed over, whatever the budget", async () => {
    writeFileSync(
      path,
      Buffer.concat([response("http://a.cn/v", Buffer.alloc(500_000), http("Content-Type: video/mp4")), next]),
    );
    expect(brief(await entriesOf(path, 1_000))).toEqual(["http://a.cn/next"]);
  });
});

test("records of one member are read again in any order, side by side, and after the file changed", async () => {
  const many = Array.from({ length: 30 }, (_, index) => response(`http://a.cn/${index}`, html(`第${index}页`)));
  const file = join(folder, "one.warc.gz");
  writeFileSync(file, gzipSync(Buffer.concat(many)));
  const pages = (await entriesOf(file)).filter((entry) => "bytes" in entry) as ArchivedPage[];
  expect(pages).toHaveLength(30);
  const shuffled = pages.toSorted(
    (a, b) => ((Number(a.url.slice(12)) * 7) % 30) - ((Number(b.url.slice(12)) * 7) % 30),
  );
  for (const order of [pages, shuffled, pages.toReversed()]) {
    for (const page of order) expect((await readRecord(page.origin, 10_000)).url).toBe(page.url);
    const again = await Promise.all(order.map((page) => readRecord(page.origin, 10_000)));
    expect(again.map(({ bytes }) => Buffer.from(bytes))).toEqual(order.map(({ bytes }) => Buffer.from(bytes)));
  }
  writeFileSync(file, gzipSync(Buffer.concat(many.slice(2))));
  await expect(readRecord(pages[29]!.origin, 10_000)).rejects.toThrow("changed");
});

test("the id is that of a fetched page, and of an address that is none the address's own", () => {
  expect(documentIdOf("HTTP://A.cn:80/x?utm_source=y#z")).toBe(hashOf("http://a.cn/x"));
  expect(documentIdOf("file:///pages/1.txt")).toBe(hashOf("file:///pages/1.txt"));
});

test("60 MB are read in flat memory, in members and in one", async () => {
  const text = Array.from({ length: 40_000 }, (_, index) => `第${index}段，${(index * 7_919) % 10_007}个机构。`).join(
    "",
  );
  const part = response("http://a.cn/", html(text.slice(0, 540_000)));
  for (const [name, isOne] of [
    ["members", false],
    ["one", true],
  ] as const) {
    mkdirSync(join(folder, name), { recursive: true });
    const file = join(folder, name, "large.warc.gz");
    const out = await open(file, "w");
    const many = Buffer.concat(Array.from({ length: isOne ? 60 : 1 }, () => part));
    const bytes = gzipSync(many, { level: 1 });
    for (let count = 0; count < (isOne ? 1 : 60); count++) await out.write(bytes);
    await out.close();
    const before = process.memoryUsage();
    let [pages, total, most] = [0, 0, 0];
    for await (const entry of readArchive(file, { maxBytes: 2_000_000 })) {
      if ("error" in entry) throw entry.error;
      pages++;
      total += entry.bytes.length;
      const { arrayBuffers, heapUsed } = process.memoryUsage();
      most = Math.max(most, arrayBuffers + heapUsed);
    }
    expect([pages, total > 50_000_000]).toEqual([60, true]);
    // Garbage between two collections counts too.
    expect(most - before.arrayBuffers - before.heapUsed).toBeLessThan(45_000_000);
  }
});
