import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder of its own for one test, and the way to write files into it. */
export interface Workspace {
  readonly path: string;
  /** @returns the file's path */
  readonly write: (name: string, content: string | Uint8Array) => string;
  readonly remove: () => void;
}

export function workspace(): Workspace {
  const path = mkdtempSync(join(tmpdir(), "jingjian-test-"));
  return {
    path,
    write: (name, content) => {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
