import { DelayedError, type Processor, UnrecoverableError, WaitingError } from "bullmq";
import { HttpBusyError, JingjianError, type Retry, UnexpectedError } from "../schemas/errors.ts";
import type { Failure } from "../schemas/job.ts";
import { safeText } from "./safe-text.ts";

/** What happens to work that failed: tried again after `delayMs`, or handed to the dead-letter queue. */
export type Verdict = { readonly again: true; readonly delayMs: number } | { readonly again: false };

/** A rule for one kind of error; `attempt` counts from 1. */
export interface Policy {
  /** Milliseconds before the next attempt, or null for the dead-letter queue at once. */
  readonly delayMs: ((attempt: number) => number) | null;
  readonly doc: string;
}

/** TABLE of retries: each error class names its row. */
export const POLICIES: Readonly<Record<Retry, Policy>> = {
  never: { delayMs: null, doc: "dead-letter queue at once: the same again would fail again" },
  backoff: {
    delayMs: (attempt) => 500 * 2 ** (attempt - 1),
    doc: "again after 0.5 s, doubled each time; pages after 2 s, with jitter",
  },
  wait: {
    delayMs: (attempt) => 5_000 * 2 ** (attempt - 1),
    doc: "again when the server said, else after 5 s, doubled each time; an hour at most",
  },
};

const LONGEST_WAIT_MS = 3_600_000;
/** A page is fetched again later than a file is read again: sites take longer to recover than disks. */
const PAGE_FACTOR = 4;

/** Name of the back-off that {@link verdict} decides, for the options of jobs and workers. */
export const BACKOFF = "by-error";

/** @param attempt how often the work was tried, counted from 1 */
export function verdict(error: unknown, attempt: number): Verdict {
  const { delayMs } = POLICIES[retryOf(error)];
  if (delayMs === null) return { again: false };
  const asked = askedFor(error);
  return { again: true, delayMs: Math.min(LONGEST_WAIT_MS, asked ?? delayMs(attempt)) };
}

/** As {@link verdict}, for pages: jittered, so that what failed together does not come back together. */
export function pageVerdict(error: unknown, attempt: number): Verdict {
  const found = verdict(error, attempt);
  if (!found.again || askedFor(error) !== null) return found;
  const factor = retryOf(error) === "backoff" ? PAGE_FACTOR : 1;
  return { again: true, delayMs: Math.min(LONGEST_WAIT_MS, found.delayMs * factor * (0.5 + Math.random())) };
}

/** What a server asked for with Retry-After, ms, or null. */
function askedFor(error: unknown): number | null {
  const known = error instanceof QueuedError ? error.cause : error;
  return known instanceof HttpBusyError ? known.retryAfterMs : null;
}

/** BullMQ's form of {@link verdict}: milliseconds, or -1 for no further attempt. */
export function backoffStrategy(attempt: number, _type?: string, error?: Error): number {
  const found = verdict(error, attempt);
  return found.again ? found.delayMs : -1;
}

/** BullMQ's form of {@link pageVerdict}. */
export function pageBackoff(attempt: number, _type?: string, error?: Error): number {
  const found = pageVerdict(error, attempt);
  return found.again ? found.delayMs : -1;
}

/** Lets the table decide on what a processor throws, and makes its message fit for the queue. */
export const withRetryPolicy =
  <Data, Result>(processor: Processor<Data, Result>): Processor<Data, Result> =>
  async (job, token, signal) => {
    try {
      return await processor(job, token, signal);
    } catch (error) {
      throw forQueue(error);
    }
  };

/** The record of why one document gave nothing. */
export function failureOf(source: string, error: unknown): Failure {
  const known = error instanceof JingjianError ? error : new UnexpectedError(source, { cause: error });
  const { code, problem: message, remedy } = known;
  const stack = known instanceof UnexpectedError && known.cause instanceof Error ? known.cause.stack : undefined;
  return { source, code, message, remedy, ...(stack === undefined ? {} : { stack }) };
}

/** An error whose text the queue can store, and that still says whether to try again. */
class QueuedError extends Error {
  constructor(
    readonly retry: Retry,
    cause: unknown,
  ) {
    super(safeText(messageOf(cause)), { cause });
    this.stack = safeText((cause instanceof Error && cause.stack) || this.message);
  }
}

function forQueue(error: unknown): Error {
  // These are no failures: the job was handed back.
  if (error instanceof WaitingError || error instanceof DelayedError) return error;
  const retry = retryOf(error);
  if (retry !== "never") return new QueuedError(retry, error);
  const final = new UnrecoverableError(safeText(messageOf(error)));
  final.stack = safeText((error instanceof Error && error.stack) || final.message);
  return final;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What is not ours may pass (a lost connection, a busy file system), so it is tried again. */
function retryOf(error: unknown): Retry {
  if (error instanceof JingjianError || error instanceof QueuedError) return error.retry;
  return error instanceof UnrecoverableError ? "never" : "backoff";
}
