import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { parseFilter } from "../review/export/filter-text.ts";
import { type ExportFormat, exportFacts } from "../review/export/index.ts";
import { withTemporaryFile } from "../review/export/temporary-file.ts";
import { wholeFile } from "../review/export/whole-file.ts";
import type { FactStore } from "../review/facts/fact-store.ts";
import { openWholeFile } from "../review/facts/open-fact-store.ts";
import { OutputFailedError, UsageError } from "../schemas/errors.ts";
import { statesOf } from "./decided.ts";
import type { Log } from "./log.ts";
import { catchSignals } from "./signals.ts";

export interface ExportOptions {
  readonly log: Log;
  readonly to: ExportFormat;
  readonly wide: boolean;
  readonly bom: boolean;
  /** As in the page's address; absent for all. */
  readonly filter?: string;
  /** File of decisions; absent for the one beside the facts, where there is one. */
  readonly decisions?: string;
  readonly out?: string;
}

/**
 * `jingjian export`: the current state of a file of facts as a file that other programs open.
 * @returns exit code
 * @throws {UsageError} for a filter with unknown names, a matrix as JSONL, a binary file onto a terminal or onto the facts
 */
export async function exportCommand(path: string, options: ExportOptions): Promise<number> {
  const { log, to, wide, bom, out } = options;
  const filter = parseFilter(options.filter ?? "");
  if (wide && to === "jsonl")
    throw new UsageError("--wide gives a matrix, and a line of JSONL is a fact", "Choose --to csv, xlsx or parquet");
  if (out !== undefined && (await isSame(path, out)))
    throw new UsageError("--out names the file of the facts, which is never changed", "Choose another --out");
  const isStandard = out === undefined || out === "-";
  if (isStandard && (to === "xlsx" || to === "parquet") && process.stdout.isTTY)
    throw new UsageError(`--to ${to} is no text for a terminal`, `Name a file: --out facts.${to}`);
  const request = { to, wide, bom, filter, made: new Date() };
  return withStore(path, options, async (store, signal) => {
    const write = (file: string) => exportFacts(store, { ...request, signal }, file);
    const rows = isStandard
      ? await withTemporaryFile(`facts.${to}`, async (file) => {
          const count = await write(file);
          for await (const chunk of createReadStream(file)) await toStandardOutput(chunk);
          return count;
        })
      : await wholeFile(out, write);
    log.info({ rows }, `${rows} rows${wide ? ", one a subject" : ""}`);
    return 0;
  });
}

/**
 * Lets `use` work on a whole file of facts with its decisions applied. A signal ends it early, and what it keeps on disk
 * is gone either way.
 * @returns exit code
 */
export async function withStore(
  path: string,
  { log, decisions }: Pick<ExportOptions, "log" | "decisions">,
  use: (store: FactStore, signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const signals = catchSignals(log);
  try {
    const store = await openWholeFile(path, await statesOf(path, decisions, log));
    try {
      return await use(store, signals.stop);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (signals.stop.aborted && error === signals.stop.reason) return signals.exitCode();
    throw error;
  } finally {
    signals.release();
  }
}

const isSame = async (path: string, other: string): Promise<boolean> => {
  const [one, two] = await Promise.all([path, other].map((each) => stat(each).catch(() => null)));
  return one != null && two != null && one.ino === two.ino && one.dev === two.dev;
};

const toStandardOutput = (chunk: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(chunk, (cause) => {
      if (cause) reject(new OutputFailedError("standard output", { cause }));
      else resolve();
    });
  });
