import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { ArchiveWriter } from "../pipeline/archive/writer.ts";
import { Fetcher } from "../pipeline/fetch/fetcher.ts";
import type { Journal } from "../pipeline/store/journal.ts";
import { JingjianError, QueueFailedError } from "../schemas/errors.ts";
import type { DeadLetter } from "../schemas/job.ts";
import type { Settings } from "../schemas/settings.ts";
import type { Settled } from "./add-pages.ts";
import { Copies } from "./copies.ts";
import { bury, isStall, stalledLetters } from "./dead-letters.ts";
import { documentProcessor } from "./document.ts";
import type { Engine } from "./engine.ts";
import { type Extractor, openExtractor } from "./extractor.ts";
import { type BusyWorker, untilIdle } from "./idle.ts";
import { NO_OBSERVER, type Observer } from "./observer.ts";
import { OutputRole } from "./output-role.ts";
import { pageProcessor } from "./pages.ts";
import { Presence, rememberOutput } from "./presence.ts";
import { closeQueues, openQueues, type QueueSet } from "./queues.ts";
import { resultProcessor } from "./results.ts";
import { backoffStrategy, pageBackoff } from "./retry.ts";

export interface CrewOptions {
  readonly settings: Settings;
  readonly collection: string;
  /** Path of the facts, or null for a worker that leaves writing to others. */
  readonly out: string | null;
  /** Fires when the work is to end: what is in flight is finished, the rest handed back. */
  readonly stop: AbortSignal;
  readonly settled: Settled;
  /** What extracts; threads of the pool where it is left out. */
  readonly extractor?: Extractor;
  readonly observer?: Observer;
  readonly onTally?: (tally: Readonly<Tally>) => void;
  /** Told of trouble that passes by itself, as a store that is away for a minute. */
  readonly onWarning?: (warning: Error) => void;
}

/** Documents and pages, and what became of them. */
export interface Tally {
  found: number;
  written: number;
  /** Those that an earlier run had written. */
  skipped: number;
  failed: number;
  /** Facts written. */
  facts: number;
  /** Size of the documents that are settled. */
  bytes: number;
}

/** A worker that dies at its job is no proof against the job, until it happens this often. */
const MAX_STALLS = 20;

/** Everything that works on one collection in one process: workers, threads, fetcher, archive and, for one, the output. */
export class Crew {
  readonly tally: Tally = { found: 0, written: 0, skipped: 0, failed: 0, facts: 0, bytes: 0 };
  readonly queues: QueueSet;
  /** The first error after which nothing can be written or worked; it ends the crew. */
  fatal: unknown = null;
  journal: Journal | null = null;
  private readonly halt = new AbortController();
  readonly stop: AbortSignal;
  private readonly workers: BusyWorker[] = [];
  private readonly role: OutputRole;
  private readonly extractor: Extractor;
  private readonly fetcher: Fetcher;
  private readonly presence: Presence;
  private readonly started = new Date().toISOString();
  private archive: Promise<ArchiveWriter> | null = null;

  constructor(
    readonly engine: Engine,
    private readonly options: CrewOptions,
  ) {
    const { settings, out, collection } = options;
    this.stop = AbortSignal.any([options.stop, this.halt.signal]);
    // Every page in work listens for the end.
    setMaxListeners(0, this.stop);
    this.queues = openQueues(engine, collection);
    for (const queue of Object.values(this.queues)) queue.on("error", (error: Error) => this.trouble(error));
    this.role = new OutputRole(
      out,
      this.queues.results,
      (journal) => this.write(journal),
      (error) => this.fail(error),
    );
    this.extractor = options.extractor ?? openExtractor(settings);
    this.fetcher = new Fetcher(settings);
    this.presence = new Presence(
      engine,
      () => this.member(),
      (error) => this.trouble(error),
    );
  }

  /**
   * Takes the output if nobody holds it; workers start with {@link work}.
   * @throws {OutputLockedError} when another process writes it and this one has to
   */
  open(mustWrite: boolean): Promise<void> {
    return this.role.start(mustWrite);
  }

  work(): void {
    const { settings } = this.options;
    const deps = {
      sink: this.role.sink,
      extractor: this.extractor,
      settings,
      observer: this.options.observer ?? NO_OBSERVER,
      stop: this.stop,
      bury: (letters: readonly DeadLetter[]) => bury(this.queues.deadLetters, letters),
      onSettled: (how: "written" | "skipped" | "failed", { bytes }: { readonly bytes: number }, facts: number) =>
        this.count(how, bytes, facts),
      onFatal: (error: unknown) => this.fail(error),
    };
    const pageDeps = {
      ...deps,
      engine: this.engine,
      queues: this.queues,
      fetcher: this.fetcher,
      archive: () => this.openArchive(),
      copies: new Copies(),
      settled: this.options.settled,
      onListed: (count: number) => {
        this.tally.found += count;
      },
    };
    this.start(this.queues.documents.name, documentProcessor(deps), settings.concurrency, backoffStrategy);
    this.start(this.queues.pages.name, pageProcessor(pageDeps), settings.fetches, pageBackoff);
  }

  /** Resolves when no job of the collection is left, or the crew is stopped. */
  untilIdle(): Promise<void> {
    const { pages, documents, results } = this.queues;
    // Who leaves writing to others has no say in when they are done.
    const queues = this.options.out === null ? [pages, documents] : [pages, documents, results];
    return untilIdle(queues, this.workers, this.stop, (error) => this.trouble(error));
  }

  /** Lets work in flight end, for `drainMs` at most; then closes everything but the engine. */
  async close(): Promise<void> {
    this.halt.abort();
    const late = new AbortController();
    await Promise.race([
      this.closeWorkers().catch((error) => this.fail(error)),
      sleep(this.options.settings.drainMs, undefined, { signal: late.signal }).catch(() => {}),
    ]);
    late.abort();
    await this.extractor.close();
    await this.fetcher.close();
    await (await this.archive)?.close();
    await this.role.close();
    await this.presence.close();
    await closeQueues(this.queues);
  }

  /** The first fatal error ends the work; later ones are its echoes. */
  fail(cause: unknown): void {
    const remedy = "Free disk space and run the same command again; if that does not help, choose another --queue";
    this.fatal ??= cause instanceof JingjianError ? cause : new QueueFailedError(this.engine.url, remedy, { cause });
    this.halt.abort();
  }

  /** Counts documents that need no work. */
  count(how: "written" | "skipped" | "failed", bytes: number, facts: number): void {
    this.tally[how] += 1;
    this.tally.bytes += bytes;
    this.tally.facts += facts;
    this.options.onTally?.(this.tally);
  }

  /** A server comes back; a database in our own process does not. */
  private trouble(error: Error): void {
    if (this.engine.url.startsWith("embedded:")) this.fail(error);
    else this.options.onWarning?.(error);
  }

  private start<Data, Result>(
    name: string,
    processor: Parameters<typeof this.engine.worker<Data, Result>>[1],
    concurrency: number,
    backoff: typeof backoffStrategy,
  ): void {
    const { stallMs } = this.options.settings;
    const worker = this.engine.worker<Data, Result>(name, processor, {
      concurrency,
      lockDuration: stallMs,
      stalledInterval: stallMs,
      maxStalledCount: MAX_STALLS,
      settings: { backoffStrategy: backoff },
    });
    worker.on("error", (error) => this.trouble(error));
    worker.on("failed", (job, error) => {
      // What a processor gives up it has buried itself; this is what BullMQ gave up: nobody ever ended it.
      if (job?.finishedOn === undefined || !isStall(error)) return;
      bury(this.queues.deadLetters, stalledLetters(job.data, error)).catch((cause) => this.trouble(cause));
    });
    this.workers.push(worker as unknown as BusyWorker);
    worker.run().catch((error) => this.fail(error));
  }

  /** From now on this process writes the output, also what others found. */
  private write(journal: Journal): void {
    this.journal = journal;
    rememberOutput(this.engine, this.options.collection, journal.path).catch((error) => this.trouble(error));
    const processor = resultProcessor(this.role.sink(), (error) => this.fail(error));
    this.start(this.queues.results.name, processor, 8, backoffStrategy);
  }

  private openArchive(): Promise<ArchiveWriter> {
    const archive =
      this.archive ?? ArchiveWriter.open(this.options.settings.archive, { robots: this.options.settings.robots });
    this.archive = archive;
    return archive;
  }

  private async closeWorkers(): Promise<void> {
    // Those who find facts end before those who write them.
    const isWriter = ({ name }: BusyWorker) => name === this.queues.results.name;
    await Promise.all(this.workers.filter((worker) => !isWriter(worker)).map((worker) => worker.close()));
    await Promise.all(this.workers.filter(isWriter).map((worker) => worker.close()));
  }

  private member() {
    const { out, collection } = this.options;
    const role: "writer" | "worker" = this.role.writes ? "writer" : "worker";
    const { written, skipped, failed, facts, bytes } = this.tally;
    const place = this.journal?.path ?? out;
    return { role, collection, out: place, started: this.started, written, skipped, failed, facts, bytes };
  }
}
