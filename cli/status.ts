import { setTimeout as sleep } from "node:timers/promises";
import type { Settings } from "../schemas/settings.ts";
import type { Status } from "../schemas/status.ts";
import { openEngine } from "../workers/engine.ts";
import { readStatus } from "../workers/status.ts";
import { grid } from "./grid.ts";
import type { Log } from "./log.ts";
import { catchSignals } from "./signals.ts";

const WATCH_MS = 2_000;
const CLEAR = "\u001b[2J\u001b[H";

export interface StatusOptions {
  readonly settings: Settings;
  readonly log: Log;
  readonly json: boolean;
  readonly watch: boolean;
}

/** `jingjian status`: counts, workers, failures, expected time left. @returns exit code */
export async function statusCommand({ settings, log, json, watch }: StatusOptions): Promise<number> {
  const signals = catchSignals(log);
  const engine = await openEngine(settings.queue);
  try {
    do {
      const status = await readStatus(engine);
      const text = json ? `${JSON.stringify(status)}\n` : shown(status);
      process.stdout.write(watch && !json && process.stdout.isTTY ? CLEAR + text : text);
      if (watch) await sleep(WATCH_MS, undefined, { signal: signals.stop }).catch(() => {});
    } while (watch && !signals.stop.aborted);
    return 0;
  } finally {
    await engine.close();
    signals.release();
  }
}

function shown({ engine, collections, members, rate, secondsLeft }: Status): string {
  const queues = collections.map((one) => [
    one.name,
    String(one.waiting),
    String(one.active),
    String(one.delayed),
    String(one.pagesDone),
    String(one.unwritten),
    String(one.failed),
    one.oldest ?? "-",
  ]);
  const head = ["collection", "waiting", "active", "delayed", "pages done", "unwritten", "failed", "oldest"];
  const failures = collections.flatMap(({ name, failures }) =>
    Object.entries(failures).map(([code, count]) => [name, code, String(count)]),
  );
  const workers = members.map((one) => [
    one.alive ? one.role : "gone",
    `${one.host}:${one.pid}`,
    one.collection,
    String(one.written),
    String(one.failed),
    one.out ?? "-",
  ]);
  const left = secondsLeft === null ? "unknown" : `${secondsLeft} s`;
  return [
    `${engine}\n\n`,
    collections.length === 0 ? "nothing was enqueued\n" : grid([head, ...queues]),
    failures.length === 0 ? "" : `\n${grid([["collection", "error", "documents"], ...failures])}`,
    workers.length === 0
      ? "\nno worker\n"
      : `\n${grid([["worker", "process", "collection", "written", "failed", "out"], ...workers])}`,
    `\n${rate.toFixed(1)} documents a second, time left: ${left}\n`,
  ].join("");
}
