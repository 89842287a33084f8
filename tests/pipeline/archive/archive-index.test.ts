import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, expect, test } from "@jest/globals";
import { indexOf, indexPathOf, keyOf, lookUp } from "../../../pipeline/archive/archive-index.ts";
import { readRecord } from "../../../pipeline/archive/reader.ts";
import { ArchiveWriter } from "../../../pipeline/archive/writer.ts";
import { tempFolder } from "../../support/temp.ts";
import { archivesIn, exchange, fetched, html, response, simplePage } from "./archives.ts";

const root = tempFolder();
let folder = root;
let count = 0;
beforeEach(() => {
  folder = join(root, String(count++));
});

const URLS = ["http://www.a.gov.cn/x?b=1", "http://www.a.gov.cn/y", "https://b.cn:8443/"];

async function archive(): Promise<string> {
  const writer = await ArchiveWriter.open(folder);
  for (const url of URLS) await writer.append(simplePage(url));
  await writer.close();
  return archivesIn(folder)[0]!;
}

test("the writer's index says where each response lies", async () => {
  const path = await archive();
  const entries = await indexOf(path);
  expect(entries.map(({ url, status, mime }) => [url, status, mime])).toEqual(
    URLS.map((url) => [url, 200, "text/html"]),
  );
  for (const { origin, url } of entries) expect((await readRecord(origin, 10_000)).url).toBe(url);
  const [line] = readFileSync(indexPathOf(path), "utf8").split("\n");
  expect(line).toMatch(
    /^cn,gov,a,www\)\/x\?b=1 20260301080000 \{"url":"http:\/\/www.a.gov.cn\/x\?b=1","status":"200",/,
  );
});

test.each<[string, (path: string) => void]>([
  ["missing", (path) => rmSync(path)],
  ["empty", (path) => truncateSync(path)],
  ["torn within a line", (path) => truncateSync(path, readFileSync(path).length - 10)],
  [
    "shorter than the archive",
    (path) =>
      writeFileSync(
        path,
        readFileSync(path, "utf8")
          .split("\n")
          .slice(0, 2)
          .map((line) => `${line}\n`)
          .join(""),
      ),
  ],
  [
    "of another file",
    (path) => appendFileSync(path, readFileSync(path, "utf8").replace(/"offset":"\d+"/g, '"offset":"999999"')),
  ],
  ["nonsense", (path) => writeFileSync(path, "nonsense\n")],
])("an index that is %s is made again", async (_name, spoil) => {
  const path = await archive();
  const whole = await indexOf(path);
  const text = readFileSync(indexPathOf(path), "utf8");
  spoil(indexPathOf(path));
  expect(await indexOf(path)).toEqual(whole);
  expect(readFileSync(indexPathOf(path), "utf8")).toBe(text);
});

test("archives of others: plain, in members, in one, cut short", async () => {
  mkdirSync(folder);
  const records = URLS.map((url) => response(url, html(url)));
  const shapes = {
    "a.warc": Buffer.concat(records),
    "b.warc.gz": Buffer.concat(records.map((part) => gzipSync(part))),
    "c.warc.gz": gzipSync(Buffer.concat(records)),
  };
  for (const [name, bytes] of Object.entries(shapes)) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    for (const _time of [1, 2]) {
      const entries = await indexOf(path);
      expect(entries.map(({ url }) => url)).toEqual(URLS);
      for (const { origin, url } of entries) expect((await readRecord(origin, 10_000)).url).toBe(url);
    }
    writeFileSync(path, bytes.subarray(0, -20));
    rmSync(indexPathOf(path));
    expect((await indexOf(path)).length).toBeGreaterThanOrEqual(2);
  }
  expect(existsSync(indexPathOf(join(folder, "a.warc")))).toBe(true);
});

test("look-up over all files, by address or digest, the oldest first", async () => {
  const path = await archive();
  copyFileSync(path, join(folder, "copy.warc.gz"));
  const later = exchange({ url: URLS[1]!, body: Buffer.from(html("later")), date: "2026-04-01T00:00:00Z" });
  const writer = await ArchiveWriter.open(folder);
  await writer.append(fetched([later], later.body, "text/html"));
  await writer.close();
  const found = await lookUp(folder, { url: "HTTP://www.a.gov.cn:80/y?utm_source=z#top" });
  expect(found.map(({ date }) => date.slice(0, 10))).toEqual(["2026-03-01", "2026-03-01", "2026-04-01"]);
  const { digest } = found.at(-1)!;
  expect(digest).toMatch(/^sha1:[A-Z2-7]{32}$/);
  expect(await lookUp(folder, { digest })).toEqual([found.at(-1)]);
  expect(await lookUp(folder, { url: URLS[0]!, digest })).toEqual([]);
  expect(await lookUp(join(folder, "none"), { url: URLS[0]! })).toEqual([]);
});

test.each([
  ["http://a.example.cn/p?q=1#f", "cn,example,a)/p?q=1"],
  ["https://a.example.cn:8443/", "cn,example,a:8443)/"],
  ["http://203.0.113.7/x", "203.0.113.7)/x"],
  ["http://[2001:db8::1]/x", "[2001:db8::1])/x"],
  ["urn:x y", "urn:x%20y"],
])("%s → %s", (url, key) => expect(keyOf(url)).toBe(key));
