import { rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Readable } from "node:stream";
import type { Failure } from "../schemas/job.ts";
import type { Settings } from "../schemas/settings.ts";
import { Crew, type Tally } from "./crew.ts";
import { bury, lettersOf } from "./dead-letters.ts";
import { openEngine } from "./engine.ts";
import { enqueue } from "./enqueue.ts";
import { hashOf } from "./queues.ts";
import { spool } from "./spool.ts";

export interface RunOptions {
  readonly settings: Settings;
  /** Path of the facts file; its journal and lock stand beside it. */
  readonly out: string;
  readonly stdin: Readable;
  /** Fires when the run is to end early: work in flight is finished, the rest left for the next run. */
  readonly stop: AbortSignal;
  /** True where documents that are in the output already are extracted anew. */
  readonly again?: boolean;
  readonly onTally?: (tally: Readonly<Tally>) => void;
  readonly onWarning?: (warning: Error) => void;
}

export interface RunReport {
  readonly tally: Readonly<Tally>;
  /** Facts in the output by metric, and the documents there, those of earlier runs included. */
  readonly facts: ReadonlyMap<string, number>;
  readonly documents: number;
  /** True when the run ended early; the same command goes on where it stopped. */
  readonly interrupted: boolean;
}

/**
 * Enqueues the sources, works until nothing is left, and writes the facts, each document's once however often the run
 * was killed and started again.
 * @param onFailure told of each document that failed, when all else is done
 * @throws {FolderLockedError} or {OutputLockedError} when another process is at it
 * @throws {OutputChangedError} when the output is not ours to continue
 * @throws {OutputFailedError} when the disk is full; free some, and the same command goes on
 * @throws {QueueFailedError} when the engine stops working
 */
export async function run(
  sources: readonly string[],
  options: RunOptions,
  onFailure: (failure: Failure) => void,
): Promise<RunReport> {
  const engine = await openEngine(options.settings.queue);
  try {
    const collection = collectionOf(options.out, sources);
    const crew = new Crew(engine, { ...options, collection, settled: options.again ? "again" : "unless-written" });
    return await new Run(sources, options, crew).toEnd(onFailure);
  } finally {
    await engine.close();
  }
}

/** What one output and its sources left in the queues is theirs alone. */
const collectionOf = (out: string, sources: readonly string[]): string =>
  `run-${hashOf(resolve(out), ...sources.map((source) => (source.includes("://") ? source : resolve(source))))}`;

class Run {
  /** Where standard input was kept. */
  private spooled: string | null = null;

  constructor(
    private readonly sources: readonly string[],
    private readonly options: RunOptions,
    private readonly crew: Crew,
  ) {}

  async toEnd(onFailure: (failure: Failure) => void): Promise<RunReport> {
    const { crew } = this;
    try {
      await crew.open(true);
      await this.clear();
      crew.work();
      await this.enqueueAll();
      await crew.untilIdle();
      if (crew.fatal === null)
        for await (const [, { failure }] of lettersOf(crew.queues.deadLetters)) onFailure(failure);
    } catch (error) {
      crew.fail(error);
    }
    await crew.close();
    if (crew.fatal !== null) throw crew.fatal;
    await this.forgetInput();
    const { facts, documents } = crew.journal!;
    return { tally: crew.tally, facts, documents, interrupted: this.options.stop.aborted };
  }

  /**
   * The sources and the journal tell what there is to do; what a killed run left of documents says no more. Pages stay:
   * their jobs are the record of what was fetched.
   */
  private async clear(): Promise<void> {
    await this.crew.queues.documents.obliterate({ force: true });
    await this.crew.queues.deadLetters.obliterate({ force: true });
  }

  private async enqueueAll(): Promise<void> {
    const { settings, stdin } = this.options;
    const { crew } = this;
    const hasStdin = this.sources.includes("-");
    this.spooled = hasStdin ? await spool(stdin, crew.engine.folder, crew.stop) : null;
    if (crew.stop.aborted) return;
    const journal = crew.journal!;
    await enqueue(this.sources, {
      queues: crew.queues,
      settings,
      output: journal.path,
      places: { spooled: this.spooled, base: dirname(journal.path) },
      stdin,
      stop: crew.stop,
      again: this.options.again === true,
      settled: this.options.again ? "again" : "unless-written",
      isDone: (key) => journal.has(key),
      isWritten: (document) => journal.hasDocument(document),
      bury: (letters) => bury(crew.queues.deadLetters, letters),
      onFound: (how, bytes) => {
        crew.tally.found += 1;
        if (how !== "queued") crew.count(how, bytes, 0);
      },
    });
  }

  /** What was kept of standard input has served; dead letters still refer to it. */
  private async forgetInput(): Promise<void> {
    if (this.spooled !== null && this.crew.tally.failed === 0 && !this.options.stop.aborted)
      await rm(this.spooled, { force: true });
  }
}
