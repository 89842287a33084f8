import { stat } from "node:fs/promises";
import { GrowingFile } from "../facts/growing-file.ts";
import type { Place } from "./ledger.ts";

export interface Line extends Place {
  /** Without its line feed. */
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

const PIECE = 4_000_000;
const LF = 10;

/** Reads the lines of a file that grows, each once; the file may not be there yet. */
export class LineReader {
  private file: GrowingFile | null = null;
  private at = 0;
  private number = 0;
  /** The last line read has no line feed yet. */
  private isOpen = false;

  constructor(readonly path: string) {}

  /**
   * Opens the file, where it is there.
   * @returns whether it is another one than before, or was cut: then its lines come from the first again
   * @throws {UnreadableInputError}
   */
  async isAnew(): Promise<boolean> {
    const isAnew = this.file !== null && !(await this.file.isSame(this.at));
    if (isAnew) {
      await this.close();
      [this.at, this.number, this.isOpen] = [0, 0, false];
    }
    const isThere = (await stat(this.path).catch(() => null)) !== null;
    if (this.file === null && isThere) this.file = await GrowingFile.open(this.path);
    return isAnew;
  }

  /** Lines that were not read yet; a last one without a line feed where it is whole JSON. @throws {UnreadableInputError} */
  async *lines(): AsyncGenerator<Line> {
    for (;;) {
      const range = this.file === null ? null : await this.file.linesFrom(this.at, PIECE);
      if (range === null) return;
      const bytes = await this.bytes(range.start, range.end);
      for (let from = 0; from < bytes.length; ) {
        const feed = bytes.indexOf(LF, from);
        const end = feed < 0 ? bytes.length : feed;
        const isRest = this.isOpen && end === from;
        if (!isRest) this.number++;
        this.isOpen = feed < 0;
        const [start, length] = [range.start + from, end - from];
        from = end + 1;
        this.at = Math.min(range.end, range.start + from);
        if (!isRest)
          yield { start, length, text: bytes.toString("utf8", start - range.start, end), number: this.number };
      }
    }
  }

  /** A line read again. */
  async again({ start, length }: Place): Promise<string> {
    return (await this.bytes(start, start + length)).toString("utf8");
  }

  async close(): Promise<void> {
    await this.file?.close();
    this.file = null;
  }

  private async bytes(start: number, end: number): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    if (this.file !== null) for await (const piece of this.file.bytes({ start, end })) pieces.push(piece);
    return Buffer.concat(pieces);
  }
}
