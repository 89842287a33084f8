import { setTimeout as sleep } from "node:timers/promises";
import { Journal } from "../pipeline/store/journal.ts";
import { OutputLockedError } from "../schemas/errors.ts";
import type { ResultJob } from "../schemas/job.ts";
import type { JobQueue } from "./engine.ts";
import { journalSink, queueSink, type Sink } from "./sink.ts";

const TRY_AGAIN_MS = 1_000;

/**
 * Who writes the output: of all workers of a machine the one that holds it. The others leave their facts in the queue
 * of results, and one of them takes over when the writer ends.
 */
export class OutputRole {
  private journal: Journal | null = null;
  private current: Sink;
  private readonly over = new AbortController();
  private trying: Promise<void> | null = null;

  constructor(
    /** Path of the facts, or null for a worker that never writes. */
    private readonly out: string | null,
    results: JobQueue<ResultJob>,
    private readonly onWriter: (journal: Journal) => void,
    private readonly onFatal: (error: unknown) => void,
  ) {
    this.current = queueSink(results);
  }

  sink = (): Sink => this.current;

  get writes(): boolean {
    return this.journal !== null;
  }

  /**
   * Becomes the writer if nobody is, and else keeps trying until {@link close}.
   * @throws {OutputLockedError} when another process writes and `mustWrite` says that this one has to
   */
  async start(mustWrite: boolean): Promise<void> {
    const isSettled = await this.take((error) => {
      if (mustWrite || !(error instanceof OutputLockedError)) throw error;
    });
    if (!isSettled) this.trying = this.keepTrying();
  }

  /** Ends the role; facts that are under way are written first. */
  async close(): Promise<void> {
    this.over.abort();
    await this.trying;
    await this.journal?.close();
  }

  private async keepTrying(): Promise<void> {
    while (!this.over.signal.aborted) {
      await sleep(TRY_AGAIN_MS, undefined, { signal: this.over.signal }).catch(() => {});
      if (this.over.signal.aborted) return;
      if (await this.take((error) => error instanceof OutputLockedError || this.onFatal(error))) return;
    }
  }

  /** @returns false where another process writes */
  private async take(onError: (error: unknown) => void): Promise<boolean> {
    if (this.out === null) return true;
    try {
      this.journal = await Journal.open(this.out);
      this.current = journalSink(this.journal);
      this.onWriter(this.journal);
      return true;
    } catch (error) {
      onError(error);
      return !(error instanceof OutputLockedError);
    }
  }
}
