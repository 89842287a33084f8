import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { type ExportRequest, exportFacts } from "../../review/export/index.ts";
import type { FactState } from "../../review/facts/fact-store.ts";
import { openWholeFile } from "../../review/facts/open-fact-store.ts";
import type { Fact } from "../../schemas/fact.ts";
import { linesOf } from "./sample-facts.ts";

/** Writes facts to a file, exports it with what was decided, and says where to. */
export async function exported(
  folder: string,
  facts: readonly Fact[],
  request: Partial<ExportRequest> & Pick<ExportRequest, "to">,
  states: readonly FactState[] = [],
): Promise<{ readonly path: string; readonly rows: number }> {
  const source = join(folder, `${Math.random()}.jsonl`);
  writeFileSync(source, linesOf(facts));
  const path = `${source}.${request.to}`;
  const store = await openWholeFile(source, states);
  try {
    const rest = { wide: false, bom: false, filter: {}, made: new Date("2026-01-02T03:04:05Z") };
    return { path, rows: await exportFacts(store, { ...rest, ...request }, path) };
  } finally {
    await store.close();
  }
}

/** Texts of a ZIP archive by name, read from its central directory; archives of 4 GiB and more are not read. */
export function unzipped(path: string): Readonly<Record<string, string>> {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const files: Record<string, string> = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [size, name, extra, comment] = [20, 28, 30, 32].map((field, index) =>
      index === 0 ? bytes.readUInt32LE(at + field) : bytes.readUInt16LE(at + field),
    ) as [number, number, number, number];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(from, from + size);
    const text = bytes.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content);
    files[bytes.toString("utf8", at + 46, at + 46 + name)] = text.toString("utf8");
    at += 46 + name + extra + comment;
  }
  return files;
}
