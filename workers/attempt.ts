import { type Job, type Processor, WaitingError } from "bullmq";
import { OutputFailedError, SegmenterUnavailableError } from "../schemas/errors.ts";
import type { Failure } from "../schemas/job.ts";
import { withRetryPolicy } from "./retry.ts";

/** True for an error after which no document could be written. */
export const isFatal = (error: unknown): boolean =>
  error instanceof OutputFailedError || error instanceof SegmenterUnavailableError;

/** A processor on whose errors the table of retries decides. @param onFatal told of one that ends the work */
export const attempting = <Data, Result>(
  onFatal: (error: unknown) => void,
  processor: Processor<Data, Result>,
): Processor<Data, Result> =>
  withRetryPolicy(async (job, token, signal) => {
    try {
      return await processor(job, token, signal);
    } catch (error) {
      if (isFatal(error)) onFatal(error);
      throw error;
    }
  });

/** A failure with its time, and the attempt at the job that met it. */
export const dated = (failure: Failure, { attemptsMade }: Pick<Job, "attemptsMade">): Failure => ({
  ...failure,
  attempts: attemptsMade + 1,
  at: new Date().toISOString(),
});

/** Puts a job back for whoever works next; that counts as no attempt. */
export async function handBack(job: Pick<Job, "moveToWait">, token: string | undefined): Promise<never> {
  await job.moveToWait(token);
  throw new WaitingError();
}
