import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "@jest/globals";

/** A new empty folder, gone when the test file ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "jingjian-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
