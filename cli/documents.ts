import { stat } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { readInputs } from "../pipeline/inputs/index.ts";
import { listInputs } from "../pipeline/inputs/list.ts";
import type { RawPage } from "../schemas/document.ts";
import { SegmenterUnavailableError } from "../schemas/errors.ts";
import type { Settings } from "../schemas/settings.ts";
import { type Log, logFailure } from "./log.ts";
import { openOutput } from "./output.ts";
import { counted, progressFor, type Tally } from "./terminal.ts";

export interface DocumentOptions {
  readonly settings: Settings;
  readonly log: Log;
  /** Path of the output, or undefined for standard output. */
  readonly out?: string;
}

// V8 would let garbage grow to a multiple of what is in use, and more with every thousand documents.
setFlagsFromString("--heap-growing-percent=20");

/** What one document gives: text for the output, the number of facts in it, and what went wrong beside them. */
export interface DocumentResult {
  readonly text: string;
  /** Absent where the command looks for no facts. */
  readonly facts?: number;
  readonly errors: readonly Error[];
}

/**
 * Reads every document of the inputs, in order, and writes what `work` makes of each. A document that fails is
 * reported and left out; the others go on.
 * @param head what stands before the first document, such as a header row
 * @returns exit code: 0, or 1 when a document failed
 * @throws {OutputFailedError} when the output cannot be written: then nothing more can be done
 */
export async function eachDocument(
  inputs: readonly string[],
  { settings, log, out }: DocumentOptions,
  work: (page: RawPage) => DocumentResult,
  head = "",
): Promise<number> {
  const output = await openOutput(out);
  const progress = await progressFor(out, () => totalBytes(inputs));
  const tally: Tally = { documents: 0, failed: 0, bytes: 0 };
  try {
    if (head !== "") await output.write(head);
    for await (const input of readInputs(inputs, { stdin: process.stdin, settings })) {
      const result = "error" in input ? failure(input.error) : attempt(work, input);
      for (const error of result.errors) logFailure(log, input.source, error);
      if (result.text !== "") await output.write(result.text);
      count(tally, result, "error" in input ? 0 : (input.origin?.length ?? input.bytes.length));
      progress.show(tally);
    }
    await output.close();
  } catch (error) {
    await output.discard();
    throw error;
  } finally {
    progress.stop();
  }
  const { bytes: _bytes, ...counts } = tally;
  log.info(counts, counted(tally));
  return tally.failed > 0 ? 1 : 0;
}

/** Size of all files that the inputs name; null where standard input is among them. */
export async function totalBytes(inputs: readonly string[]): Promise<number | null> {
  const files = (await listInputs(inputs)).filter((item) => "path" in item);
  if (files.some(({ path }) => path === "-")) return null;
  const sizes = files.map(({ path }) =>
    stat(path).then(
      (stats) => stats.size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

function attempt(work: (page: RawPage) => DocumentResult, page: RawPage): DocumentResult {
  try {
    return work(page);
  } catch (error) {
    // Every other document would fail in the same way.
    if (error instanceof SegmenterUnavailableError) throw error;
    return failure(error instanceof Error ? error : new Error(String(error)));
  }
}

const failure = (error: Error): DocumentResult => ({ text: "", errors: [error] });

function count(tally: Tally, { facts, errors }: DocumentResult, bytes: number): void {
  tally.bytes += bytes;
  if (errors.length > 0) tally.failed += 1;
  else tally.documents += 1;
  if (facts !== undefined) tally.facts = (tally.facts ?? 0) + facts;
}
