import { DelayedError, type Job, type Processor } from "bullmq";
import type { ArchiveWriter } from "../pipeline/archive/writer.ts";
import type { Fetcher } from "../pipeline/fetch/fetcher.ts";
import { looksLikeListing } from "../pipeline/listings/index.ts";
import type { Origin, RawPage } from "../schemas/document.ts";
import type { FetchedPage } from "../schemas/fetch.ts";
import type { Failure, PageJob, PageResult, PageStory } from "../schemas/job.ts";
import type { Settled } from "./add-pages.ts";
import { attempting, dated, handBack, isFatal } from "./attempt.ts";
import type { Copies } from "./copies.ts";
import type { DocumentDeps } from "./document.ts";
import type { Engine } from "./engine.ts";
import { enqueueListing } from "./listings.ts";
import { timed } from "./observer.ts";
import { awaitTurn } from "./pace.ts";
import { hashOf, QUEUES, type QueueSet } from "./queues.ts";
import { failureOf, pageVerdict } from "./retry.ts";

export interface PageDeps extends DocumentDeps {
  readonly engine: Engine;
  readonly queues: QueueSet;
  readonly fetcher: Fetcher;
  /** Opened when the first page is there to be kept. */
  readonly archive: () => Promise<ArchiveWriter>;
  readonly copies: Copies;
  /** What is done about pages of a listing that were settled before. */
  readonly settled: Settled;
  /** Told of pages that a feed or sitemap named. */
  readonly onListed: (count: number) => void;
}

/**
 * The consumer of page jobs: waits for the host's turn, fetches, keeps the page in the archive, extracts it, or enqueues
 * what it lists. The job's result is the page's story.
 */
export const pageProcessor = (deps: PageDeps): Processor<PageJob, PageResult> =>
  attempting(deps.onFatal, (job, token) => new PageRun(deps, job, token).run());

/** One attempt at one page. */
class PageRun {
  constructor(
    private readonly deps: PageDeps,
    private readonly job: Job<PageJob, PageResult>,
    private readonly token: string | undefined,
  ) {}

  async run(): Promise<PageResult> {
    if (this.deps.stop.aborted) return handBack(this.job, this.token);
    const turn = await awaitTurn(this.job, this.token, this.deps);
    if (turn === null) throw new DelayedError();
    try {
      const result = await this.settle();
      this.count(result);
      return result;
    } catch (error) {
      // Awaited here: while the turn is given back below, a rejection would have nobody to hear it.
      return await (this.deps.stop.aborted ? handBack(this.job, this.token) : this.failed(error));
    } finally {
      await turn.release();
    }
  }

  private async settle(): Promise<PageResult> {
    const { observer, stop } = this.deps;
    const page = await timed(observer, "fetch", () =>
      this.deps.fetcher.fetch(this.job.data.url, {
        signal: stop,
        ...(this.job.data.validators && { validators: this.job.data.validators }),
      }),
    );
    observer.fetched(page.exchanges.reduce((sum, { body }) => sum + body.length, 0));
    const archive = page.notModified ? null : await (await this.deps.archive()).append(page);
    const story = storyOf(page, archive);
    if (page.notModified) return { how: "unchanged", story, failure: null };
    if (looksLikeListing(page.bytes, page.contentType) !== null) return this.listed(page, story);
    return this.extracted(page, story);
  }

  private async listed(page: FetchedPage, story: PageStory): Promise<PageResult> {
    const { listed, letters } = await enqueueListing(page, this.job.data, this.deps);
    await this.deps.bury(letters);
    this.deps.onListed(listed);
    return { how: "listed", story: { ...story, listed }, failure: null };
  }

  private async extracted(page: FetchedPage, story: PageStory): Promise<PageResult> {
    const { extractor, observer, sink } = this.deps;
    const document = hashOf(this.job.data.url);
    const content = hashOf(page.bytes);
    const key = `${document}.${content}`;
    // Killed between its facts and its end, a job comes again: its story is still to be told.
    const how = sink().has(key) && this.job.data.again !== true ? "skipped" : "written";
    const found = await timed(observer, "extract", () => extractor.extract(rawPage(page, story.archive)));
    if ("failure" in found) return this.giveUp(found.failure, story);
    const holder = sink().holderOf(content);
    // The same bytes at another address are the same document: its facts stand under the first.
    const isCopy = holder !== null && holder !== document;
    const batch = isCopy ? { lines: "", facts: {} } : { lines: found.lines, facts: found.facts };
    await timed(observer, "commit", () => sink().commit({ key, ...batch, again: this.job.data.again === true }));
    for (const [metric, number] of Object.entries(batch.facts)) observer.facts(metric, number);
    const copyOf = isCopy ? holder : this.deps.copies.nearest(document, found.story);
    const letters = found.invalid.map((failure) => ({
      failure: dated(failure, this.job),
      document: null,
      page: this.job.data,
    }));
    await this.deps.bury(letters);
    const extraction = { ...found.story, facts: isCopy ? 0 : found.count, copyOf };
    return { how, story: { ...story, extraction }, failure: null };
  }

  /** Throws what another attempt may cure; the rest is a result too, and a dead letter. */
  private async failed(error: unknown): Promise<PageResult> {
    if (isFatal(error)) throw error;
    const failure = dated(failureOf(this.job.data.url, error), this.job);
    await this.job.log(JSON.stringify({ at: failure.at, code: failure.code, message: failure.message }));
    const attempt = this.job.attemptsMade + 1;
    if (attempt < QUEUES.page.attempts && pageVerdict(error, attempt).again) throw error;
    const result = await this.giveUp(failure, null);
    this.count(result);
    return result;
  }

  private async giveUp(failure: Failure, story: PageStory | null): Promise<PageResult> {
    await this.deps.bury([{ failure: dated(failure, this.job), document: null, page: this.job.data }]);
    return { how: "failed", story, failure };
  }

  private count({ how, story, failure }: PageResult): void {
    this.deps.observer.settled(how, failure?.code);
    const outcome = how === "failed" ? "failed" : how === "written" ? "written" : "skipped";
    this.deps.onSettled(outcome, { bytes: story?.bytes ?? 0 }, story?.extraction?.facts ?? 0);
  }
}

const storyOf = (page: FetchedPage, archive: Origin | null): PageStory => ({
  url: page.url,
  fetched: page.exchanges.at(-1)?.date ?? new Date().toISOString(),
  hops: page.exchanges.map(({ url, status }) => ({ url, status })),
  robots: page.robots,
  contentType: page.contentType,
  bytes: page.bytes.length,
  validators: { etag: page.headers.etag ?? null, lastModified: page.headers["last-modified"] ?? null },
  archive,
  contentHash: hashOf(page.bytes),
});

/** The page as documents are read; its identity is its canonical URL's, wherever redirects led. */
function rawPage(page: FetchedPage, origin: Origin | null): RawPage {
  const isText = /^text\/plain\b/i.test(page.contentType ?? "");
  return {
    source: page.requested,
    id: hashOf(page.requested),
    bytes: page.bytes,
    form: isText ? "text" : "html",
    ...(page.contentType !== null && { contentType: page.contentType }),
    stated: { url: page.url },
    ...(origin !== null && { origin }),
  };
}
