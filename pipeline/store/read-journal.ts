import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { OutputChangedError } from "../../schemas/errors.ts";
import { JOURNAL_HEADER, type JournalRecord, parseRecord } from "./journal-records.ts";

/** Each line after the header, with the offset after it; a line that is no record gives null, as does a torn last one. */
export async function* readRecords(journal: string): AsyncGenerator<{ record: JournalRecord | null; after: number }> {
  let rest = "";
  let offset = 0;
  // Records are ASCII, so that one character is one byte.
  for await (const chunk of createReadStream(journal, { encoding: "latin1" }) as AsyncIterable<string>) {
    rest += chunk;
    for (let start = 0; ; ) {
      const stop = rest.indexOf("\n", start);
      if (stop < 0) {
        rest = rest.slice(start);
        break;
      }
      const line = rest.slice(start, stop);
      if (offset > 0) yield { record: parseRecord(line), after: offset + line.length + 1 };
      offset += line.length + 1;
      start = stop + 1;
    }
  }
  if (rest !== "") yield { record: null, after: offset + rest.length };
}

/** CRC-32 of a file's first `length` bytes. */
export async function crcOf(path: string, length: number): Promise<number> {
  let crc = 0;
  if (length === 0) return crc;
  for await (const chunk of createReadStream(path, { end: length - 1, highWaterMark: 1 << 20 })) {
    crc = crc32(chunk as Buffer, crc);
  }
  return crc;
}

/** Null for a missing file. */
export async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new OutputChangedError(path, "is not a regular file");
    return found.size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** False for a journal that is missing, or torn within its first line. */
export async function hasHeader(journal: string, output: string): Promise<boolean> {
  if ((await sizeOf(journal)) === null) return false;
  const file = await open(journal, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(JOURNAL_HEADER.length), 0, JOURNAL_HEADER.length, 0);
    const head = buffer.toString("latin1", 0, bytesRead);
    if (head === JOURNAL_HEADER) return true;
    if (JOURNAL_HEADER.startsWith(head)) return false;
    throw new OutputChangedError(output, `has something else beside it, named ${journal}`);
  } finally {
    await file.close();
  }
}
