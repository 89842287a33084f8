import { type FileHandle, open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { syncFolder } from "../../pipeline/store/append-file.ts";
import { NotSavedError } from "../../schemas/errors.ts";

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (error: NotSavedError) => void;
}

const LF = 10;

/**
 * Adds lines to a file that other processes may add lines to as well. A line is one write at the file's end; those that
 * wait at once share one sync. Nothing that stands in the file is ever changed: a line that a crash cut off is ended.
 */
export class LineWriter {
  private file: FileHandle | null = null;
  private inode = 0n;
  private waiting: Waiting[] = [];
  private working: Promise<void> | null = null;

  constructor(readonly path: string) {}

  /**
   * @param line with its line feed
   * @returns when it is on the disk
   * @throws {NotSavedError}
   */
  append(line: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ line, resolve, reject });
      this.working ??= this.work();
    });
  }

  /** Ends a last line that was cut off, so that what comes after it stands on a line of its own. */
  async mend(): Promise<void> {
    try {
      if ((await stat(this.path, { bigint: true }).catch(() => null)) !== null) await endLine(await this.handle());
    } catch (cause) {
      throw new NotSavedError(this.path, { cause });
    }
  }

  /** Ends when all that waits is done. */
  async close(): Promise<void> {
    await this.working;
    await this.file?.close();
    this.file = null;
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0);
      const written: Waiting[] = [];
      try {
        const file = await this.handle();
        for (const one of batch) {
          await endLine(file);
          const bytes = Buffer.from(one.line);
          const { bytesWritten } = await file.write(bytes);
          if (bytesWritten < bytes.length) throw new Error("the disk took only a part of a line");
          written.push(one);
        }
        await file.datasync();
        for (const { resolve } of written) resolve();
      } catch (cause) {
        // After a sync that failed nobody knows what is on the disk.
        for (const { reject } of batch) reject(new NotSavedError(this.path, { cause }));
      }
    }
    this.working = null;
  }

  /** The file of this name: whoever moved it away wants a new one. */
  private async handle(): Promise<FileHandle> {
    const there = await stat(this.path, { bigint: true }).catch(() => null);
    if (this.file !== null && there?.ino === this.inode) return this.file;
    await this.file?.close();
    this.file = null;
    const file = await open(this.path, "a+", 0o644);
    this.inode = (await file.stat({ bigint: true })).ino;
    this.file = file;
    if (there === null) await syncFolder(dirname(this.path));
    return file;
  }
}

/** A line that another process is just writing looks as if it was cut off: then this leaves a blank line behind it. */
async function endLine(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  if (size === 0) return;
  const { buffer, bytesRead } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  if (bytesRead === 1 && buffer[0] !== LF) await file.write("\n");
}
