import type { JobQueue, JobWorker } from "./engine.ts";

/** What idleness is heard from. */
export type BusyWorker = Pick<JobWorker<unknown, unknown>, "close" | "name"> & {
  on(event: "completed" | "failed", listener: () => void): unknown;
  off(event: "completed" | "failed", listener: () => void): unknown;
};

const EVENTS = ["completed", "failed"] as const;
/** Other processes' jobs end without an event here. */
const LOOK_MS = 1_000;

/**
 * Resolves when no job of the queues is left, or at `stop`. Each job that ends may be the last; only the queue knows,
 * since a job may wait for another attempt.
 */
export async function untilIdle(
  // biome-ignore lint/suspicious/noExplicitAny: whatever the jobs are, they are counted
  queues: readonly JobQueue<any, any>[],
  workers: readonly BusyWorker[],
  stop: AbortSignal,
  onTrouble: (error: Error) => void,
): Promise<void> {
  while (!stop.aborted) {
    const changed = nextChange(workers, stop);
    try {
      const open = await Promise.all(
        queues.map((queue) => queue.getJobCountByTypes("waiting", "active", "delayed", "prioritized")),
      );
      if (open.every((count) => count === 0)) return;
    } catch (error) {
      onTrouble(error as Error);
    }
    await changed;
  }
}

function nextChange(workers: readonly BusyWorker[], stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      for (const worker of workers) for (const event of EVENTS) worker.off(event, done);
      stop.removeEventListener("abort", done);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, LOOK_MS);
    for (const worker of workers) for (const event of EVENTS) worker.on(event, done);
    stop.addEventListener("abort", done);
  });
}
