import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "@jest/globals";
import { documentIdOf } from "../../../pipeline/archive/document-id.ts";
import { ArchiveWriter } from "../../../pipeline/archive/writer.ts";
import { processPage } from "../../../pipeline/index.ts";
import { type Input, readInputs } from "../../../pipeline/inputs/index.ts";
import type { RawPage } from "../../../schemas/document.ts";
import { InputChangedError, UnreadableInputError } from "../../../schemas/errors.ts";
import { parseSettings } from "../../../schemas/settings.ts";
import { ReferenceReader, referTo } from "../../../workers/references.ts";
import { encoded } from "../../support/charsets.ts";
import { tempFolder } from "../../support/temp.ts";
import { archivesIn, exchange, fetched, html, record, response, simplePage } from "./archives.ts";

const folder = tempFolder();
const inputs = join(folder, "inputs");
const settings = parseSettings({});
const GBK = encoded(html("河口县把三十四个党政机构精简为二十三个。"), "gb18030");

async function read(names: readonly string[], limits = settings): Promise<Input[]> {
  const found: Input[] = [];
  for await (const input of readInputs(names, { stdin: Readable.from([]), settings: limits })) found.push(input);
  return found;
}
const pagesOf = (found: readonly Input[]): RawPage[] =>
  found.map((input) => {
    if ("error" in input) throw input.error;
    return input;
  });

const CRAWL = [
  record({ "WARC-Type": "warcinfo" }, ""),
  response("http://a.cn/gbk?utm_source=x", GBK, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gb2312\r\n"),
  response(
    "http://a.cn/text",
    "曲靖市精简事业单位52家。",
    "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n",
  ),
];

beforeAll(() => {
  mkdirSync(join(inputs, "deep"), { recursive: true });
  writeFileSync(join(inputs, "a.txt"), "曲靖市");
  writeFileSync(join(inputs, "b.warc.gz"), Buffer.concat(CRAWL.map((part) => gzipSync(part))));
  writeFileSync(join(inputs, "b.warc.gz.cdxj"), "an index, which is no document");
  writeFileSync(join(inputs, "deep", "c.WARC"), response("http://a.cn/plain", html("甲")));
  writeFileSync(
    join(inputs, "deep", "d.warc.gz"),
    gzipSync(Buffer.concat([CRAWL[0]!, response("http://a.cn/in-one", html("乙"))])),
  );
});

test("an archive in a folder is read as its pages, and its index as nothing", async () => {
  const pages = pagesOf(await read([inputs]));
  expect(pages.map(({ source }) => source.slice(inputs.length + 1))).toEqual([
    "a.txt",
    "b.warc.gz#2",
    "b.warc.gz#3",
    "deep/c.WARC#1",
    "deep/d.warc.gz#2",
  ]);
  expect(pages[1]).toMatchObject({
    id: documentIdOf("http://a.cn/gbk"),
    form: "html",
    contentType: "text/html; charset=gb2312",
    stated: { url: "http://a.cn/gbk?utm_source=x" },
    origin: { path: join(inputs, "b.warc.gz"), record: "warc" },
  });
  expect(pages[2]!.form).toBe("text");
});

test("a page in GBK gives facts with the address it was fetched from", async () => {
  const [page] = pagesOf(await read([join(inputs, "b.warc.gz")]));
  const { facts, charset } = processPage(page!, settings);
  expect(charset.charset).toBe("gb18030");
  expect(facts).toMatchObject([{ doc: { url: "http://a.cn/gbk?utm_source=x" }, before: 34, after: 23 }]);
});

test("each page is read again by its reference, in any order", async () => {
  const places = { spooled: null, base: folder };
  const reader = new ReferenceReader(settings);
  const pages = pagesOf(await read([inputs]));
  for (const page of pages.toReversed()) {
    const reference = JSON.parse(JSON.stringify(referTo(page, places)));
    expect(await reader.read(reference)).toEqual(page);
  }
});

test("an archive that changed or is gone is told so", async () => {
  const path = join(folder, "changing.warc");
  writeFileSync(path, response("http://a.cn/1", html("甲")));
  const [page] = pagesOf(await read([path]));
  const reference = referTo(page!, { spooled: null, base: folder });
  const reader = new ReferenceReader(settings);
  writeFileSync(path, response("http://a.cn/1", html("乙")));
  await expect(reader.read(reference)).rejects.toThrow(InputChangedError);
  writeFileSync(path, "short");
  await expect(reader.read(reference)).rejects.toThrow(InputChangedError);
  await expect(reader.read({ ...reference, origin: { ...reference.origin, path: `${path}.gone` } })).rejects.toThrow(
    UnreadableInputError,
  );
});

test("what is fetched and kept has the id it was fetched under, also behind a redirect", async () => {
  const archive = join(folder, "archive");
  const writer = await ArchiveWriter.open(archive);
  const body = Buffer.from(html("甲"));
  const hops = [exchange({ url: "http://a.cn/old", status: 302 }), exchange({ url: "http://a.cn/new", body })];
  await writer.append(fetched(hops, body, "text/html"));
  await writer.append(simplePage("http://a.cn/straight"));
  await writer.close();
  const pages = pagesOf(await read(archivesIn(archive)));
  expect(pages.map(({ id, stated }) => [id, stated?.url])).toEqual([
    [documentIdOf("http://a.cn/old"), "http://a.cn/new"],
    [documentIdOf("http://a.cn/straight"), "http://a.cn/straight"],
  ]);
});

test.each<[string, () => Buffer, readonly string[]]>([
  ["empty", () => Buffer.alloc(0), ["EMPTY_INPUT"]],
  ["without pages", () => CRAWL[0]!, []],
  ["cut short", () => Buffer.concat(CRAWL).subarray(0, -20), ["page", "ARCHIVE_DAMAGED"]],
  ["with an empty page", () => response("http://a.cn/", " \n"), ["EMPTY_INPUT"]],
  ["the same page twice", () => Buffer.concat([CRAWL[1]!, CRAWL[1]!]), ["page"]],
  [
    "a page too large",
    () => Buffer.concat([response("http://a.cn/", "x".repeat(3_000)), CRAWL[1]!]),
    ["BUDGET_EXCEEDED", "page"],
  ],
])("an archive that is %s", async (_name, bytes, expected) => {
  const path = join(folder, "odd.warc");
  writeFileSync(path, bytes());
  const found = await read([path], { ...settings, maxBytes: 1_000 });
  expect(found.map((input) => ("error" in input ? input.error.code : "page"))).toEqual(expected);
});

test("an archive that is not there", async () => {
  const [found] = await read([join(folder, "none.warc.gz")]);
  expect(found).toMatchObject({ error: { code: "UNREADABLE_INPUT" } });
});
