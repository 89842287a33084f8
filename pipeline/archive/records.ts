/**
 * Records of a WARC file one after another. warcio's parser is not used for it: it takes a cut file for a whole one,
 * tells of damage on the console alone, and does not find its way back after it.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Origin } from "../../schemas/document.ts";
import { asInputError } from "../inputs/file.ts";
import { base32 } from "./base32.ts";
import { ByteReader } from "./byte-reader.ts";
import { GzipMembers } from "./gzip-members.ts";
import { RecordBody } from "./record-body.ts";
import { isVersionLine, type RecordHead, readHead } from "./record-head.ts";
import { findRecord, nextVersionLine } from "./resync.ts";

/** Where a record lies. */
export interface RecordOrigin extends Origin {
  readonly offset: number;
  readonly length: number;
  readonly record: "warc";
  /** Set where a record shares its gzip member with others: bytes of unpacked data from `offset` to the record. */
  readonly within?: number;
}

/** A record that is whole, with what was made of it; or why there is none. */
export type Found<T> =
  | { readonly number: number; readonly value: T; readonly head: RecordHead; readonly origin: RecordOrigin }
  | { readonly number: number; readonly damage: string };

export type Handle<T> = (head: RecordHead, body: RecordBody) => Promise<T>;

export interface Range {
  /** Bytes from the file's start. */
  readonly start: number;
  /** Exclusive; the file's end where it is left out. */
  readonly end?: number;
  /** Unpacked bytes to pass over. */
  readonly within?: number;
}

/**
 * Each record in its order, in flat memory. A record is given once it is proved whole; damage is told in its place, and
 * reading goes on where the next record begins.
 * @param handle is given each record's head and block, of which it reads as much as it wants
 * @throws {UnreadableInputError} when the file cannot be read
 */
export async function* readRecords<T>(
  path: string,
  handle: Handle<T>,
  range: Range = { start: 0 },
): AsyncGenerator<Found<T>> {
  let number = 1;
  let isPacked: boolean | null = null;
  for (let from: number | null = range.start; from !== null; ) {
    const run: Run<T> = new Run(path, handle, from === range.start ? range : { ...rangeEnd(range), start: from });
    for await (const found of run.records(number)) {
      yield found;
      number = found.number + 1;
      if (run.isPacked || !("damage" in found)) isPacked = run.isPacked;
    }
    from = run.resumeAt === null ? null : await findRecord(path, run.resumeAt, isPacked);
    if (from !== null && from >= (range.end ?? Number.POSITIVE_INFINITY)) return;
  }
}

/** From one place on as far as the end, or the first damage that ends what can be read without a leap. */
class Run<T> {
  /** Where to look for the next record, or null when all was read. */
  resumeAt: number | null = null;
  isPacked = false;
  private members: GzipMembers | null = null;
  private reader: ByteReader;

  constructor(
    private readonly path: string,
    private readonly handle: Handle<T>,
    private readonly range: Range,
  ) {
    this.reader = new ByteReader(chunksOf(path, range), range.start);
  }

  async *records(first: number): AsyncGenerator<Found<T>> {
    try {
      await this.unpack();
      let version: Buffer | undefined;
      for (let number = first; ; number++) {
        if (version === undefined && (await this.reader.peek()) === null) {
          if (this.members?.damage) yield { number, damage: this.damaged(Number.MAX_VALUE, "").damage };
          return;
        }
        const outcome = await this.record(number, version);
        version = undefined;
        if (outcome.found !== null) yield outcome.found;
        if (outcome.damage === null) continue;
        if (outcome.found !== null) number++;
        yield { number, damage: outcome.damage };
        if (this.resumeAt !== null) return;
        version = (await nextVersionLine(this.reader, isVersionLine)) ?? undefined;
      }
    } finally {
      await this.reader.close();
    }
  }

  private async unpack(): Promise<void> {
    const head = await this.reader.peek();
    if (head === null || head[0] !== 0x1f || (head.length > 1 && head[1] !== 0x8b)) return;
    this.isPacked = true;
    this.members = new GzipMembers(this.reader);
    this.reader = new ByteReader(this.members);
    await this.reader.skip(this.range.within ?? 0);
  }

  /** Reads one record and what ends it. */
  private async record(number: number, version: Buffer | undefined): Promise<Outcome<T>> {
    const start = this.reader.offset - (version?.length ?? 0);
    this.dropBoundaries(start);
    const head = await readHead(this.reader, version);
    if (head === null) return this.damaged(start, "no WARC record where one must begin");
    const blockStart = this.reader.offset;
    const body = new RecordBody(this.reader, head.length);
    const value = await this.handle(head, body);
    if (!(await body.pass())) return this.damaged(start, "it ends within a record");
    const lineFeeds = await this.passLineEnds();
    const next = await this.reader.peek();
    const found = { number, value, head, origin: this.originOf(start) };
    if (next === null) return this.last(found, start, lineFeeds);
    const isMemberEnd = this.members?.boundaries.some(({ plain }) => plain === this.reader.offset) === true;
    if ((lineFeeds > 0 || isMemberEnd) && next[0] === "W".charCodeAt(0)) return { found, damage: null };
    const isProved = !this.isPacked && (await this.hasDigest(head, blockStart));
    const { damage } = this.damaged(isProved ? this.reader.offset - 1 : start, "a record does not end where it says");
    return { found: isProved ? found : null, damage };
  }

  /** The file ends after a block that is whole. */
  private last(found: Found<T>, start: number, lineFeeds: number): Outcome<T> {
    const isVerified = this.members === null || this.members.boundaries.at(-1)?.plain === this.reader.offset;
    // What is wrong behind a whole member is told when the next record is looked for.
    if (isVerified && (this.isPacked || lineFeeds >= 2)) return { found, damage: null };
    if (isVerified) return { found, damage: "it ends within a record" };
    return this.damaged(start, "it ends within a record");
  }

  private async passLineEnds(): Promise<number> {
    let lineFeeds = 0;
    for (;;) {
      const byte = (await this.reader.peek())?.[0];
      if (byte !== 0x0a && byte !== 0x0d) return lineFeeds;
      if (byte === 0x0a) lineFeeds++;
      this.reader.advance(1);
    }
  }

  private damaged(start: number, why: string): { readonly found: null; readonly damage: string } {
    const { members, reader } = this;
    // Within a member the way back is the next line that begins a record; else it is another place in the file.
    const isWithin =
      members !== null &&
      members.damage === null &&
      !members.boundaries.some(({ plain }) => plain > start && plain < reader.offset);
    if (!isWithin) this.resumeAt = (members === null ? start : (this.memberBefore(start)?.packed ?? 0)) + 1;
    return { found: null, damage: members?.damage ?? why };
  }

  private originOf(start: number): RecordOrigin {
    const { path, members, reader } = this;
    if (members === null) return { path, offset: start, length: reader.offset - start, record: "warc" };
    const from = this.memberBefore(start);
    const to = members.boundaries.findLast(({ plain }) => plain === reader.offset);
    const offset = from?.packed ?? this.range.start;
    if (from?.plain === start && to !== undefined) return { path, offset, length: to.packed - offset, record: "warc" };
    return { path, offset, length: reader.offset - start, record: "warc", within: start - (from?.plain ?? 0) };
  }

  /** The last member that begins at or before a place in the unpacked data. */
  private memberBefore(plain: number) {
    return this.members?.boundaries.findLast((boundary) => boundary.plain <= plain);
  }

  private dropBoundaries(start: number): void {
    if (this.members === null) return;
    const last = this.members.boundaries.findLastIndex(({ plain }) => plain <= start);
    this.members.boundaries.splice(0, Math.max(0, last));
  }

  private async hasDigest({ headers, length }: RecordHead, start: number): Promise<boolean> {
    const digest = /^sha1:([A-Z2-7]{32})$/i.exec(headers.get("warc-block-digest") ?? "")?.[1];
    if (digest === undefined) return false;
    const hash = createHash("sha1");
    for await (const chunk of chunksOf(this.path, { start, end: start + length })) hash.update(chunk);
    return base32(hash.digest()) === digest.toUpperCase();
  }
}

const rangeEnd = ({ end }: Range) => (end === undefined ? {} : { end });

interface Outcome<T> {
  readonly found: Found<T> | null;
  readonly damage: string | null;
}

async function* chunksOf(path: string, { start, end }: Range): AsyncGenerator<Uint8Array> {
  try {
    if (end === undefined || end > start)
      yield* createReadStream(path, { start, ...(end !== undefined && { end: end - 1 }) });
  } catch (cause) {
    throw asInputError(path, cause);
  }
}
