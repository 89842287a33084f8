import type { PageJob, PageResult } from "../schemas/job.ts";
import type { JobQueue } from "./engine.ts";
import { hashOf, jobOf, QUEUES } from "./queues.ts";

/** What is done about a page that was settled before. */
export type Settled =
  /** It stays as it is. */
  | "keep"
  /** It is fetched once more where it failed or was a listing. */
  | "unless-written"
  /** It is fetched once more, on condition that it changed. */
  | "again";

/** Id of a page's job, and of its document: the same for all spellings of its URL. */
export const pageId = (canonical: string): string => hashOf(canonical);

/**
 * Adds pages to fetch, each URL once.
 * @returns how many were added; the others are in the queue, or settled
 */
export async function addPages(
  queue: JobQueue<PageJob, PageResult>,
  pages: readonly PageJob[],
  { settled }: { readonly settled: Settled },
): Promise<number> {
  const jobs = [...new Map(pages.map((page) => [pageId(page.url), page]))];
  const fresh = await Promise.all(
    jobs.map(async ([jobId, page]) => {
      const job = await queue.getJob(jobId);
      if (job === undefined) return [{ jobId, page }];
      const result = job.returnvalue as PageResult | null;
      // What waits or is in work will be done anyway.
      if (!job.finishedOn || settled === "keep") return [];
      if (settled === "unless-written" && result !== null && /^(?:written|skipped|unchanged)$/.test(result.how))
        return [];
      await job.remove();
      const validators = settled === "again" ? result?.story?.validators : undefined;
      return [{ jobId, page: { ...page, ...(validators && { validators }) } }];
    }),
  );
  const added = fresh.flat();
  if (added.length === 0) return 0;
  await queue.addBulk(added.map(({ jobId, page }) => jobOf(QUEUES.page, jobId, page)));
  return added.length;
}
