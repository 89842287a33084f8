import { stat } from "node:fs/promises";
import { asInputError } from "../inputs/file.ts";
import { type Content, readContent } from "./archived-page.ts";
import { type Found, type RecordOrigin, readRecords } from "./records.ts";

/** A way through an archive whose records share a gzip member, as far as it was gone. */
interface Cursor {
  /** What it is a way through: the file as it was, and the size of pages. */
  readonly name: string;
  readonly records: AsyncGenerator<Found<Content>>;
  at: RecordOrigin;
}

const MOST_IDLE = 4;
/** Cursors that nobody uses just now, the latest last. They hold an open file and some hundred KB each. */
const idle: Cursor[] = [];

/**
 * Reads a record that shares its gzip member with others. The only way to it leads through all before it, so that the
 * next one is looked for where the last was found: records in their order cost no more than reading the file once.
 * @returns null when no record lies there
 * @throws {UnreadableInputError}
 */
export async function readPacked(origin: RecordOrigin, maxBytes: number): Promise<Found<Content> | null> {
  const cursor = await cursorBefore(origin, maxBytes);
  let found: Found<Content> | null = null;
  try {
    found = await advance(cursor, origin);
  } finally {
    if (found === null) await cursor.records.return(undefined);
  }
  if (found !== null) await rest(cursor);
  return found;
}

async function cursorBefore(origin: RecordOrigin, maxBytes: number): Promise<Cursor> {
  const { path, offset, within = 0 } = origin;
  const { ino, size, mtimeMs } = await stat(path).catch((cause: unknown) => {
    throw asInputError(path, cause);
  });
  const name = JSON.stringify([path, ino, size, mtimeMs, maxBytes]);
  const before = idle.filter((cursor) => cursor.name === name && order(cursor.at, origin) < 0);
  const nearest = before.toSorted((a, b) => order(a.at, b.at)).at(-1);
  if (nearest !== undefined) {
    idle.splice(idle.indexOf(nearest), 1);
    return nearest;
  }
  const records = readRecords(path, (head, body) => readContent(head, body, maxBytes), { start: offset, within });
  return { name, records, at: origin };
}

async function advance(cursor: Cursor, origin: RecordOrigin): Promise<Found<Content> | null> {
  for await (const found of { [Symbol.asyncIterator]: () => ({ next: () => cursor.records.next() }) }) {
    if ("damage" in found) continue;
    cursor.at = found.origin;
    if (order(found.origin, origin) === 0) return found;
    if (order(found.origin, origin) > 0) return null;
  }
  return null;
}

async function rest(cursor: Cursor): Promise<void> {
  idle.push(cursor);
  if (idle.length > MOST_IDLE) await idle.shift()!.records.return(undefined);
}

const order = (a: RecordOrigin, b: RecordOrigin): number => a.offset - b.offset || (a.within ?? 0) - (b.within ?? 0);
