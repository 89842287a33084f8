import { crc32, createInflateRaw, type InflateRaw } from "node:zlib";
import { JingjianError } from "../../schemas/errors.ts";
import type { ByteReader } from "./byte-reader.ts";

export const GZIP_MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
const MAX_NAME_BYTES = 65_536;
const [HAS_HEADER_CRC, HAS_EXTRA, HAS_NAME, HAS_COMMENT] = [2, 4, 8, 16];

/** Where a member begins, in the file and in what all members together hold. */
export interface Boundary {
  readonly packed: number;
  readonly plain: number;
}

/**
 * What the gzip members of a file hold, as one stream. Node's own gunzip tells neither where a member begins nor how far
 * a damaged file was good, and both are needed here.
 */
export class GzipMembers implements AsyncIterable<Uint8Array> {
  /** Why the stream ended before the file did, or null. */
  damage: string | null = null;
  /** Boundaries of whole members, and of the one in work; the reader drops what it has passed. */
  boundaries: Boundary[] = [];
  private plain = 0;

  constructor(private readonly raw: ByteReader) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        this.boundaries.push({ packed: this.raw.offset, plain: this.plain });
        if (!(await this.isMember())) return;
        yield* this.member();
      }
    } catch (error) {
      if (error instanceof JingjianError) throw error; // the file cannot be read, which says nothing of what is in it
      this.damage = reasonOf(error);
    } finally {
      await this.raw.close();
    }
  }

  /** False at the file's end, which may be filled up with zeros. */
  private async isMember(): Promise<boolean> {
    const head = await this.raw.take(GZIP_MAGIC.length);
    if (head.equals(GZIP_MAGIC)) return true;
    if (head.length > 0 && !(await this.isPadding(head))) {
      throw new Error(
        GZIP_MAGIC.subarray(0, head.length).equals(head)
          ? "it ends within a gzip member"
          : "bytes between gzip members",
      );
    }
    return false;
  }

  private async isPadding(head: Uint8Array): Promise<boolean> {
    for (let bytes: Uint8Array | null = head; bytes !== null; bytes = await this.raw.peek()) {
      if (bytes.some((byte) => byte !== 0)) return false;
      if (bytes !== head) this.raw.advance(bytes.length);
    }
    return true;
  }

  private async *member(): AsyncGenerator<Uint8Array> {
    await this.header();
    const inflate = createInflateRaw({ chunkSize: 65_536 });
    let [crc, length] = [0, 0];
    const fed = this.feed(inflate);
    try {
      for await (const bytes of inflate as AsyncIterable<Uint8Array>) {
        crc = crc32(bytes, crc);
        length += bytes.length;
        this.plain += bytes.length;
        yield bytes;
      }
    } finally {
      inflate.destroy();
      await fed;
    }
    const trailer = await this.raw.take(TRAILER_BYTES);
    if (trailer.length < TRAILER_BYTES) throw new Error("it ends within a gzip member");
    if (trailer.readUInt32LE(0) !== crc || trailer.readUInt32LE(4) !== length % 2 ** 32)
      throw new Error("a gzip member has another checksum");
  }

  /** RFC 1952, 2.3, after the magic number. */
  private async header(): Promise<void> {
    const fixed = await this.raw.take(HEADER_BYTES - GZIP_MAGIC.length);
    if (fixed.length < HEADER_BYTES - GZIP_MAGIC.length) throw new Error("it ends within a gzip member");
    const flags = fixed[0]!;
    if (flags > 31) throw new Error("a gzip member has unknown flags");
    if (flags & HAS_EXTRA) {
      const size = await this.raw.take(2);
      if (size.length === 2) await this.raw.skip(size.readUInt16LE());
    }
    if (flags & HAS_NAME) await this.zeroTerminated();
    if (flags & HAS_COMMENT) await this.zeroTerminated();
    if (flags & HAS_HEADER_CRC) await this.raw.skip(2);
  }

  private async zeroTerminated(): Promise<void> {
    for (let length = 0; length < MAX_NAME_BYTES; length++) {
      const byte = await this.raw.take(1);
      if (byte.length === 0 || byte[0] === 0) return;
    }
    throw new Error("a gzip member has a name without end");
  }

  /** Hands on chunk by chunk, so that what follows the member is left where it is. */
  private async feed(inflate: InflateRaw): Promise<void> {
    try {
      while (!inflate.readableEnded && !inflate.destroyed) {
        const chunk = await this.raw.peek();
        if (chunk === null) {
          inflate.end();
          return;
        }
        const before = inflate.bytesWritten;
        await written(inflate, chunk);
        this.raw.advance(inflate.bytesWritten - before);
        if (inflate.bytesWritten - before < chunk.length) return;
      }
    } catch (error) {
      inflate.destroy(error as Error);
    }
  }
}

function reasonOf(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  if (code === "Z_BUF_ERROR") return "it ends within a gzip member";
  return code.startsWith("Z_") ? `a gzip member cannot be unpacked (${message})` : message;
}

const written = (inflate: InflateRaw, chunk: Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    inflate.once("close", resolve);
    inflate.write(chunk, () => {
      inflate.off("close", resolve);
      resolve();
    });
  });
