import { createReadStream } from "node:fs";
import { Comparison } from "../review/compare/index.ts";
import { withTemporaryFile } from "../review/export/temporary-file.ts";
import type { FactStore } from "../review/facts/fact-store.ts";
import { openFactStore } from "../review/facts/open-fact-store.ts";
import { GROUP_STATES, type GroupState } from "../schemas/comparison.ts";
import { groupBlock, isShown } from "./compare-table.ts";
import { demandDecisions, statesOf } from "./decided.ts";
import { type Log, logFailure } from "./log.ts";
import { type Output, openOutput } from "./output.ts";
import { catchSignals } from "./signals.ts";

export interface CompareOptions {
  readonly log: Log;
  readonly format: "table" | "jsonl";
  /** File of decisions on the facts of all files; absent for the one beside each file, where there is one. */
  readonly decisions?: string;
  readonly out?: string;
}

/**
 * `jingjian compare`: what several documents state of one thing, and whether it fits together.
 * @returns exit code: 1 when an input, or a line of one, could not be read
 * @throws {UnreadableInputError} for a file of decisions that was named and cannot be read
 */
export async function compareCommand(paths: readonly string[], options: CompareOptions): Promise<number> {
  const { log, format, decisions, out } = options;
  if (decisions !== undefined) await demandDecisions(decisions);
  const signals = catchSignals(log);
  const stores: FactStore[] = [];
  try {
    const failed = await openAll(paths, options, stores, signals.stop);
    const tally = await written(stores, format, await openOutput(out), signals.stop);
    const words = Object.entries({ ...tally, failed }).map(([name, number]) => `${name} ${number}`);
    log.info({ ...tally, failed }, words.join(", "));
    return failed > 0 ? 1 : 0;
  } catch (error) {
    if (signals.stop.aborted) return signals.exitCode();
    throw error;
  } finally {
    for (const store of stores) await store.close();
    signals.release();
  }
}

/** @returns how many files and lines could not be read */
async function openAll(
  paths: readonly string[],
  options: CompareOptions,
  stores: FactStore[],
  signal: AbortSignal,
): Promise<number> {
  let failed = 0;
  for (const path of paths) {
    signal.throwIfAborted();
    try {
      const store = await openDecided(path, options);
      stores.push(store);
      failed += complain(options.log, path, store.broken);
    } catch (error) {
      logFailure(options.log, path, error);
      failed++;
    }
  }
  return failed;
}

async function openDecided(path: string, { log, decisions }: CompareOptions): Promise<FactStore> {
  const store = await openFactStore(path, { kept: "disk" });
  try {
    await store.whole();
    await store.apply(await statesOf(path, decisions, log));
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function complain(log: Log, source: string, { count, first }: FactStore["broken"]): number {
  for (const line of first) log.error({ source, code: "INVALID_FACT" }, line);
  if (count > first.length)
    log.error({ source, code: "INVALID_FACT" }, `${count - first.length} more lines are no facts`);
  return count;
}

type Tally = Record<GroupState, number>;

async function written(
  stores: readonly FactStore[],
  format: CompareOptions["format"],
  output: Output,
  signal: AbortSignal,
): Promise<Tally> {
  const tally = Object.fromEntries(GROUP_STATES.map((state) => [state, 0])) as Tally;
  try {
    const [first, ...others] = stores;
    if (first !== undefined) {
      const comparison = await Comparison.of([first, ...others], {}, signal);
      try {
        if (format === "jsonl") await writeLines(comparison, tally, output);
        else await writeTable(comparison, tally, output);
      } finally {
        comparison.close();
      }
    }
    await output.close();
    return tally;
  } catch (error) {
    await output.discard();
    throw error;
  }
}

async function writeLines(comparison: Comparison, tally: Tally, output: Output): Promise<void> {
  for await (const { groups } of comparison.groups("all"))
    for (const group of groups) {
      tally[group.status]++;
      await output.write(`${JSON.stringify(group)}\n`);
    }
}

/** What is shown waits on disk for its place behind the states before it. */
async function writeTable(comparison: Comparison, tally: Tally, output: Output): Promise<void> {
  tally.single += comparison.extent.alone;
  await withTemporaryFile("groups.", async (start) => {
    const parts = new Map<GroupState, Output>();
    for (const state of GROUP_STATES) parts.set(state, await openOutput(`${start}${state}`));
    for await (const { groups } of comparison.groups("several"))
      for (const group of groups) {
        tally[group.status]++;
        if (isShown(group)) await parts.get(group.status)!.write(groupBlock(group));
      }
    for (const [state, part] of parts) {
      await part.close();
      for await (const text of createReadStream(`${start}${state}`, "utf8")) await output.write(text as string);
    }
  });
}
