import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import iconv from "iconv-lite";
import { decode } from "../../pipeline/decode.ts";
import type { RawPage } from "../../schemas/document.ts";
import { BinaryInputError, BudgetExceededError, CharsetUndecidedError, EmptyInputError } from "../../schemas/errors.ts";
import { BIG5_ARTICLE, encoded, GBK_ARTICLE, SIMPLIFIED, TRADITIONAL } from "../support/charsets.ts";

const page = (bytes: Uint8Array, more: Partial<RawPage> = {}): RawPage => ({
  source: "page.html",
  id: "page",
  bytes,
  form: "html",
  ...more,
});
const decideAs = (bytes: Uint8Array, more: Partial<RawPage> = {}) => decode(page(bytes, more)).charset;
const header = (charset: string) => ({ contentType: `text/html; charset=${charset}` });
const withMeta = (charset: string, body: Uint8Array) =>
  Buffer.concat([Buffer.from(`<html><head><meta charset="${charset}"></head><body>`), body]);

describe("the bytes decide, labels only break ties", () => {
  test.each<[string, Uint8Array, Partial<RawPage>, string, string, string | null]>([
    ["UTF-8 without a label", Buffer.from(SIMPLIFIED), {}, "utf-8", "utf-8", null],
    ["UTF-8 with a byte order mark", Buffer.from(`\u{FEFF}${SIMPLIFIED}`), {}, "utf-8", "bom", null],
    ["UTF-8 as its header says", Buffer.from(SIMPLIFIED), header("utf-8"), "utf-8", "header", null],
    ["UTF-8 under a wrong header", Buffer.from(SIMPLIFIED), header("gbk"), "utf-8", "utf-8", "gb18030"],
    ["UTF-8 under a wrong meta", withMeta("gb2312", Buffer.from(SIMPLIFIED)), {}, "utf-8", "utf-8", "gb18030"],
    ["UTF-16LE with a byte order mark", Buffer.from(`\u{FEFF}${SIMPLIFIED}`, "utf16le"), {}, "utf-16le", "bom", null],
    ["UTF-16LE without one", Buffer.from(`2025年\n${SIMPLIFIED}\n`, "utf16le"), {}, "utf-16le", "trial", null],
    ["UTF-16BE without one", swapped(`2025年\n${SIMPLIFIED}\n`), {}, "utf-16be", "trial", null],
    ["GBK without a label", GBK_ARTICLE, {}, "gb18030", "trial", null],
    ["GBK under gb2312", withMeta("gb2312", GBK_ARTICLE), {}, "gb18030", "meta", null],
    ["GBK under UTF-8", withMeta("utf-8", GBK_ARTICLE), {}, "gb18030", "trial", "utf-8"],
    ["GBK under a server's Latin-1", GBK_ARTICLE, header("ISO-8859-1"), "gb18030", "trial", "windows-1252"],
    ["GBK under Big5", GBK_ARTICLE, header("big5"), "gb18030", "trial", "big5"],
    ["Big5 without a label", BIG5_ARTICLE, {}, "big5", "trial", null],
    ["Big5 under big5-hkscs", BIG5_ARTICLE, header("big5-hkscs"), "big5", "header", null],
    ["Big5 under GBK", withMeta("gbk", BIG5_ARTICLE), {}, "big5", "trial", "gb18030"],
    ["a label that does not exist", GBK_ARTICLE, header("x-unknown"), "gb18030", "trial", null],
    ["plain ASCII", Buffer.from("<p>hello</p>"), {}, "utf-8", "utf-8", null],
    ["ASCII under Latin-1", Buffer.from("<p>hello</p>"), header("latin1"), "utf-8", "utf-8", "windows-1252"],
    [
      "accents under Latin-1",
      Buffer.from("<p>un café à la carte</p>", "latin1"),
      header("latin1"),
      "windows-1252",
      "header",
      null,
    ],
  ])("%s", (_name, bytes, more, charset, evidence, overruled) => {
    expect(decideAs(bytes, more)).toMatchObject({ charset, evidence, overruled });
  });
});

test.each([
  ["utf-8", Buffer.from(`\u{FEFF}${SIMPLIFIED}`), SIMPLIFIED],
  ["utf-16le", Buffer.from(`\u{FEFF}${SIMPLIFIED}`, "utf16le"), SIMPLIFIED],
  ["gb18030", GBK_ARTICLE, SIMPLIFIED],
  ["big5", BIG5_ARTICLE, TRADITIONAL],
])("%s gives the text, without a byte order mark", (_name, bytes, text) => {
  expect(decode(page(bytes)).text).toBe(text);
});

test.each([
  ["深水埗街市嘅菜平咗，嚟買嘢嘅人多咗，佢哋話係。".repeat(3), {}],
  ["香港仔邨口嗰間舖頭執咗笠，街坊都話可惜。".repeat(3), header("big5")],
  [`${TRADITIONAL}鰂魚涌、㷫、𨋢`, header("utf-8")],
])("Big5 with the characters of Hong Kong: %s", (text, more) => {
  const bytes = iconv.encode(text, "big5-hkscs");
  expect(decode(page(bytes, more))).toMatchObject({ text, charset: { charset: "big5", replaced: 0 } });
});

test.each([
  ["联通", encoded("联通", "gb18030"), "gb18030"],
  ["中华人民共和国", encoded("中华人民共和国", "gb18030"), "gb18030"],
  ["中華民國", encoded("中華民國", "big5"), "big5"],
  ["减", Buffer.from("减"), "utf-8"],
  ["县委编办", Buffer.from("县委编办"), "utf-8"],
])("few characters: %s", (text, bytes, charset) => {
  expect(decode(page(bytes, { form: "text" }))).toMatchObject({ text, charset: { charset } });
});

test("a few broken bytes lose no page; they are counted", () => {
  const bytes = Buffer.concat([Buffer.from(SIMPLIFIED), Buffer.from([0xe5, 0x87]), Buffer.from(SIMPLIFIED)]);
  expect(decideAs(bytes)).toMatchObject({ charset: "utf-8", replaced: 1 });
});

test("U+FFFD that the bytes spell out is not counted", () => {
  const bytes = Buffer.concat([Buffer.from(`${SIMPLIFIED}\u{FFFD}${SIMPLIFIED}`), Buffer.from([0xff])]);
  expect(decideAs(bytes)).toMatchObject({ charset: "utf-8", replaced: 1 });
});

test("a page longer than the sample, cut inside a character of the sample", () => {
  const long = Buffer.concat(Array.from({ length: 2_001 }, () => GBK_ARTICLE));
  expect(decideAs(Buffer.concat([Buffer.from("x"), long]))).toMatchObject({ charset: "gb18030", replaced: 0 });
});

describe("what is no page", () => {
  test("no byte", () => expect(() => decode(page(new Uint8Array()))).toThrow(EmptyInputError));

  test("over the budget, naming the setting", () => {
    const act = () => decode(page(Buffer.from(SIMPLIFIED)), { maxBytes: 10 });
    expect(act).toThrow(BudgetExceededError);
    expect(act).toThrow(/JINGJIAN_MAX_BYTES/);
  });

  test.each<[string, Uint8Array]>([
    ["a PNG image", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["a JPEG image", Buffer.from("ffd8ffe000104a464946", "hex")],
    ["a PDF", Buffer.from("%PDF-1.7\n%\u{e2}\u{e3}", "latin1")],
    ["a ZIP archive or Office document", Buffer.from("504b030414000600", "hex")],
    ["a gzip archive", Buffer.from("1f8b0800000000000003", "hex")],
    ["a program", readFileSync(process.execPath).subarray(0, 4_096)],
    ["binary data", Buffer.alloc(1_000)],
    ["binary data", pseudoRandom(10_000)],
  ])("%s", (kind, bytes) => {
    expect(() => decode(page(bytes))).toThrow(BinaryInputError);
    expect(() => decode(page(bytes))).toThrow(kind);
  });

  test.each([
    ["Shift_JIS", "834883898393835890ad957c82cc8dc082aa8ae382b78b4c8ed289ef8cf6".repeat(4)],
    ["KOI8-R", "f0d2c9d7c5d420cdc9d22c20dcd4cf20d2d5d3d3cbc9ca20d4c5cbd3d420c2c5da20cdc5d4cbc92e".repeat(4)],
  ])("%s without a label", (_name, hex) => {
    expect(() => decode(page(Buffer.from(hex, "hex")))).toThrow(CharsetUndecidedError);
  });
});

test("some NULs in a text are no reason to refuse it", () => {
  expect(decode(page(Buffer.from(`\0${SIMPLIFIED}\0`))).text).toContain(SIMPLIFIED);
});

test("what the input states goes along", () => {
  const stated = { title: "题", publisher: "报" };
  expect(decode(page(Buffer.from(SIMPLIFIED), { stated })).stated).toEqual(stated);
});

function swapped(text: string): Uint8Array {
  return Buffer.from(text, "utf16le").swap16();
}

/** The same bytes on every run. */
function pseudoRandom(length: number): Uint8Array {
  let state = 12_345;
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state >> 16) & 0xff;
  });
}
