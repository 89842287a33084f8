import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Lets `use` work on a file of this name in a folder of its own, which is gone when it has ended, or the process has. */
export async function withTemporaryFile<T>(name: string, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "jingjian-export-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    return await use(join(folder, name));
  } finally {
    process.off("exit", remove);
    await rm(folder, { recursive: true, force: true });
  }
}
