import { UsageError } from "../schemas/errors.ts";
import type { Failure } from "../schemas/job.ts";
import type { Settings } from "../schemas/settings.ts";
import { type RunReport, run } from "../workers/run.ts";
import { totalBytes } from "./documents.ts";
import type { Log } from "./log.ts";
import { catchSignals } from "./signals.ts";
import { progressFor } from "./terminal.ts";

export interface RunCommandOptions {
  readonly settings: Settings;
  readonly log: Log;
  /** The facts file. */
  readonly out: string;
  readonly again: boolean;
}

/**
 * `jingjian run`: enqueue, work until idle, write the facts file; goes on where an earlier run stopped.
 * The first SIGINT or SIGTERM finishes what is in work, the second ends at once.
 * @returns exit code: 0, 1 when a document failed, 130 or 143 after a signal
 */
export async function runCommand(inputs: readonly string[], options: RunCommandOptions): Promise<number> {
  const { settings, log, out, again } = options;
  if (out === "-") throw new UsageError("`run` writes to a file", "Name one with --out, or use `jingjian extract`");
  const signals = catchSignals(log);
  const progress = await progressFor(out, () => knownSize(inputs));
  try {
    const report = await run(
      inputs,
      {
        settings,
        out,
        again,
        stdin: process.stdin,
        stop: signals.stop,
        onWarning: (warning) => log.warn(warning.message),
        onTally: ({ written, skipped, failed, facts, bytes }) =>
          progress.show({ documents: written + skipped, facts, failed, bytes }),
      },
      (failure) => {
        progress.stop();
        reportFailure(log, failure);
      },
    );
    progress.stop();
    process.stdout.write(summary(report, out));
    if (!report.interrupted) return report.tally.failed > 0 ? 1 : 0;
    log.warn("stopped early; the same command goes on from here");
    signals.exitSoon();
    return signals.exitCode();
  } finally {
    progress.stop();
    signals.release();
  }
}

/** Nobody knows how large the web is. */
const knownSize = async (sources: readonly string[]): Promise<number | null> =>
  sources.some((source) => source.includes("://")) ? null : totalBytes(sources);

function reportFailure(log: Log, { source, code, message, remedy, stack }: Failure): void {
  log.error({ source, code, remedy }, message);
  if (stack !== undefined) log.debug({ stack }, "stack of the defect");
}

/** The table at the end: documents, facts by metric, and where they are. */
export function summary({ tally, facts, documents }: RunReport, out: string): string {
  const total = [...facts.values()].reduce((sum, count) => sum + count, 0);
  const rows: [string, number][] = [
    ["documents found", tally.found],
    ["  written now", tally.written],
    ["  written before", tally.skipped],
    ["  failed", tally.failed],
    [`facts in ${documents} documents`, total],
    ...[...facts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([metric, count]): [string, number] => [`  ${metric}`, count]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const digits = Math.max(...rows.map(([, count]) => String(count).length));
  const lines = rows.map(([name, count]) => `${name.padEnd(width)}  ${String(count).padStart(digits)}`);
  return `${lines.join("\n")}\n\n${out}\n`;
}
