import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { OutputFailedError } from "../schemas/errors.ts";

/** Where a command's data goes. Each method waits until the data is taken, so that a slow reader slows the command. */
export interface Output {
  /** @throws {OutputFailedError} when the disk is full or the place cannot be written */
  readonly write: (text: string) => Promise<void>;
  /** Ends a complete output; a file appears under its name only now. */
  readonly close: () => Promise<void>;
  /** Gives up an incomplete output; a file that stood there before stays as it was. */
  readonly discard: () => Promise<void>;
}

const FLUSH_CHARS = 1 << 16;

/**
 * @param path a file, or undefined for standard output
 * @throws {OutputFailedError} when the file cannot be opened
 */
export function openOutput(path: string | undefined): Promise<Output> {
  return path === undefined || path === "-" ? Promise.resolve(standardOutput()) : fileOutput(path);
}

function standardOutput(): Output {
  const write = (text: string) =>
    new Promise<void>((resolve, reject) => {
      process.stdout.write(text, (cause) => {
        if (cause) reject(new OutputFailedError("standard output", { cause }));
        else resolve();
      });
    });
  return { write, close: async () => {}, discard: async () => {} };
}

async function fileOutput(path: string): Promise<Output> {
  const failed = (cause: unknown): never => {
    throw new OutputFailedError(path, { cause });
  };
  const [partial, target] = await places(path).catch(failed);
  const file = await open(partial, "w").catch(failed);
  let waiting = "";
  const flush = async () => {
    const text = waiting;
    waiting = "";
    await file.appendFile(text).catch(failed);
  };
  return {
    write: async (text) => {
      waiting += text;
      if (waiting.length >= FLUSH_CHARS) await flush();
    },
    close: async () => {
      await flush();
      await finish(file, partial, target).catch(failed);
    },
    discard: async () => {
      await file.close();
      if (partial !== target) await rm(partial, { force: true });
    },
  };
}

async function finish(file: FileHandle, partial: string, target: string): Promise<void> {
  if (partial !== target) await file.sync();
  await file.close();
  if (partial !== target) await rename(partial, target);
}

/** Where to write, and the name at the end. Devices and pipes cannot be renamed over, so they are written directly. */
async function places(path: string): Promise<readonly [string, string]> {
  const target = await realpath(path).catch(() => path);
  const there = await stat(target).catch(() => null);
  return there !== null && !there.isFile() ? [target, target] : [`${target}.part`, target];
}
