import { type FileHandle, open, stat } from "node:fs/promises";
import { asInputError } from "../../pipeline/inputs/file.ts";

/** Whole lines of a file: bytes `[start, end)`. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

const LF = 10;
const PIECE = 1 << 16;
const MAX_LAST_LINE = 1 << 24;

/**
 * A file that may still be written to. What stands behind its last line feed is read where it is whole JSON, and left
 * where it may be half a line.
 * All methods throw {@link UnreadableInputError} when the file cannot be read.
 */
export class GrowingFile {
  private constructor(
    readonly path: string,
    private readonly file: FileHandle,
  ) {}

  static async open(path: string): Promise<GrowingFile> {
    try {
      const file = await open(path);
      const stats = await file.stat();
      if (stats.isDirectory()) {
        await file.close();
        throw new Error("it is a folder");
      }
      return new GrowingFile(path, file);
    } catch (cause) {
      throw asInputError(path, cause);
    }
  }

  async size(): Promise<number> {
    try {
      return (await this.file.stat()).size;
    } catch (cause) {
      throw asInputError(this.path, cause);
    }
  }

  /** Whole lines from `start`, about `most` bytes of them (more where one line is longer); null where there is none. */
  async linesFrom(start: number, most: number): Promise<LineRange | null> {
    const size = await this.size();
    const wanted = Math.min(size, start + most);
    const end =
      (await this.lineEndBefore(start, wanted)) ??
      (await this.lineEndAfter(wanted, size)) ??
      (await this.lastLineEnd(start, size));
    return end === null || end <= start ? null : { start, end };
  }

  /** Whether the path still names this file, and it was only added to since `bytes` of it were read. */
  async isSame(bytes: number): Promise<boolean> {
    const [now, ours] = await Promise.all([stat(this.path).catch(() => null), this.file.stat()]);
    return now !== null && now.ino === ours.ino && now.dev === ours.dev && now.size >= bytes;
  }

  /** The range's bytes, in pieces. */
  async *bytes({ start, end }: LineRange): AsyncGenerator<Uint8Array> {
    for (let at = start; at < end; ) {
      const { bytesRead, buffer } = await this.read(at, Math.min(PIECE * 16, end - at));
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private async lineEndBefore(start: number, end: number): Promise<number | null> {
    for (let to = end; to > start; ) {
      const from = Math.max(start, to - PIECE);
      const { bytesRead, buffer } = await this.read(from, to - from);
      const at = buffer.subarray(0, bytesRead).lastIndexOf(LF);
      if (at >= 0) return from + at + 1;
      to = from;
    }
    return null;
  }

  private async lineEndAfter(start: number, size: number): Promise<number | null> {
    for (let from = start; from < size; from += PIECE) {
      const { bytesRead, buffer } = await this.read(from, PIECE);
      const at = buffer.subarray(0, bytesRead).indexOf(LF);
      if (at >= 0) return from + at + 1;
    }
    return null;
  }

  /** A last line without a line feed counts when it is JSON. */
  private async lastLineEnd(start: number, size: number): Promise<number | null> {
    if (size - start > MAX_LAST_LINE) return null;
    const { bytesRead, buffer } = await this.read(start, size - start);
    try {
      JSON.parse(buffer.toString("utf8", 0, bytesRead));
      return start + bytesRead;
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
  }

  private async read(position: number, length: number) {
    try {
      return await this.file.read(Buffer.allocUnsafe(length), 0, length, position);
    } catch (cause) {
      throw asInputError(this.path, cause);
    }
  }
}
