import { open } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { openReview, type Review, type ReviewFiles } from "../review/server/open.ts";
import { reviewRoutes } from "../review/server/routes.ts";
import { OutputFailedError } from "../schemas/errors.ts";
import type { Settings } from "../schemas/settings.ts";
import { listenAddress } from "../workers/console/address.ts";
import { engineDeps } from "../workers/console/engine-deps.ts";
import { WorkMetrics } from "../workers/console/metrics.ts";
import { type Console, openConsole } from "../workers/console/server.ts";
import { Crew } from "../workers/crew.ts";
import { type Engine, openEngine } from "../workers/engine.ts";
import type { Observer } from "../workers/observer.ts";
import { SHARED } from "../workers/queues.ts";
import { type Log, logFailure } from "./log.ts";
import { tellingLog } from "./review.ts";
import { aborted, catchSignals } from "./signals.ts";

export interface ServeOptions {
  readonly settings: Settings;
  readonly log: Log;
  /** Refuses whatever changes something. */
  readonly readOnly: boolean;
  /** Takes paths beside URLs over HTTP. */
  readonly localFiles: boolean;
  /** Works on the queues too, and writes these facts; null where it only shows. */
  readonly out: string | null;
  /** The facts that the review page shows; null where there is none. */
  readonly review: ReviewFiles | null;
}

/** A store that is away is tried many times a second. */
const TROUBLE_MS = 60_000;

/**
 * `jingjian serve`: the console, until SIGINT or SIGTERM; its URL goes to standard output.
 * @returns exit code
 * @throws {UsageError} for an address beyond loopback without a token, and for one that cannot be had
 */
export async function serveCommand(options: ServeOptions): Promise<number> {
  const { settings, log, readOnly, localFiles, out } = options;
  const { listen, token, drainMs } = settings;
  // Opening an engine takes seconds, and wrong usage should be told at once.
  listenAddress(listen, token);
  const signals = catchSignals(log);
  const engine = await openEngine(settings.queue);
  for (const warning of engine.warnings) log.warn(warning);
  const metrics = new WorkMetrics();
  const deps = engineDeps(engine, settings, {
    metrics,
    onDefect: (error) => logFailure(log, null, error),
    onTrouble: sparing(TROUBLE_MS, ({ message }) => log.warn(`the queue engine is in trouble: ${message}`)),
  });
  let opened: Console | null = null;
  let review: Review | null = null;
  const crew = out === null ? null : crewFor(engine, { settings, log, out, stop: signals.stop, observer: metrics });
  try {
    review = await reviewFor(options);
    opened = await openConsole(deps, { listen, token, readOnly, localFiles, ...(review && reviewAddition(review)) });
    process.stdout.write(`${opened.url}\n`);
    log.info(`the console listens on ${opened.url}${readOnly ? ", read-only" : ""}`);
    await crew?.open(false);
    crew?.work();
    await aborted(crew?.stop ?? signals.stop);
    if (crew !== null && crew.fatal !== null) throw crew.fatal;
    return 0;
  } finally {
    // The crew has a deadline of its own.
    await crew?.close();
    const inOrder = [() => opened?.close(), () => review?.close(), () => deps.close(), () => engine.close()];
    await closeAll(inOrder, drainMs, (error) => log.warn({ error: String(error) }, "something did not close well"));
    signals.release();
  }
}

async function reviewFor({ review, out, settings, log, readOnly }: ServeOptions): Promise<Review | null> {
  if (review === null) return null;
  // The page is open before the first fact is written.
  if (review.facts === out) await touch(out);
  return openReview({ ...review, settings, readOnly, ...tellingLog(log) });
}

async function touch(path: string): Promise<void> {
  try {
    await (await open(path, "a")).close();
  } catch (cause) {
    throw new OutputFailedError(path, { cause });
  }
}

const reviewAddition = (review: Review) => ({
  addition: {
    routes: (app: FastifyInstance) => reviewRoutes(app, review),
    links: [{ href: "/review/", text: "Review" }],
  },
});

interface CrewPlace {
  readonly settings: Settings;
  readonly log: Log;
  readonly out: string;
  readonly stop: AbortSignal;
  readonly observer: Observer;
}

/** A worker in the console's own process, whose stages the metrics show. */
const crewFor = (engine: Engine, { log, ...options }: CrewPlace): Crew =>
  new Crew(engine, {
    ...options,
    collection: SHARED,
    settled: "keep",
    onWarning: sparing(TROUBLE_MS, (warning: Error) => log.warn(warning.message)),
  });

/** Closes one after the other; with a store that is away this would never end, so that it has its time. */
async function closeAll(
  inOrder: readonly (() => Promise<void> | undefined)[],
  drainMs: number,
  onError: (error: unknown) => void,
): Promise<void> {
  const late = new AbortController();
  const closing = async () => {
    for (const close of inOrder) await Promise.resolve(close()).catch(onError);
  };
  await Promise.race([closing(), sleep(drainMs, undefined, { signal: late.signal }).catch(() => {})]);
  late.abort();
}

/** Lets one call through, and then none for a while. */
function sparing<T>(ms: number, tell: (what: T) => void): (what: T) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (what) => {
    if (performance.now() - last < ms) return;
    last = performance.now();
    tell(what);
  };
}
