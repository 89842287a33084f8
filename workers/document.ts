import type { Job, Processor } from "bullmq";
import type { DeadLetter, DocumentJob, DocumentReference, DocumentResult, Failure } from "../schemas/job.ts";
import type { Settings } from "../schemas/settings.ts";
import { attempting, dated, handBack, isFatal } from "./attempt.ts";
import type { Extracted } from "./extraction.ts";
import type { Extractor } from "./extractor.ts";
import { type Observer, timed } from "./observer.ts";
import { QUEUES } from "./queues.ts";
import { ReferenceReader } from "./references.ts";
import { failureOf, verdict } from "./retry.ts";
import type { Sink } from "./sink.ts";

export interface DocumentDeps {
  /** Where facts go just now; a worker may become the writer while it works. */
  readonly sink: () => Sink;
  readonly extractor: Extractor;
  readonly settings: Settings;
  readonly observer: Observer;
  /** When it fires, the document in work is finished and the rest of its job handed back. */
  readonly stop: AbortSignal;
  /** Takes what cannot be done. */
  readonly bury: (letters: readonly DeadLetter[]) => Promise<void>;
  /** Told of each document once it is settled. */
  readonly onSettled: (how: keyof DocumentResult, document: { readonly bytes: number }, facts: number) => void;
  /** Told of an error after which no document could be written. */
  readonly onFatal: (error: unknown) => void;
}

/**
 * The consumer of document jobs: reads each document, extracts its facts, commits them. One bad document never fails
 * the others, and a job that is delivered twice writes nothing twice.
 */
export const documentProcessor = (deps: DocumentDeps): Processor<DocumentJob, DocumentResult> =>
  attempting(deps.onFatal, (job, token) => new JobRun(deps, job, token).run());

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
    }
    await this.finish();
    if (this.curable !== null) throw this.curable;
    return this.tally;
  }

  private async settle(document: DocumentReference): Promise<void> {
    const { extractor, observer, sink } = this.deps;
    if (sink().has(document.key) && this.job.data.again !== true) {
      // An earlier attempt at this job has counted what it wrote itself.
      if (this.job.attemptsMade === 0) this.count("skipped", document);
      return;
    }
    try {
      const page = await timed(observer, "read", () => this.reader.read(document));
      const found = await timed(observer, "extract", () => extractor.extract(page));
      if ("failure" in found) return this.giveUp(document, found.failure);
      for (const failure of found.invalid) this.letters.push({ failure: dated(failure, this.job), document });
      this.commit(document, found);
    } catch (error) {
      if (isFatal(error)) throw error;
      const attempt = this.job.attemptsMade + 1;
      if (attempt < QUEUES.document.attempts && verdict(error, attempt).again) this.curable ??= error;
      else this.giveUp(document, failureOf(document.source, error));
    }
  }

  private commit(document: DocumentReference, { lines, facts, count }: Extracted): void {
    const again = this.job.data.again === true;
    const committed = timed(this.deps.observer, "commit", () =>
      this.deps.sink().commit({ key: document.key, lines, facts, again }),
    );
    const done = committed.then(() => {
      this.count("written", document, count);
      for (const [metric, number] of Object.entries(facts)) this.deps.observer.facts(metric, number);
    });
    // `finish` reports a failure; until then it must not count as unhandled.
    done.catch(() => {});
    this.commits.push(done);
  }

  private giveUp(document: DocumentReference, failure: Failure): void {
    this.letters.push({ failure: dated(failure, this.job), document });
    this.count("failed", document, 0, failure.code);
  }

  private count(how: keyof DocumentResult, document: DocumentReference, facts = 0, code?: string): void {
    this.tally[how] += 1;
    this.deps.observer.settled(how, code);
    this.deps.onSettled(how, document, facts);
  }

  /** The job counts as done only when its facts are safe. */
  private async finish(): Promise<void> {
    await Promise.all(this.commits);
    if (this.letters.length > 0) await this.deps.bury(this.letters);
  }

  private async handBack(): Promise<never> {
    await this.finish();
    return handBack(this.job, this.token);
  }
}
