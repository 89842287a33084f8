import { openReview, type ReviewFiles } from "../review/server/open.ts";
import { reviewRoutes } from "../review/server/routes.ts";
import { UsageError } from "../schemas/errors.ts";
import type { Settings } from "../schemas/settings.ts";
import { listenAddress } from "../workers/console/address.ts";
import { openSafeServer, type SafeServer } from "../workers/console/safe-server.ts";
import { type Log, logFailure } from "./log.ts";
import { aborted, catchSignals } from "./signals.ts";

export interface ReviewCommandOptions extends ReviewFiles {
  readonly settings: Settings;
  readonly log: Log;
  /** Refuses decisions and examples. */
  readonly readOnly: boolean;
}

/**
 * `jingjian review`: the review page on one file, until SIGINT or SIGTERM; its URL goes to standard output.
 * @returns exit code
 * @throws {UsageError} for an address beyond loopback without a token, and for one that cannot be had
 */
export async function reviewCommand({ settings, log, readOnly, ...files }: ReviewCommandOptions): Promise<number> {
  const { listen, token } = settings;
  if (files.facts === "-" || files.inputs.includes("-"))
    throw new UsageError("Standard input cannot be reviewed: it is read once", "Write it to a file first");
  listenAddress(listen, token);
  const signals = catchSignals(log);
  const review = await openReview({ ...files, settings, readOnly, ...tellingLog(log) });
  let server: SafeServer | null = null;
  try {
    server = await openSafeServer({ listen, token, readOnly, onDefect: review.onDefect }, async (app) => {
      app.get("/", (_request, reply) => reply.redirect("/review/"));
      await reviewRoutes(app, review);
    });
    process.stdout.write(`${server.url}/review/\n`);
    log.info(`the review page is at ${server.url}/review/${readOnly ? ", read-only" : ""}`);
    await aborted(signals.stop);
    return 0;
  } finally {
    await server?.close();
    await review.close();
    signals.release();
  }
}

/** Who is told of what goes on beside the requests. */
export const tellingLog = (log: Log) => ({
  onDefect: (error: unknown) => logFailure(log, null, error),
  onWarning: (warning: string) => log.warn(warning),
  onFailure: (source: string, error: unknown) => logFailure(log, source, error),
});
