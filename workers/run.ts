import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { readInputs } from "../pipeline/inputs/index.ts";
import { Journal } from "../pipeline/store/journal.ts";
import { JingjianError, QueueFailedError } from "../schemas/errors.ts";
import type { DeadLetter, DocumentJob, DocumentResult, Failure } from "../schemas/job.ts";
import type { Settings } from "../schemas/settings.ts";
import { bury, failuresIn } from "./dead-letters.ts";
import { documentProcessor } from "./document.ts";
import { type Engine, type JobQueue, type JobWorker, openEngine } from "./engine.ts";
import { enqueue } from "./enqueue.ts";
import { hashOf, QUEUES, queueName } from "./queues.ts";
import { backoffStrategy } from "./retry.ts";
import { spool } from "./spool.ts";

export interface RunOptions {
  readonly settings: Settings;
  /** Path of the facts file; its journal and lock stand beside it. */
  readonly out: string;
  readonly stdin: Readable;
  /** Fires when the run is to end early: work in flight is finished, the rest left for the next run. */
  readonly stop: AbortSignal;
  readonly onTally?: (tally: Readonly<RunTally>) => void;
}

/** Documents of the inputs, and what became of them. */
export interface RunTally {
  found: number;
  written: number;
  /** Those that an earlier run had written. */
  skipped: number;
  failed: number;
  /** Facts written by this run. */
  facts: number;
  /** Size of the documents that are settled. */
  bytes: number;
}

export interface RunReport {
  readonly tally: Readonly<RunTally>;
  /** Facts in the output by metric, and the documents there, those of earlier runs included. */
  readonly facts: ReadonlyMap<string, number>;
  readonly documents: number;
  /** True when the run ended early; the same command goes on where it stopped. */
  readonly interrupted: boolean;
}

/**
 * Enqueues the inputs, works until nothing is left, and writes the facts, each document's once however often the run
 * was killed and started again.
 * @param onFailure told of each document that failed, when all else is done
 * @throws {FolderLockedError} or {OutputLockedError} when another process is at it
 * @throws {OutputChangedError} when the output is not ours to continue
 * @throws {OutputFailedError} when the disk is full; free some, and the same command goes on
 * @throws {QueueFailedError} when the engine stops working
 */
export async function run(
  inputs: readonly string[],
  options: RunOptions,
  onFailure: (failure: Failure) => void,
): Promise<RunReport> {
  const journal = await Journal.open(options.out);
  const tally = await withEngine(inputs, options, journal, onFailure).finally(() => journal.close());
  const { facts, documents } = journal;
  return { tally, facts, documents, interrupted: options.stop.aborted };
}

async function withEngine(
  inputs: readonly string[],
  options: RunOptions,
  journal: Journal,
  onFailure: (failure: Failure) => void,
): Promise<RunTally> {
  const engine = await openEngine(options.settings.queue);
  try {
    return await new Run(inputs, options, journal, engine).toEnd(onFailure);
  } finally {
    await engine.close();
  }
}

class Run {
  private readonly tally: RunTally = { found: 0, written: 0, skipped: 0, failed: 0, facts: 0, bytes: 0 };
  private readonly jobs: JobQueue<DocumentJob, DocumentResult>;
  private readonly deadLetters: JobQueue<DeadLetter>;
  private readonly worker: JobWorker<DocumentJob, DocumentResult>;
  /** Fires when the caller stops the run or something fails that all documents need. */
  private readonly halt = new AbortController();
  private readonly stop: AbortSignal;
  private fatal: unknown = null;
  /** Where standard input was kept. */
  private spooled: string | null = null;

  constructor(
    private readonly inputs: readonly string[],
    private readonly options: RunOptions,
    private readonly journal: Journal,
    private readonly engine: Engine,
  ) {
    const scope = hashOf(journal.path, ...inputs.map((input) => resolve(input)));
    this.stop = AbortSignal.any([options.stop, this.halt.signal]);
    this.jobs = engine.queue(queueName(QUEUES.document, scope));
    this.deadLetters = engine.queue(queueName(QUEUES.deadLetter, scope));
    this.worker = engine.worker(this.jobs.name, this.processor(), {
      concurrency: options.settings.concurrency,
      settings: { backoffStrategy },
    });
    const fail = (error: Error) => this.fail(error);
    this.jobs.on("error", fail);
    this.deadLetters.on("error", fail);
    this.worker.on("error", fail);
  }

  async toEnd(onFailure: (failure: Failure) => void): Promise<RunTally> {
    try {
      await this.clear();
      void this.work();
      await this.enqueueAll();
      await this.untilIdle();
      await this.drain();
      if (this.fatal !== null) throw this.fatal;
      for await (const failure of failuresIn(this.deadLetters)) onFailure(failure);
      await this.forgetInput();
      return this.tally;
    } catch (error) {
      this.fail(error);
      await this.drain();
      throw this.fatal;
    } finally {
      await Promise.all([this.jobs.close(), this.deadLetters.close()]);
    }
  }

  private async work(): Promise<void> {
    try {
      await this.worker.run();
    } catch (error) {
      this.fail(error);
    }
  }

  private processor() {
    return documentProcessor({
      journal: this.journal,
      settings: this.options.settings,
      stop: this.stop,
      bury: (letters) => bury(this.deadLetters, letters),
      onSettled: (how, { bytes }, facts) => this.count(how, bytes, facts),
      onFatal: (error) => this.fail(error),
    });
  }

  /** The inputs and the journal tell what there is to do; what a killed run left in the queue says no more. */
  private async clear(): Promise<void> {
    await this.jobs.obliterate({ force: true });
    await this.deadLetters.obliterate({ force: true });
  }

  private async enqueueAll(): Promise<void> {
    const { settings } = this.options;
    const hasStdin = this.inputs.includes("-");
    this.spooled = hasStdin ? await spool(this.options.stdin, this.engine.folder, this.stop) : null;
    if (this.stop.aborted) return;
    const { spooled } = this;
    const stdin = spooled === null ? this.options.stdin : createReadStream(spooled);
    await enqueue(readInputs(this.inputs, { stdin, settings }), {
      queue: this.jobs,
      output: this.journal.path,
      places: { spooled, base: dirname(this.journal.path) },
      stop: this.stop,
      isDone: (key) => this.journal.has(key),
      bury: (letters) => bury(this.deadLetters, letters),
      onFound: (how, bytes) => this.found(how, bytes),
    });
  }

  /** Each job that ends may be the last; only the queue knows, since a job may wait for another attempt. */
  private async untilIdle(): Promise<void> {
    while (!this.stop.aborted) {
      const changed = this.nextChange();
      const open = await this.jobs.getJobCountByTypes("waiting", "active", "delayed", "prioritized");
      if (open === 0) return;
      await changed;
    }
  }

  private nextChange(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.worker.off("completed", done).off("failed", done);
        this.stop.removeEventListener("abort", done);
        resolve();
      };
      this.worker.on("completed", done).on("failed", done);
      this.stop.addEventListener("abort", done);
    });
  }

  /** Lets work in flight end, for `drainMs` at most. */
  private async drain(): Promise<void> {
    const late = new AbortController();
    await Promise.race([
      this.worker.close().catch((error) => this.fail(error)),
      sleep(this.options.settings.drainMs, undefined, { signal: late.signal }).catch(() => {}),
    ]);
    late.abort();
  }

  /** What was kept of standard input has served; dead letters still refer to it. */
  private async forgetInput(): Promise<void> {
    if (this.spooled !== null && this.tally.failed === 0 && !this.stop.aborted) await rm(this.spooled, { force: true });
  }

  private found(how: "queued" | "skipped" | "failed", bytes: number): void {
    this.tally.found += 1;
    if (how !== "queued") this.count(how, bytes, 0);
  }

  private count(how: keyof DocumentResult, bytes: number, facts: number): void {
    this.tally[how] += 1;
    this.tally.bytes += bytes;
    this.tally.facts += facts;
    this.options.onTally?.(this.tally);
  }

  /** The first fatal error ends the run; later ones are its echoes. */
  private fail(cause: unknown): void {
    const remedy = "Free disk space and run the same command again; if that does not help, choose another --queue";
    this.fatal ??= cause instanceof JingjianError ? cause : new QueueFailedError(this.engine.url, remedy, { cause });
    this.halt.abort();
  }
}
