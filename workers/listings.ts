import { canonicalUrl } from "../pipeline/identity/canonical-url.ts";
import { readListing } from "../pipeline/listings/index.ts";
import { InvalidListingError } from "../schemas/errors.ts";
import type { FetchedPage } from "../schemas/fetch.ts";
import type { DeadLetter, PageJob } from "../schemas/job.ts";
import type { Settings } from "../schemas/settings.ts";
import { addPages, type Settled } from "./add-pages.ts";
import type { QueueSet } from "./queues.ts";
import { failureOf } from "./retry.ts";

/** A sitemap index may name sitemaps, which may name pages; what goes deeper leads in a circle. */
const MAX_DEPTH = 4;
const PAGES_AT_ONCE = 500;

/** Enqueues what a feed or sitemap names. @returns how many, and letters for entries that are no URLs */
export async function enqueueListing(
  page: FetchedPage,
  parent: PageJob,
  { queues, settings, settled }: { readonly queues: QueueSet; readonly settings: Settings; readonly settled: Settled },
): Promise<{ listed: number; letters: DeadLetter[] }> {
  if (parent.depth >= MAX_DEPTH) throw new InvalidListingError(parent.url, `it lies under ${MAX_DEPTH} other listings`);
  const letters: DeadLetter[] = [];
  let jobs: PageJob[] = [];
  let listed = 0;
  for await (const entry of readListing({ ...page, maxBytes: settings.maxBytes })) {
    if (entry.kind === "bad") {
      letters.push({ failure: failureOf(entry.source, entry.error), document: null });
      continue;
    }
    const job = { given: entry.url, from: parent.url, depth: parent.depth + 1, enqueued: new Date().toISOString() };
    jobs.push({ url: canonicalUrl(entry.url), ...job, ...(parent.again && { again: true }) });
    listed++;
    if (jobs.length === PAGES_AT_ONCE) {
      await addPages(queues.pages, jobs, { settled });
      jobs = [];
    }
  }
  await addPages(queues.pages, jobs, { settled });
  return { listed, letters };
}
