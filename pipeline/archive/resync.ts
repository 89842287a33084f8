import { type FileHandle, open } from "node:fs/promises";
import { constants, inflateRawSync } from "node:zlib";
import { asInputError } from "../inputs/file.ts";
import type { ByteReader } from "./byte-reader.ts";
import { GZIP_MAGIC } from "./gzip-members.ts";

const WINDOW_BYTES = 1 << 20;
/** Enough of a candidate to see what it is. */
const PROBE_BYTES = 4_096;
const PLAIN_MAGIC = Buffer.from("WARC/");
const RECORD = /^WARC\/[01]\.\d{1,4}\r?\n[\w-]+[ \t]*:/;

/**
 * The next place in a damaged file where a record begins: a gzip member that holds one, or a `WARC/1.` line.
 * @param from bytes from the file's start
 * @param isPacked which of the two it can be; null where nothing of the file could be read yet
 * @returns null when none comes
 * @throws {UnreadableInputError}
 */
export async function findRecord(path: string, from: number, isPacked: boolean | null): Promise<number | null> {
  try {
    const file = await open(path);
    try {
      const member = isPacked === false ? null : await search(file, from, GZIP_MAGIC, isRecordMember);
      const line = isPacked === true ? null : await search(file, from, PLAIN_MAGIC, isRecordLine);
      return member === null || line === null ? (member ?? line) : Math.min(member, line);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw asInputError(path, cause);
  }
}

async function search(
  file: FileHandle,
  from: number,
  magic: Buffer,
  accept: (probe: Buffer) => boolean,
): Promise<number | null> {
  const window = Buffer.alloc(WINDOW_BYTES + PROBE_BYTES);
  for (let start = from; ; start += WINDOW_BYTES) {
    const { bytesRead } = await file.read(window, 0, window.length, start);
    const bytes = window.subarray(0, bytesRead);
    for (let at = bytes.indexOf(magic); at >= 0 && at < WINDOW_BYTES; at = bytes.indexOf(magic, at + 1)) {
      if (accept(bytes.subarray(at, at + PROBE_BYTES))) return start + at;
    }
    if (bytesRead <= WINDOW_BYTES) return null;
  }
}

const isRecordLine = (probe: Buffer): boolean => RECORD.test(probe.toString("latin1", 0, 200));

function isRecordMember(probe: Buffer): boolean {
  // A member with a name or extra field has them before its data; few tools write these, so only the plain ones count.
  const flags = probe[3] ?? 0;
  const start = flags === 0 ? 10 : flags === 8 ? probe.indexOf(0, 10) + 1 : 0;
  if (start === 0 || start >= probe.length) return false;
  try {
    const head = inflateRawSync(probe.subarray(start), { finishFlush: constants.Z_SYNC_FLUSH });
    return RECORD.test(head.toString("latin1", 0, 200));
  } catch {
    return false; // three bytes of something else
  }
}

/** Passes over lines until one begins a record. @returns that line, or null at the end */
export async function nextVersionLine(
  reader: ByteReader,
  isVersionLine: (line: Buffer) => boolean,
): Promise<Buffer | null> {
  for (;;) {
    const line = await reader.line(WINDOW_BYTES);
    if (line.length === 0) return null;
    if (isVersionLine(line)) return line;
  }
}
