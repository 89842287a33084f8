import { rename, rm, truncate, writeFile } from "node:fs/promises";
import { OutputChangedError } from "../../schemas/errors.ts";
import { draftOf } from "./compact.ts";
import { addFacts, documentOf, isClosed, JOURNAL_HEADER } from "./journal-records.ts";
import { crcOf, hasHeader, readRecords, sizeOf } from "./read-journal.ts";

/** What an output holds for certain. */
export interface Recovered {
  /** The documents whose facts are in the output, with the key of the content that they come from. */
  readonly keys: Map<string, string>;
  /** Batches whose document came again with other content: they are still in the output. */
  readonly superseded: number;
  /** Size of the output, bytes, and the CRC-32 of them. */
  readonly end: number;
  readonly crc: number;
  /** Facts in the output, by metric. */
  readonly facts: Map<string, number>;
}

interface State extends Recovered {
  /** Size of the journal up to the last record that counts, bytes. */
  readonly journalEnd: number;
  /** The output's size when it was last closed in order, or null. */
  readonly closed: number | null;
}

const EMPTY: State = { keys: new Map(), superseded: 0, end: 0, crc: 0, facts: new Map(), journalEnd: 0, closed: null };

/**
 * Brings an output and its journal to the last commit that both hold, and cuts off what a crash left half done.
 * A file that is not ours, or that someone changed, is left alone.
 * @throws {OutputChangedError} when the output holds anything but what the journal says
 */
export async function recover(output: string, journal: string): Promise<Recovered> {
  await settleCompaction(output, journal);
  const size = await sizeOf(output);
  const state = await consistentState(output, journal, size);
  await cut(output, size, state.end);
  if (state.journalEnd === 0) await writeFile(journal, JOURNAL_HEADER);
  else await cut(journal, await sizeOf(journal), state.journalEnd);
  return state;
}

async function consistentState(output: string, journal: string, size: number | null): Promise<State> {
  if (!(await hasHeader(journal, output))) {
    if (size === null || size === 0) return fresh();
    throw new OutputChangedError(output, "was not written by `jingjian run`: it has no journal beside it");
  }
  // Whoever removed the output wants a new one.
  if (size === null) return fresh();
  const state = await lastStateWithin(journal, size, output);
  if (state.closed !== null && size > state.closed) {
    throw new OutputChangedError(output, `has ${size - state.closed} bytes that \`jingjian run\` did not write`);
  }
  if ((await crcOf(output, state.end)) !== state.crc) {
    throw new OutputChangedError(output, "is not as `jingjian run` left it: its checksum differs from the journal's");
  }
  return state;
}

const fresh = (): State => ({ ...EMPTY, keys: new Map(), facts: new Map() });

/** Reads the journal up to the last commit that ends within the output's `size`. */
async function lastStateWithin(journal: string, size: number, output: string): Promise<State> {
  const keys = new Map<string, string>();
  const facts = new Map<string, number>();
  let [end, crc, journalEnd] = [0, 0, JOURNAL_HEADER.length];
  let superseded = 0;
  let closed: number | null = null;
  let broken = false;
  for await (const { record, after } of readRecords(journal)) {
    // A crash tears the end of a journal, never its middle.
    if (broken && record !== null) throw new OutputChangedError(output, `has a damaged journal, ${journal}`);
    if (record === null) broken = true;
    else if (isClosed(record)) closed = record.closed;
    else if (record.end > size) return { keys, superseded, end, crc, facts, journalEnd, closed: null };
    else {
      if (keys.has(documentOf(record.key))) superseded++;
      keys.set(documentOf(record.key), record.key);
      addFacts(facts, record.facts);
      [end, crc, journalEnd, closed] = [record.end, record.crc, after, null];
    }
  }
  return { keys, superseded, end, crc, facts, journalEnd, closed };
}

/** A crash may come between the two renames of `compact`: the journal was renamed, so the output has to be. */
async function settleCompaction(output: string, journal: string): Promise<void> {
  const draft = draftOf(output);
  const size = await sizeOf(draft);
  await rm(draftOf(journal), { force: true });
  if (size === null) return;
  const state = (await hasHeader(journal, output)) ? await lastStateWithin(journal, size, output) : null;
  if (state?.closed === size && (await crcOf(draft, size)) === state.crc) await rename(draft, output);
  else await rm(draft);
}

async function cut(path: string, size: number | null, end: number): Promise<void> {
  if (size !== null && size > end) await truncate(path, end);
}
