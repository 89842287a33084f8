import { type FileHandle, open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { syncFolder } from "./append-file.ts";
import { addFacts, documentOf, formatRecord, isClosed, JOURNAL_HEADER } from "./journal-records.ts";
import { readRecords } from "./read-journal.ts";

const FLUSH_BYTES = 1 << 20;

export const draftOf = (path: string): string => `${path}.compact`;

/**
 * Leaves each document's latest batch in a closed output and drops the earlier ones.
 * Both files are written anew and take the old ones' names, the journal first: a crash before that changes nothing,
 * and after it `recover` finishes the work.
 * @returns facts in the output by metric
 */
export async function compact(output: string, journal: string): Promise<Map<string, number>> {
  const latest = await latestBatches(journal);
  const facts = new Map<string, number>();
  const source = await open(output, "r");
  const { mode } = await source.stat();
  const data = new Draft(await open(draftOf(output), "w", mode));
  const records = new Draft(await open(draftOf(journal), "w"));
  try {
    await records.append(Buffer.from(JOURNAL_HEADER));
    let [from, batch] = [0, 0];
    for await (const { record } of readRecords(journal)) {
      if (record === null || isClosed(record)) continue;
      if (latest.get(documentOf(record.key)) === batch) {
        await data.append(await slice(source, from, record.end));
        await records.append(Buffer.from(formatRecord({ ...record, end: data.size, crc: data.crc })));
        addFacts(facts, record.facts);
      }
      from = record.end;
      batch++;
    }
    await records.append(Buffer.from(formatRecord({ closed: data.size })));
    await data.finish();
    await records.finish();
  } finally {
    await Promise.all([source.close(), data.close(), records.close()]);
  }
  await rename(draftOf(journal), journal);
  await rename(draftOf(output), output);
  await syncFolder(dirname(output));
  return facts;
}

/** For each document, which of the journal's batches is its last. */
async function latestBatches(journal: string): Promise<Map<string, number>> {
  const latest = new Map<string, number>();
  let batch = 0;
  for await (const { record } of readRecords(journal)) {
    if (record !== null && !isClosed(record)) latest.set(documentOf(record.key), batch++);
  }
  return latest;
}

async function slice(file: FileHandle, from: number, end: number): Promise<Buffer> {
  const bytes = Buffer.alloc(end - from);
  await file.read(bytes, 0, bytes.length, from);
  return bytes;
}

/** A new file, written in large pieces. */
class Draft {
  size = 0;
  crc = 0;
  private waiting: Uint8Array[] = [];
  private waitingBytes = 0;

  constructor(private readonly file: FileHandle) {}

  async append(bytes: Uint8Array): Promise<void> {
    this.size += bytes.length;
    this.crc = crc32(bytes, this.crc);
    this.waiting.push(bytes);
    this.waitingBytes += bytes.length;
    if (this.waitingBytes >= FLUSH_BYTES) await this.flush();
  }

  async finish(): Promise<void> {
    await this.flush();
    await this.file.sync();
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private async flush(): Promise<void> {
    await this.file.appendFile(Buffer.concat(this.waiting));
    [this.waiting, this.waitingBytes] = [[], 0];
  }
}
