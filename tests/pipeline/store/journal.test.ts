import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "@jest/globals";
import { type OpenAppend, openAppend } from "../../../pipeline/store/append-file.ts";
import { type Batch, Journal } from "../../../pipeline/store/journal.ts";
import { tempFolder } from "../../support/temp.ts";

const folder = tempFolder();
const output = join(folder, "facts.jsonl");
const journal = `${output}.journal`;

const batch = (key: string, ...lines: readonly string[]): Batch => ({
  key,
  lines: lines.map((line) => `${line}\n`).join(""),
  facts: lines.length === 0 ? {} : { "agencies.gov": lines.length },
});
const BATCHES = [batch("a", '{"n":1}', '{"n":2}'), batch("b"), batch("c", '{"n":"县"}'), batch("d", "[4]", "[5]")];
const WHOLE = BATCHES.map(({ lines }) => lines).join("");

const read = (path: string): string => readFileSync(path, "utf8");

async function write(batches: readonly Batch[], open: OpenAppend = openAppend): Promise<void> {
  const writer = await Journal.open(output, open);
  try {
    for (const one of batches) await writer.commit(one);
  } finally {
    await writer.close();
  }
}

/** Leaves out the wait for the disk: what a killed process wrote, the system keeps. */
const unsynced: OpenAppend = async (path) => ({ ...(await openAppend(path)), sync: async () => {} });

beforeEach(() => {
  for (const path of [output, journal]) rmSync(path, { force: true });
});

describe("exactly once", () => {
  test("a key is written once, whether it comes again at once or in a later run", async () => {
    const writer = await Journal.open(output);
    await Promise.all([...BATCHES, ...BATCHES].map((one) => writer.commit(one)));
    await writer.close();
    await write(BATCHES);
    expect(read(output)).toBe(WHOLE);
  });

  test("a later run knows what earlier ones wrote", async () => {
    await write(BATCHES.slice(0, 3));
    const writer = await Journal.open(output);
    expect(BATCHES.map(({ key }) => writer.has(key))).toEqual([true, true, true, false]);
    expect([writer.documents, Object.fromEntries(writer.facts)]).toEqual([3, { "agencies.gov": 3 }]);
    await writer.close();
  });

  test("whoever removes the output gets a new one", async () => {
    await write(BATCHES);
    rmSync(output);
    await write(BATCHES.slice(0, 1));
    expect(read(output)).toBe(BATCHES[0]!.lines);
  });

  test("a second writer is refused while the first is at work", async () => {
    const writer = await Journal.open(output);
    await expect(Journal.open(output)).rejects.toMatchObject({ code: "OUTPUT_LOCKED" });
    await writer.close();
    await write(BATCHES);
    expect(existsSync(`${output}.lock`)).toBe(false);
  });
});

describe("a crash", () => {
  test("at any byte of the last two batches, in either file, loses, doubles and tears nothing", async () => {
    await write(BATCHES);
    const [data, records] = [readFileSync(output), readFileSync(journal)];
    const tail = Buffer.byteLength(BATCHES[2]!.lines + BATCHES[3]!.lines);
    const lines = records.toString().split("\n");
    const recordTail = Buffer.byteLength(lines.slice(-4).join("\n"));
    for (let size = data.length - tail; size <= data.length; size++) {
      for (let recordSize = records.length - recordTail; recordSize <= records.length; recordSize++) {
        writeFileSync(output, data.subarray(0, size));
        writeFileSync(journal, records.subarray(0, recordSize));
        await write(BATCHES, unsynced);
        if (read(output) !== WHOLE) throw new Error(`output cut at ${size}, journal at ${recordSize}: ${read(output)}`);
      }
    }
  });

  test.each([0, 1, 20, 35])("while the journal is begun (%i bytes of it) leaves nothing to repair", async (size) => {
    await write([]);
    truncateSync(journal, size);
    await write(BATCHES);
    expect(read(output)).toBe(WHOLE);
  });
});

describe("a document that comes again with other content", () => {
  const old = [batch("a.1", '{"n":1}', '{"n":2}'), batch("b.1", '{"n":3}'), batch("c.1", '{"n":4}')];
  const renewed = [batch("a.2"), batch("b.2", '{"n":"三"}')];

  test("replaces its earlier facts when the output is closed", async () => {
    await write(old);
    await write(renewed);
    expect(read(output)).toBe('{"n":4}\n{"n":"三"}\n');
    expect(readdirSync(folder).sort()).toEqual(["facts.jsonl", "facts.jsonl.journal"]);
    const writer = await Journal.open(output);
    expect(["a.1", "a.2", "b.1", "b.2", "c.1"].map((key) => writer.has(key))).toEqual([false, true, false, true, true]);
    expect([writer.documents, Object.fromEntries(writer.facts)]).toEqual([3, { "agencies.gov": 2 }]);
    await writer.close();
  });

  test("replaces them in one run, and again, and back", async () => {
    await write([...old, ...renewed, old[0]!]);
    expect(read(output)).toBe('{"n":4}\n{"n":"三"}\n{"n":1}\n{"n":2}\n');
  });

  const states = async () => {
    await write(old);
    await write(renewed, unsynced);
    const after = [output, journal].map((path) => readFileSync(path));
    for (const path of [output, journal]) rmSync(path);
    const writer = await Journal.open(output, unsynced);
    for (const one of [...old, ...renewed]) await writer.commit(one);
    const before = [output, journal].map((path) => readFileSync(path));
    await writer.close();
    return { before, after };
  };

  test.each<[string, (old: Buffer[], fresh: Buffer[]) => readonly (readonly [string, Buffer])[]]>([
    ["before it begins", () => []],
    ["while the new output is written", (_, fresh) => [[`${output}.compact`, fresh[0]!.subarray(0, 5)]]],
    [
      "while the new journal is written",
      (_, fresh) => [
        [`${output}.compact`, fresh[0]!],
        [`${journal}.compact`, fresh[1]!.subarray(0, 60)],
      ],
    ],
    [
      "before the new names",
      (_, fresh) => [
        [`${output}.compact`, fresh[0]!],
        [`${journal}.compact`, fresh[1]!],
      ],
    ],
    [
      "between the new names",
      (_, fresh) => [
        [`${output}.compact`, fresh[0]!],
        [journal, fresh[1]!],
      ],
    ],
  ])("survives a crash %s", async (_name, filesOf) => {
    const { before, after } = await states();
    for (const [path, bytes] of [
      [output, before[0]!] as const,
      [journal, before[1]!] as const,
      ...filesOf(before, after),
    ]) {
      writeFileSync(path, bytes);
    }
    await write([]);
    expect(read(output)).toBe(after[0]!.toString());
    expect(readdirSync(folder).sort()).toEqual(["facts.jsonl", "facts.jsonl.journal"]);
    await write([...renewed, old[2]!]);
    expect(read(output)).toBe(after[0]!.toString());
  });
});

describe("a full disk", () => {
  /** A disk with room for so many more bytes; what does not fit is cut in its midst. */
  const diskWith = (room: number): OpenAppend => {
    let left = room;
    return async (path) => {
      const file = await unsynced(path);
      return {
        ...file,
        append: async (bytes) => {
          const fitting = bytes.subarray(0, left);
          left -= fitting.length;
          await file.append(fitting);
          if (fitting.length < bytes.length)
            throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
        },
      };
    };
  };

  test("at any byte is reported with its remedy, and the next run completes the output", async () => {
    await write(BATCHES);
    const needed = read(output).length + read(journal).length;
    for (let room = 0; room < needed; room += 3) {
      for (const path of [output, journal]) rmSync(path, { force: true });
      const failed = await write(BATCHES, diskWith(room)).catch((error: unknown) => error);
      if (failed !== undefined)
        expect(failed).toMatchObject({ code: "OUTPUT_FAILED", remedy: expect.stringContaining("same command") });
      await write(BATCHES, unsynced);
      expect(read(output)).toBe(WHOLE);
    }
  });

  test("commits nothing after the first failure, even where room is found again", async () => {
    const writer = await Journal.open(output, diskWith(5));
    const results = await Promise.allSettled(BATCHES.map((one) => writer.commit(one)));
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "rejected"]);
    await expect(writer.commit(batch("late"))).rejects.toMatchObject({ code: "OUTPUT_FAILED" });
    await writer.close();
  });
});

describe("a file that is not ours is left alone", () => {
  const damage = (path: string, from: string, to: string) => writeFileSync(path, read(path).replace(from, to));
  test.each<[string, () => void]>([
    ["written by something else", () => rmSync(journal)],
    ["edited", () => damage(output, '{"n":2}', '{"n":9}')],
    ["shortened in its midst", () => damage(output, '{"n":1}\n', "")],
    ["continued by hand", () => writeFileSync(output, "[6]\n", { flag: "a" })],
    ["with a journal damaged in its midst", () => damage(journal, '"key":"b"', '"key":"x"')],
    ["with a stranger's journal", () => writeFileSync(journal, "dear diary\n")],
  ])("%s", async (_name, change) => {
    await write(BATCHES);
    change();
    const before = [output, journal].map((path) => existsSync(path) && read(path));
    await expect(Journal.open(output)).rejects.toMatchObject({ code: "OUTPUT_CHANGED" });
    expect([output, journal].map((path) => existsSync(path) && read(path))).toEqual(before);
    expect(existsSync(`${output}.lock`)).toBe(false);
  });

  test("a folder in its place", async () => {
    await expect(Journal.open(folder)).rejects.toMatchObject({ code: "OUTPUT_CHANGED" });
  });
});
