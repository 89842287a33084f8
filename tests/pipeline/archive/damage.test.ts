import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { base32 } from "../../../pipeline/archive/base32.ts";
import { type ArchivedPage, type ArchiveEntry, readRecord } from "../../../pipeline/archive/reader.ts";
import type { RecordOrigin } from "../../../pipeline/archive/records.ts";
import { ArchiveWriter } from "../../../pipeline/archive/writer.ts";
import { tempFolder } from "../../support/temp.ts";
import { archivesIn, brief, entriesOf, html, record, response, simplePage } from "./archives.ts";

const folder = tempFolder();
const path = join(folder, "x.warc");
const URLS = [1, 2, 3, 4, 5].map((number) => `http://a.example.cn/${number}`);
const DAMAGED = "ArchiveDamagedError";

const records = (): Buffer[] => [
  record({ "WARC-Type": "warcinfo", "Content-Type": "application/warc-fields" }, "software: x\r\n"),
  ...URLS.map((url) => response(url, html(url.repeat(20)))),
];

async function read(bytes: Uint8Array): Promise<ArchiveEntry[]> {
  writeFileSync(path, bytes);
  return entriesOf(path);
}
const pagesOf = (entries: readonly ArchiveEntry[]): ArchivedPage[] =>
  entries.filter((entry) => !("error" in entry)) as ArchivedPage[];

/** Ends of the file's records: a cut there shows nowhere. */
const endsOf = (parts: readonly Uint8Array[]): number[] => {
  let end = 0;
  return [0, ...parts.map((part) => (end += part.length))];
};

const SHAPES: Readonly<Record<string, (parts: Buffer[]) => Buffer[]>> = {
  plain: (parts) => parts,
  "a gzip member each": (parts) => parts.map((part) => gzipSync(part)),
};

describe.each(Object.entries(SHAPES))("cut at every 97th byte: %s", (_name, shape) => {
  test("what lies before is read, and the damage told", async () => {
    const parts = shape(records());
    const whole = Buffer.concat(parts);
    const ends = endsOf(parts);
    for (let cut = 1; cut < whole.length; cut += 97) {
      const entries = await read(whole.subarray(0, cut));
      const complete = ends.filter((end) => end <= cut).length - 2;
      const found = brief(entries).filter((text) => text !== DAMAGED);
      // A cut within the empty lines at a record's end costs nothing of the page.
      expect([complete, complete + 1].map((count) => URLS.slice(0, Math.max(0, count)))).toContainEqual(found);
      expect(brief(entries).filter((text) => text === DAMAGED)).toHaveLength(ends.includes(cut) ? 0 : 1);
      for (const page of pagesOf(entries)) expect(Buffer.from(page.bytes).toString()).toBe(html(page.url.repeat(20)));
    }
  });
});

test("one member for all records, cut at every 97th byte", async () => {
  const whole = gzipSync(Buffer.concat(records()), { level: 1 });
  let most = 0;
  for (let cut = 20; cut < whole.length; cut += 97) {
    const entries = await read(whole.subarray(0, cut));
    const found = brief(entries).filter((text) => text !== DAMAGED);
    expect(found).toEqual(URLS.slice(0, found.length));
    expect(found.length).toBeGreaterThanOrEqual(most);
    most = found.length;
    expect(brief(entries).at(-1)).toBe(DAMAGED);
  }
});

test("our own file, cut by a crash at every 97th byte", async () => {
  const own = join(folder, "own");
  const writer = await ArchiveWriter.open(own);
  for (const url of URLS) await writer.append(simplePage(url));
  await writer.close();
  const whole = readFileSync(archivesIn(own)[0]!);
  const all = (await read(whole)) as ArchivedPage[];
  for (let cut = 1; cut < whole.length; cut += 97) {
    const entries = await read(whole.subarray(0, cut));
    const complete = all.filter(({ origin }) => origin.offset + origin.length <= cut);
    expect(pagesOf(entries).map(({ url }) => url)).toEqual(complete.map(({ url }) => url));
  }
});

const bent = (parts: Buffer[], index: number, change: (part: Buffer) => Buffer): Buffer =>
  Buffer.concat(parts.map((part, at) => (at === index ? change(Buffer.from(part)) : part)));
const flipped = (part: Buffer): Buffer => {
  part[Math.floor(part.length / 2)]! ^= 0x55;
  return part;
};
const without = (...missing: readonly number[]) =>
  URLS.flatMap((url, index) => (missing.includes(index + 1) ? [DAMAGED] : [url]));

describe("goes on after damage", () => {
  const gz = () => records().map((part) => gzipSync(part));
  const noise = Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 37) % 251));
  const withDigest = (tail: string) => {
    const parts = records();
    const block = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${html("甲")}`);
    const digest = `sha1:${base32(createHash("sha1").update(block).digest())}`;
    parts[3] = response(URLS[2]!, html("甲"), undefined, { "WARC-Block-Digest": digest }, { tail });
    return parts;
  };
  test.each<[string, () => Buffer, readonly string[]]>([
    ["a gzip member with a bit turned", () => bent(gz(), 3, flipped), without(3)],
    [
      "a checksum that is not true",
      () => bent(gz(), 3, (part) => Buffer.concat([part.subarray(0, -8), Buffer.alloc(4), part.subarray(-4)])),
      without(3),
    ],
    ["a torn member before others", () => bent(gz(), 3, (part) => part.subarray(0, part.length - 30)), without(3)],
    [
      "two torn members",
      () => Buffer.concat(gz().map((part, at) => (at === 2 || at === 4 ? part.subarray(0, 40) : part))),
      without(2, 4),
    ],
    [
      "noise between members",
      () => bent(gz(), 3, (part) => Buffer.concat([part, noise])),
      [...URLS.slice(0, 3), DAMAGED, ...URLS.slice(3)],
    ],
    [
      "noise before the first member",
      () => Buffer.concat([Buffer.from([0x1f, 0x8b]), noise, ...gz()]),
      [DAMAGED, ...URLS],
    ],
    [
      "noise before the first record",
      () => Buffer.concat([noise, Buffer.from("\n"), ...records()]),
      [DAMAGED, ...URLS],
    ],
    [
      "a length that is too small",
      () =>
        bent(records(), 3, (part) =>
          Buffer.from(part.toString("latin1").replace(/(Content-Length: )\d+/, "$1100"), "latin1"),
        ),
      without(3),
    ],
    [
      "a length that is too large",
      () =>
        bent(records(), 3, (part) =>
          Buffer.from(part.toString("latin1").replace(/(Content-Length: )(\d+)/, "$1$2" + "0"), "latin1"),
        ),
      without(3),
    ],
    [
      "the same in gzip members",
      () =>
        Buffer.concat(
          records().map((part, at) =>
            gzipSync(
              at === 3
                ? Buffer.from(part.toString("latin1").replace(/(Content-Length: )(\d+)/, "$1$2" + "0"), "latin1")
                : part,
            ),
          ),
        ),
      without(3),
    ],
    [
      "the small length in one member",
      () =>
        gzipSync(
          bent(records(), 3, (part) =>
            Buffer.from(part.toString("latin1").replace(/(Content-Length: )\d+/, "$1100"), "latin1"),
          ),
        ),
      without(3),
    ],
    [
      "no length",
      () =>
        bent(records(), 3, (part) =>
          Buffer.from(part.toString("latin1").replace(/Content-Length: \d+\r\n/, ""), "latin1"),
        ),
      without(3),
    ],
    [
      "lines after a record that its digest proves",
      () => Buffer.concat(withDigest("\r\n\r\nnoise\r\n")),
      [...URLS.slice(0, 3), DAMAGED, ...URLS.slice(3)],
    ],
    [
      "no lines at all between proved records",
      () => Buffer.concat(withDigest("")),
      [...URLS.slice(0, 3), DAMAGED, ...URLS.slice(3)],
    ],
    ["zeros at the end of members", () => Buffer.concat([...gz(), Buffer.alloc(600)]), URLS],
    [
      "no empty lines within members",
      () => Buffer.concat(records().map((part) => gzipSync(part.subarray(0, part.length - 4)))),
      URLS,
    ],
    [
      "line feeds alone",
      () => Buffer.from(Buffer.concat(records()).toString("latin1").replaceAll("\r\n\r\nWARC/", "\n\nWARC/"), "latin1"),
      URLS,
    ],
    ["no archive at all", () => noise, [DAMAGED]],
    ["gzip of no archive", () => gzipSync(noise), [DAMAGED]],
  ])("%s", async (_name, bytes, expected) => {
    expect(brief(await read(bytes()))).toEqual(expected);
  });
});

test("a file of two bytes, and an empty one", async () => {
  expect(brief(await read(Buffer.from([0x1f, 0x8b])))).toEqual([DAMAGED]);
  expect(await read(Buffer.alloc(0))).toEqual([]);
});

test("a record that changed in the file is not read again as it was", async () => {
  const parts = records().map((part) => gzipSync(part));
  const pages = pagesOf(await read(Buffer.concat(parts)));
  writeFileSync(path, bent(parts, 2, flipped));
  await expect(readRecord(pages[1]!.origin, 10_000)).rejects.toThrow("changed");
  await expect(readRecord({ ...pages[1]!.origin, path: join(folder, "none") } as RecordOrigin, 10_000)).rejects.toThrow(
    "cannot be read",
  );
});

test("one byte changed at every 53rd place: no page is lost in silence, none is given bent", async () => {
  const whole = Buffer.concat(records().map((part) => gzipSync(part)));
  for (let at = 0; at < whole.length; at += 53) {
    const bytes = Buffer.from(whole);
    bytes[at]! ^= 0x41;
    const entries = await read(bytes);
    const pages = pagesOf(entries);
    for (const page of pages) expect(Buffer.from(page.bytes).toString()).toBe(html(page.url.repeat(20)));
    expect(pages.length).toBeGreaterThanOrEqual(URLS.length - 1);
    // A byte of a gzip header may mean nothing; a page that is not there is told.
    if (pages.length < URLS.length) expect(brief(entries)).toContain(DAMAGED);
  }
});

test("one byte changed in a plain file or in one member ends in no crash and no endless reading", async () => {
  for (const whole of [Buffer.concat(records()), gzipSync(Buffer.concat(records()), { level: 1 })]) {
    for (let at = 0; at < whole.length; at += 61) {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= 0x15;
      expect((await read(bytes)).length).toBeLessThanOrEqual(2 * URLS.length);
    }
  }
});
