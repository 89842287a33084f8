import { setImmediate as nextTurn } from "node:timers/promises";
import { type Job, type Processor, WaitingError } from "bullmq";
import { FORMATS } from "../pipeline/formats/index.ts";
import { type ProcessedPage, processPage } from "../pipeline/index.ts";
import type { Batch, Journal } from "../pipeline/store/journal.ts";
import type { RawPage } from "../schemas/document.ts";
import { JingjianError, OutputFailedError, SegmenterUnavailableError, UnexpectedError } from "../schemas/errors.ts";
import type { Fact } from "../schemas/fact.ts";
import type { DeadLetter, DocumentJob, DocumentReference, DocumentResult } from "../schemas/job.ts";
import type { Settings } from "../schemas/settings.ts";
import { QUEUES } from "./queues.ts";
import { ReferenceReader } from "./references.ts";
import { failureOf, verdict, withRetryPolicy } from "./retry.ts";

export interface DocumentDeps {
  readonly journal: Journal;
  readonly settings: Settings;
  /** When it fires, the document in work is finished and the rest of its job handed back. */
  readonly stop: AbortSignal;
  /** Takes what cannot be done. */
  readonly bury: (letters: readonly DeadLetter[]) => Promise<void>;
  /** Told of each document once it is settled. */
  readonly onSettled: (how: keyof DocumentResult, document: DocumentReference, facts: number) => void;
  /** Told of an error after which no document could be written. */
  readonly onFatal: (error: unknown) => void;
}

const isFatal = (error: unknown): boolean =>
  error instanceof OutputFailedError || error instanceof SegmenterUnavailableError;

/**
 * The consumer of document jobs: reads each document, extracts its facts, commits them. One bad document never fails
 * the others, and a job that is delivered twice writes nothing twice.
 */
export const documentProcessor = (deps: DocumentDeps): Processor<DocumentJob, DocumentResult> =>
  withRetryPolicy(async (job, token) => {
    try {
      return await new JobRun(deps, job, token).run();
    } catch (error) {
      if (isFatal(error)) deps.onFatal(error);
      throw error;
    }
  });

/** One attempt at one job. */
class JobRun {
  private readonly tally = { written: 0, skipped: 0, failed: 0 };
  private readonly commits: Promise<void>[] = [];
  private readonly letters: DeadLetter[] = [];
  private readonly reader: ReferenceReader;
  /** The first error that another attempt may cure. */
  private curable: unknown = null;

  constructor(
    private readonly deps: DocumentDeps,
    private readonly job: Job<DocumentJob, DocumentResult>,
    private readonly token: string | undefined,
  ) {
    this.reader = new ReferenceReader(deps.settings);
  }

  async run(): Promise<DocumentResult> {
    for (const document of this.job.data.documents) {
      if (this.deps.stop.aborted) return this.handBack();
      await this.settle(document);
      // Extraction holds the event loop; the job's lock, signals and commits need their turn.
      await nextTurn();
    }
    await this.finish();
    if (this.curable !== null) throw this.curable;
    return this.tally;
  }

  private async settle(document: DocumentReference): Promise<void> {
    if (this.deps.journal.has(document.key)) {
      // An earlier attempt at this job has counted what it wrote itself.
      if (this.job.attemptsMade === 0) this.count("skipped", document);
      return;
    }
    try {
      const page = await this.reader.read(document);
      const { facts, invalid } = this.process(page);
      for (const error of invalid) this.bury(document, error);
      this.commit(document, facts);
    } catch (error) {
      if (isFatal(error)) throw error;
      const attempt = this.job.attemptsMade + 1;
      if (attempt < QUEUES.document.attempts && verdict(error, attempt).again) this.curable ??= error;
      else {
        this.bury(document, error);
        this.count("failed", document);
      }
    }
  }

  /** No page may fail in a way of its own: what no error class names is a defect, and the same page would show it again. */
  private process(page: RawPage): ProcessedPage {
    try {
      return processPage(page, this.deps.settings);
    } catch (cause) {
      throw cause instanceof JingjianError ? cause : new UnexpectedError(page.source, { cause });
    }
  }

  private commit(document: DocumentReference, facts: readonly Fact[]): void {
    const committed = this.deps.journal.commit(batchOf(document.key, facts));
    const done = committed.then(() => this.count("written", document, facts.length));
    // `finish` reports a failure; until then it must not count as unhandled.
    done.catch(() => {});
    this.commits.push(done);
  }

  private bury(document: DocumentReference, error: unknown): void {
    this.letters.push({ failure: failureOf(document.source, error), document });
  }

  private count(how: keyof DocumentResult, document: DocumentReference, facts = 0): void {
    this.tally[how] += 1;
    this.deps.onSettled(how, document, facts);
  }

  /** The job counts as done only when its facts are on the disk. */
  private async finish(): Promise<void> {
    await Promise.all(this.commits);
    if (this.letters.length > 0) await this.deps.bury(this.letters);
  }

  private async handBack(): Promise<never> {
    await this.finish();
    await this.job.moveToWait(this.token);
    throw new WaitingError();
  }
}

function batchOf(key: string, facts: readonly Fact[]): Batch {
  const counts: Record<string, number> = {};
  for (const { metric } of facts) counts[metric] = (counts[metric] ?? 0) + 1;
  return { key, lines: facts.map(FORMATS.jsonl.write).join(""), facts: counts };
}
