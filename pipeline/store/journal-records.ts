import { crc32 } from "node:zlib";

/** One line of the journal: a document whose facts are in the output, whole. */
export interface CommitRecord {
  /** Idempotency key: the document, a dot, its content. */
  readonly key: string;
  /** Size of the output after this document's lines, bytes. */
  readonly end: number;
  /** CRC-32 of the output's first `end` bytes. */
  readonly crc: number;
  /** Facts written, by metric. */
  readonly facts: Readonly<Record<string, number>>;
}

/** What names the document in a key; another key of the same document means other content. */
export const documentOf = (key: string): string => key.split(".", 1)[0]!;

/** What names the content in a key. */
export const contentOf = (key: string): string => key.slice(key.indexOf(".") + 1);

/** Written when a run ends in order: whatever the output holds beyond its end is not ours. */
export interface ClosedRecord {
  readonly closed: number;
}

export type JournalRecord = CommitRecord | ClosedRecord;

export const isClosed = (record: JournalRecord): record is ClosedRecord => "closed" in record;

/** First line of every journal; another version is refused, never guessed at. */
export const JOURNAL_HEADER = '{"journal":"jingjian","version":1}\n';

/** A line carries its own checksum, so that a torn or damaged one is never taken for a record. */
export function formatRecord(record: JournalRecord): string {
  const body = JSON.stringify(record);
  return `${crc32(body).toString(16).padStart(8, "0")} ${body}\n`;
}

/** Null for anything but a whole line of ours. */
export function parseRecord(line: string): JournalRecord | null {
  const body = line.slice(9);
  if (line[8] !== " " || crc32(body).toString(16).padStart(8, "0") !== line.slice(0, 8)) return null;
  try {
    return JSON.parse(body) as JournalRecord;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Adds a batch's facts by metric to the sums of an output. */
export function addFacts(totals: Map<string, number>, facts: CommitRecord["facts"]): void {
  for (const [metric, count] of Object.entries(facts)) totals.set(metric, (totals.get(metric) ?? 0) + count);
}
