import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import { WARCParser } from "warcio";
import { indexOf } from "../../../pipeline/archive/archive-index.ts";
import { base32 } from "../../../pipeline/archive/base32.ts";
import { readRecord } from "../../../pipeline/archive/reader.ts";
import { ArchiveWriter } from "../../../pipeline/archive/writer.ts";
import { OutputFailedError } from "../../../schemas/errors.ts";
import type { FetchedPage } from "../../../schemas/fetch.ts";
import { builtCli } from "../../support/build.ts";
import { encoded } from "../../support/charsets.ts";
import { tempFolder } from "../../support/temp.ts";
import { archivesIn, brief, entriesOf, exchange, fetched, html, simplePage } from "./archives.ts";

const GBK = encoded(html("河曲县三十六个党政机构精简为二十二个。"), "gb18030");
const UTF8 = Buffer.from(html("漾濞县节省经费五千余万元。"));

/** Where the build lies that the command line is tested with. */
const BUILT = join(builtCli(), "../..");
const root = tempFolder();
let folders = 0;
const newFolder = (): string => join(root, String(folders++));

/** Pages as they come over the wire, packed in every way. */
const PAGES: readonly FetchedPage[] = [
  fetched(
    [exchange({ url: "http://a.example.cn/1", type: "text/html; charset=gbk", body: GBK })],
    GBK,
    "text/html; charset=gbk",
  ),
  fetched(
    [
      exchange({
        url: "http://a.example.cn/2",
        headers: "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
        body: gzipSync(UTF8),
      }),
    ],
    UTF8,
    "text/html; charset=utf-8",
  ),
  fetched(
    [
      exchange({ url: "http://b.example.cn/old", status: 301, headers: "Location: /new\r\n" }),
      exchange({ url: "http://b.example.cn/new", headers: "Content-Encoding: br\r\n", body: brotliCompressSync(UTF8) }),
    ],
    UTF8,
    "text/html; charset=utf-8",
  ),
  fetched([exchange({ url: "http://b.example.cn/t", type: "text/plain", body: UTF8 })], UTF8, "text/plain"),
];

async function written(pages: readonly FetchedPage[], options = {}) {
  const folder = newFolder();
  const writer = await ArchiveWriter.open(folder, options);
  const origins = await Promise.all(pages.map((page) => writer.append(page)));
  await writer.close();
  return { folder, origins, path: archivesIn(folder)[0]! };
}

const sha1 = (bytes: Uint8Array): string => `sha1:${base32(createHash("sha1").update(bytes).digest())}`;

/** A process that appends pages as fast as it can, and says so after each. */
const APPENDING = `
  import { ArchiveWriter } from ${JSON.stringify(pathToFileURL(join(BUILT, "pipeline/archive/writer.js")).href)};
  const writer = await ArchiveWriter.open(process.argv[1]);
  for (let index = 0; ; index++) {
    const url = "http://a.example.cn/" + index;
    const body = Buffer.from("<p>" + index.toString().repeat(20_000) + "</p>");
    const exchange = { url, address: null, date: "2026-03-01T08:00:00Z", requestHead: "GET / HTTP/1.1\\r\\n",
      responseHead: "HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\n", status: 200, body };
    await writer.append({ requested: url, url, exchanges: [exchange] });
    console.log("appended");
  }
`;

test("what is written is read again, and each page by its place alone", async () => {
  const { path, origins } = await written(PAGES);
  const entries = await entriesOf(path);
  expect(brief(entries)).toEqual(PAGES.map(({ url }) => url));
  for (const [index, page] of PAGES.entries()) {
    const entry = entries[index]!;
    if ("error" in entry) throw entry.error;
    expect(Buffer.from(entry.bytes).equals(page.bytes)).toBe(true);
    expect(entry).toMatchObject({ contentType: page.contentType, requested: page.requested, origin: origins[index] });
    expect(entry.date).toBe(page.exchanges[0]!.date);
    const again = await readRecord(origins[index]!, 1_000_000);
    expect({ ...again, source: entry.source }).toEqual(entry);
  }
});

test("warcio, which is not ours, reads the same records with true digests", async () => {
  const { path } = await written(PAGES);
  const types: string[] = [];
  for await (const item of new WARCParser(createReadStream(path), { keepHeadersCase: true, parseHttp: false })) {
    const block = await item.readFully(false);
    types.push(item.warcType);
    expect(item.warcBlockDigest).toBe(sha1(block));
    if (item.warcType === "warcinfo") {
      expect(Buffer.from(block).toString()).toMatch(/^software: jingjian\r\nformat: WARC File Format 1.1\r\n/);
      continue;
    }
    const payload = Buffer.from(block).subarray(Buffer.from(block).indexOf("\r\n\r\n") + 4);
    expect(item.warcPayloadDigest).toBe(sha1(payload));
    expect(item.warcHeader("WARC-IP-Address")).toBe("203.0.113.7");
    expect(item.warcHeader("Content-Type")).toBe(`application/http;msgtype=${item.warcType}`);
  }
  const pair = ["request", "response"];
  expect(types).toEqual(["warcinfo", ...pair, ...pair, ...pair, ...pair, ...pair]);
});

test("warcio undoes the content encoding of what we store", async () => {
  const { path } = await written(PAGES.filter((_, index) => index !== 2)); // it knows no Brotli
  const texts: Buffer[] = [];
  for await (const item of new WARCParser(createReadStream(path))) {
    if (item.warcType === "response" && item.httpHeaders?.statusCode === 200)
      texts.push(Buffer.from(await item.readFully(true)));
  }
  expect(texts.map((text) => text.equals(GBK) || text.equals(UTF8))).toEqual([true, true, true]);
});

test("request and response name each other, and the chunking that is no more keeps another name", async () => {
  const { path } = await written([PAGES[1]!]);
  const text = gunzipSync(readFileSync(path)).toString("latin1");
  const ids = [...text.matchAll(/WARC-Record-ID: (\S+)/g)].map((match) => match[1]);
  const concurrent = [...text.matchAll(/WARC-Concurrent-To: (\S+)/g)].map((match) => match[1]);
  expect(concurrent).toEqual([ids[2], ids[1]]);
  expect(text).toContain("\r\nX-Crawler-Transfer-Encoding: chunked\r\n");
  expect(text).not.toMatch(/^Transfer-Encoding/m);
});

test("a header value cannot begin a line of its own", async () => {
  const bent = {
    ...simplePage("http://a.example.cn/"),
    exchanges: [{ ...exchange({ url: "http://a.example.cn/" }), address: "1\r\nWARC-Type: x" }],
  };
  const { path } = await written([bent]);
  expect(gunzipSync(readFileSync(path)).toString()).not.toContain("\nWARC-Type: x");
});

test("files are ended at their size, named one by one, and older ones are left alone", async () => {
  const pages = Array.from({ length: 6 }, (_, index) => simplePage(`http://a.example.cn/${index}`));
  const { folder, origins } = await written(pages, { maxBytes: 1_000 });
  const files = archivesIn(folder);
  expect(files.length).toBeGreaterThan(1);
  for (const file of files)
    expect(basename(file)).toMatch(new RegExp(`^jingjian-\\d{14}-${process.pid}-\\d{3}\\.warc\\.gz$`));
  const sizes = files.map((file) => statSync(file).size);
  const second = await ArchiveWriter.open(folder, { maxBytes: 1_000 });
  await second.append(simplePage("http://a.example.cn/late"));
  await second.close();
  expect(files.map((file) => statSync(file).size)).toEqual(sizes);
  expect(archivesIn(folder)).toHaveLength(files.length + 1);
  const urls = await Promise.all(origins.map(async (origin) => (await readRecord(origin, 10_000)).url));
  expect(urls).toEqual(pages.map(({ url }) => url));
});

test("two writers of one process never share a file", async () => {
  const folder = newFolder();
  const writers = await Promise.all([1, 2, 3].map(() => ArchiveWriter.open(folder)));
  await Promise.all(writers.map((writer, index) => writer.append(simplePage(`http://a.example.cn/${index}`))));
  await Promise.all(writers.map((writer) => writer.close()));
  expect(archivesIn(folder)).toHaveLength(3);
});

test("a writer without pages leaves no file, and sync leaves all on disk", async () => {
  const folder = join(newFolder(), "deep", "archive");
  const writer = await ArchiveWriter.open(folder);
  await writer.sync();
  expect(readdirSync(folder)).toEqual([]);
  await writer.append(simplePage("http://a.example.cn/"));
  await writer.sync();
  expect(brief(await entriesOf(archivesIn(folder)[0]!))).toEqual(["http://a.example.cn/"]);
  await writer.close();
});

test("a folder that cannot be made is an error with a remedy", async () => {
  const file = join(root, "file");
  writeFileSync(file, "");
  await expect(ArchiveWriter.open(join(file, "archive"))).rejects.toThrow(OutputFailedError);
  expect(existsSync(join(file, "archive"))).toBe(false);
});

test("after a write that failed another file is begun, and what stood before can be read", async () => {
  const folder = newFolder();
  const writer = await ArchiveWriter.open(folder);
  await writer.append(simplePage("http://a.example.cn/1"));
  // As a disk that goes away: the file's handle takes nothing more.
  const { file } = writer as unknown as { readonly file: { readonly data: FileHandle } };
  await file.data.close();
  await expect(writer.append(simplePage("http://a.example.cn/2"))).rejects.toThrow(OutputFailedError);
  await writer.append(simplePage("http://a.example.cn/3"));
  await writer.close();
  const urls = await Promise.all(archivesIn(folder).map(async (path) => brief(await entriesOf(path))));
  expect(urls).toEqual([["http://a.example.cn/1"], ["http://a.example.cn/3"]]);
});

test("a process that is killed leaves whole records", async () => {
  const folder = newFolder();
  const child = spawn(process.execPath, ["--input-type=module", "-e", APPENDING, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  child.kill("SIGKILL");
  await once(child, "close");
  expect(line.toString()).toContain("appended");
  const entries = await entriesOf(archivesIn(folder)[0]!);
  const pages = entries.filter((entry) => !("error" in entry));
  expect(pages.length).toBeGreaterThanOrEqual(1);
  expect(brief(pages)).toEqual(pages.map((_, index) => `http://a.example.cn/${index}`));
  const listed = await indexOf(archivesIn(folder)[0]!);
  expect(listed.map(({ url }) => url)).toEqual(brief(pages));
});
