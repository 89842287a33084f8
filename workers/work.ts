import type { Settings } from "../schemas/settings.ts";
import { Crew, type Tally } from "./crew.ts";
import { openEngine } from "./engine.ts";
import type { Observer } from "./observer.ts";

export interface WorkOptions {
  readonly settings: Settings;
  readonly collection: string;
  /** Path of the facts; null for a worker that leaves writing to another process. */
  readonly out: string | null;
  readonly stop: AbortSignal;
  /** True to end when nothing is left to do. */
  readonly untilIdle: boolean;
  readonly observer?: Observer;
  readonly onTally?: (tally: Readonly<Tally>) => void;
  readonly onWarning?: (warning: Error) => void;
}

/**
 * Works on what `enqueue` put into the queues, until it is stopped or, if asked, until nothing is left. Any number of
 * processes may work at once; of those that name the same output one writes it, and another takes over when it ends.
 * @throws {OutputFailedError} when the disk is full
 * @throws {QueueFailedError} when the engine stops working for good
 */
export async function work(options: WorkOptions): Promise<Readonly<Tally>> {
  const engine = await openEngine(options.settings.queue);
  try {
    const crew = new Crew(engine, { ...options, settled: "keep" });
    await crew.open(false);
    crew.work();
    if (options.untilIdle) await crew.untilIdle();
    else await stopped(crew.stop);
    await crew.close();
    if (crew.fatal !== null) throw crew.fatal;
    return crew.tally;
  } finally {
    await engine.close();
  }
}

const stopped = (stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener("abort", () => resolve(), { once: true });
  });
