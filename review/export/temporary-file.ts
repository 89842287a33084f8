import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A place for a file, in a folder of its own; both are gone when they are removed, or the process ends. */
export interface TemporaryFile {
  readonly path: string;
  remove(): Promise<void>;
}

/** @throws {Error} of the file system where no temporary folder can be made */
export async function temporaryFile(name: string): Promise<TemporaryFile> {
  const folder = await mkdtemp(join(tmpdir(), `jingjian-export-${process.pid}-`));
  const atExit = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", atExit);
  return {
    path: join(folder, name),
    remove: async () => {
      process.off("exit", atExit);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Lets `use` work on such a file, which is gone when it has ended. */
export async function withTemporaryFile<T>(name: string, use: (path: string) => Promise<T>): Promise<T> {
  const file = await temporaryFile(name);
  try {
    return await use(file.path);
  } finally {
    await file.remove();
  }
}
