import { sep } from "node:path";
import type { Settings } from "../schemas/settings.ts";
import { bury } from "../workers/dead-letters.ts";
import { openEngine } from "../workers/engine.ts";
import { enqueue } from "../workers/enqueue.ts";
import { closeQueues, openQueues } from "../workers/queues.ts";
import { spool } from "../workers/spool.ts";
import type { Log } from "./log.ts";
import { catchSignals } from "./signals.ts";

export interface EnqueueCommandOptions {
  readonly settings: Settings;
  readonly log: Log;
  readonly collection: string;
  readonly again: boolean;
}

/**
 * `jingjian enqueue`: puts sources into the queues for `work`.
 * @returns exit code: 1 when something could not be enqueued
 */
export async function enqueueCommand(sources: readonly string[], options: EnqueueCommandOptions): Promise<number> {
  const { settings, log, collection, again } = options;
  const signals = catchSignals(log);
  const engine = await openEngine(settings.queue);
  const queues = openQueues(engine, collection);
  for (const queue of Object.values(queues)) queue.on("error", (error: Error) => log.warn(error.message));
  const counts = { queued: 0, skipped: 0, failed: 0 };
  try {
    const spooled = sources.includes("-") ? await spool(process.stdin, engine.folder, signals.stop) : null;
    await enqueue(sources, {
      queues,
      settings,
      output: null,
      places: { spooled, base: sep },
      stdin: process.stdin,
      stop: signals.stop,
      again,
      settled: again ? "again" : "keep",
      isDone: () => false,
      isWritten: () => false,
      bury: async (letters) => {
        for (const { failure } of letters)
          log.error({ source: failure.source, code: failure.code, remedy: failure.remedy }, failure.message);
        await bury(queues.deadLetters, letters);
      },
      onFound: (how) => {
        counts[how] += 1;
      },
    });
  } finally {
    await closeQueues(queues);
    await engine.close();
    signals.release();
  }
  process.stdout.write(`enqueued ${counts.queued}, failed ${counts.failed}\n`);
  if (signals.stop.aborted) return signals.exitCode();
  return counts.failed > 0 ? 1 : 0;
}
