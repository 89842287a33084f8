import { Readable } from "node:stream";
import { describe, expect, test } from "@jest/globals";
import { looksLikeUrls, readUrlLines } from "../../../pipeline/listings/url-lines.ts";
import { UnfitUrlError } from "../../../schemas/errors.ts";
import { all, gbk, page, utf16 } from "./listing-texts.ts";

const LIST = "\u{FEFF}# 要闻\r\n\r\n  http://a.cn/1 \r\nhttp://中国.cn/县#p\n\t\n#http://a.cn/3\nhttp://a.cn/4";
const PAGES = [page("http://a.cn/1"), page("http://xn--fiqs8s.cn/%E5%8E%BF"), page("http://a.cn/4")];
const inPieces = (bytes: Uint8Array, size: number) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size)),
  );
const read = (text: string | Uint8Array) => all(readUrlLines(Readable.from([Buffer.from(text)])));

describe("a list", () => {
  test.each([[1], [2], [3], [7], [10_000]])("in pieces of %i bytes", async (size) => {
    expect(await all(readUrlLines(inPieces(Buffer.from(LIST), size)))).toEqual(PAGES);
    expect(await all(readUrlLines(inPieces(utf16(LIST.slice(1)), size)))).toEqual(PAGES);
  });

  test.each([
    ["nothing", ""],
    ["a byte order mark", "\u{FEFF}"],
    ["one character", "#"],
    ["blank lines", "\n\r\n \n"],
    ["comments", "# http://a.cn/1\n#"],
  ])("empty: %s", async (_name, text) => {
    expect(await read(text)).toEqual([]);
  });
});

describe("a bad line has its number", () => {
  test.each([
    ["no URL", "县级机构"],
    ["a path", "/1.html"],
    ["no scheme", "www.a.cn/1.html"],
    ["another scheme", "ftp://a.cn/1"],
    ["a user name", "http://u:p@a.cn/"],
    ["two URLs", "http://a.cn/1 http://a.cn/2"],
    ["two columns", "http://a.cn/1\t2022-08-02"],
    ["GBK", gbk("http://a.cn/县")],
    ["too long", `http://a.cn/${"x".repeat(20_000)}`],
    ["a megabyte", `http://a.cn/${"x".repeat(1_000_000)}`],
  ])("%s", async (_name, line) => {
    const text = Buffer.concat([
      Buffer.from("# 要闻\r\n\r\nhttp://a.cn/0\r\n"),
      Buffer.from(line),
      Buffer.from("\nhttp://a.cn/9"),
    ]);
    for (const size of [50, 5_000_000])
      expect(await all(readUrlLines(inPieces(text, size), "list.txt"))).toEqual([
        page("http://a.cn/0"),
        { kind: "bad", source: "list.txt#4", at: 4, error: expect.any(UnfitUrlError) },
        page("http://a.cn/9"),
      ]);
  });
});

test("a stream that fails fails the reading", async () => {
  const broken = async function* () {
    yield Buffer.from("http://a.cn/1\n");
    throw new Error("broken pipe");
  };
  await expect(all(readUrlLines(broken()))).rejects.toThrow("broken pipe");
});

test("a line without end is not held", async () => {
  const endless = async function* () {
    for (let i = 0; i < 2_000; i++) yield Buffer.alloc(100_000, 0x78);
  };
  const before = process.memoryUsage().rss;
  expect(await all(readUrlLines(endless()))).toMatchObject([{ kind: "bad", at: 1 }]);
  expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
});

test.each<[string, string | Uint8Array, boolean]>([
  ["a URL", "http://a.cn/1", true],
  ["https", "HTTPS://a.cn/1\n县", true],
  ["after blank lines and comments", "\u{FEFF}\r\n # 要闻\r\n\t http://a.cn/1\n", true],
  ["UTF-16", utf16("http://a.cn/1\r\n"), true],
  ["only comments", "# http://a.cn/1\n", false],
  ["JSON", '{"url":"http://a.cn/1"}', false],
  ["text", "县 http://a.cn/1", false],
  ["another scheme", "ftp://a.cn/1", false],
  ["a name", "http", false],
  ["nothing", "", false],
  ["blank lines only", "\n".repeat(100_000), false],
])("looks like URLs: %s", (_name, head, expected) => {
  expect(looksLikeUrls(Buffer.from(head))).toBe(expected);
});
