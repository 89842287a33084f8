import { createReadStream } from "node:fs";
import { open, stat, truncate, writeFile } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { OutputChangedError } from "../../schemas/errors.ts";
import { isClosed, JOURNAL_HEADER, type JournalRecord, parseRecord } from "./journal-records.ts";

/** What an output holds for certain. */
export interface Recovered {
  /** Keys of the documents whose facts are in the output. */
  readonly keys: Set<string>;
  /** Size of the output, bytes, and the CRC-32 of them. */
  readonly end: number;
  readonly crc: number;
  /** Facts in the output, by metric. */
  readonly facts: Map<string, number>;
}

interface State extends Recovered {
  /** Size of the journal up to the last record that counts, bytes. */
  readonly journalEnd: number;
  /** The output's size when it was last closed in order, or null. */
  readonly closed: number | null;
}

const EMPTY: State = { keys: new Set(), end: 0, crc: 0, facts: new Map(), journalEnd: 0, closed: null };

/**
 * Brings an output and its journal to the last commit that both hold, and cuts off what a crash left half done.
 * A file that is not ours, or that someone changed, is left alone.
 * @throws {OutputChangedError} when the output holds anything but what the journal says
 */
export async function recover(output: string, journal: string): Promise<Recovered> {
  const size = await sizeOf(output);
  const state = await consistentState(output, journal, size);
  await cut(output, size, state.end);
  if (state.journalEnd === 0) await writeFile(journal, JOURNAL_HEADER);
  else await cut(journal, await sizeOf(journal), state.journalEnd);
  return state;
}

async function consistentState(output: string, journal: string, size: number | null): Promise<State> {
  if (!(await hasHeader(journal, output))) {
    if (size === null || size === 0) return fresh();
    throw new OutputChangedError(output, "was not written by `jingjian run`: it has no journal beside it");
  }
  // Whoever removed the output wants a new one.
  if (size === null) return fresh();
  const state = await lastStateWithin(journal, size, output);
  if (state.closed !== null && size > state.closed) {
    throw new OutputChangedError(output, `has ${size - state.closed} bytes that \`jingjian run\` did not write`);
  }
  if ((await crcOf(output, state.end)) !== state.crc) {
    throw new OutputChangedError(output, "is not as `jingjian run` left it: its checksum differs from the journal's");
  }
  return state;
}

const fresh = (): State => ({ ...EMPTY, keys: new Set(), facts: new Map() });

/** Reads the journal up to the last commit that ends within the output's `size`. */
async function lastStateWithin(journal: string, size: number, output: string): Promise<State> {
  const keys = new Set<string>();
  const facts = new Map<string, number>();
  let [end, crc, journalEnd] = [0, 0, JOURNAL_HEADER.length];
  let closed: number | null = null;
  let broken = false;
  for await (const { record, after } of readRecords(journal)) {
    // A crash tears the end of a journal, never its middle.
    if (broken && record !== null) throw new OutputChangedError(output, `has a damaged journal, ${journal}`);
    if (record === null) broken = true;
    else if (isClosed(record)) closed = record.closed;
    else if (record.end > size) return { keys, end, crc, facts, journalEnd, closed: null };
    else {
      keys.add(record.key);
      for (const [metric, count] of Object.entries(record.facts)) facts.set(metric, (facts.get(metric) ?? 0) + count);
      [end, crc, journalEnd, closed] = [record.end, record.crc, after, null];
    }
  }
  return { keys, end, crc, facts, journalEnd, closed };
}

/** Each line after the header, with the offset after it; a line that is no record gives null, as does a torn last one. */
async function* readRecords(journal: string): AsyncGenerator<{ record: JournalRecord | null; after: number }> {
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

/** False for a journal that is missing, or torn within its first line. */
async function hasHeader(journal: string, output: string): Promise<boolean> {
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

async function crcOf(path: string, length: number): Promise<number> {
  let crc = 0;
  if (length === 0) return crc;
  for await (const chunk of createReadStream(path, { end: length - 1, highWaterMark: 1 << 20 })) {
    crc = crc32(chunk as Buffer, crc);
  }
  return crc;
}

/** Null for a missing file. */
async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new OutputChangedError(path, "is not a regular file");
    return found.size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

async function cut(path: string, size: number | null, end: number): Promise<void> {
  if (size !== null && size > end) await truncate(path, end);
}
