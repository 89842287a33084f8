import { DelayedError, type Processor, UnrecoverableError, WaitingError } from "bullmq";
import { JingjianError, type Retry, UnexpectedError } from "../schemas/errors.ts";
import type { Failure } from "../schemas/job.ts";
import { safeText } from "./safe-text.ts";

/** What happens to work that failed: tried again after `delayMs`, or handed to the dead-letter queue. */
export type Verdict = { readonly again: true; readonly delayMs: number } | { readonly again: false };

/** TABLE of retries, by what the error says; `attempt` counts from 1. */
const DELAYS: Readonly<Record<Retry, ((attempt: number) => number) | null>> = {
  // The same bytes would fail again.
  never: null,
  // Half a second, doubled each time.
  backoff: (attempt) => 500 * 2 ** (attempt - 1),
  // The other side asked for patience.
  wait: (attempt) => 30_000 * attempt,
};

/** Name of the back-off that {@link verdict} decides, for the options of jobs and workers. */
export const BACKOFF = "by-error";

/** @param attempt how often the work was tried, counted from 1 */
export function verdict(error: unknown, attempt: number): Verdict {
  const delay = DELAYS[retryOf(error)];
  return delay === null ? { again: false } : { again: true, delayMs: delay(attempt) };
}

/** BullMQ's form of {@link verdict}: milliseconds, or -1 for no further attempt. */
export function backoffStrategy(attempt: number, _type?: string, error?: Error): number {
  const found = verdict(error, attempt);
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
