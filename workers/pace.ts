import { setTimeout as sleep } from "node:timers/promises";
import type { Job } from "bullmq";
import type { PageJob, PageResult } from "../schemas/job.ts";
import type { PageDeps } from "./pages.ts";

/** How long a job may wait for its host within its worker; longer waits give the worker to other hosts. */
const SHORT_MS = 250;
/** A host that answers more slowly than its pace is asked again after this long. */
const BUSY_MS = 500;
/** A lease outlives its holder by this much, for the clocks of several machines. */
const SLACK_MS = 30_000;

/**
 * Waits for the turn of a page's host: its pace and its share of requests at once hold over all workers of the store.
 * @returns the host's lease, to be released when the page is there; null when the job was put off
 */
export async function awaitTurn(
  job: Job<PageJob, PageResult>,
  token: string | undefined,
  { engine, fetcher, settings, observer }: PageDeps,
): Promise<{ release(): Promise<void> } | null> {
  const { host } = new URL(job.data.url);
  const slotAt = job.data.slotAt ?? (await nextSlot());
  const waitMs = slotAt - Date.now();
  if (waitMs > SHORT_MS) return putOff(slotAt);
  if (waitMs > 0) await sleep(waitMs);
  const lease = await engine.lease(host, settings.hostConcurrency, settings.fetchTimeoutMs + SLACK_MS);
  return lease ?? putOff(Date.now() + BUSY_MS * (0.5 + Math.random()));

  async function nextSlot(): Promise<number> {
    const delayMs = Math.max(settings.hostDelayMs, fetcher.crawlDelayMs(job.data.url) ?? 0);
    const untilMs = await engine.slot(host, delayMs);
    observer.hostWait(host, untilMs / 1_000);
    return Date.now() + untilMs;
  }

  /** Whoever takes the job up next need not reserve again. */
  async function putOff(until: number): Promise<null> {
    await job.updateData({ ...job.data, slotAt });
    await job.moveToDelayed(Math.ceil(until), token);
    return null;
  }
}
