import type { Settings } from "../schemas/settings.ts";
import { work } from "../workers/work.ts";
import type { Log } from "./log.ts";
import { catchSignals } from "./signals.ts";

export interface WorkCommandOptions {
  readonly settings: Settings;
  readonly log: Log;
  readonly collection: string;
  /** The facts file, or null for a worker that leaves writing to another process. */
  readonly out: string | null;
  readonly untilIdle: boolean;
}

/**
 * `jingjian work`: works on what is in the queues.
 * @returns exit code: 1 when a document failed, 143 or 130 after a signal
 */
export async function workCommand({ settings, log, ...options }: WorkCommandOptions): Promise<number> {
  const signals = catchSignals(log);
  let warned = "";
  try {
    log.info({ queue: options.collection, out: options.out }, "working");
    const { found: _, ...tally } = await work({
      ...options,
      settings,
      stop: signals.stop,
      onWarning: (warning) => {
        // A store that is away says so many times a second.
        if (warning.message !== warned) log.warn(warning.message);
        warned = warning.message;
      },
    });
    log.info(tally, `written ${tally.written}, skipped ${tally.skipped}, failed ${tally.failed}, facts ${tally.facts}`);
    if (!signals.stop.aborted) return tally.failed > 0 ? 1 : 0;
    signals.exitSoon();
    return signals.exitCode();
  } finally {
    signals.release();
  }
}
