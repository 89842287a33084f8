import type { IQueueBackend, Queue } from "bullmq";
import type { Status } from "../../schemas/status.ts";
import type { LetterFilter, LetterReport, StoredLetter } from "../failed.ts";
import type { Found } from "../find.ts";
import type { WorkMetrics } from "./metrics.ts";
import type { PageLink } from "./page.ts";
import type { Routes } from "./safe-server.ts";

/** What became of sources that were handed in. */
export interface Enqueued {
  readonly queued: number;
  /** Known already: in a queue, or done. */
  readonly skipped: number;
  readonly failed: number;
}

// biome-ignore lint/suspicious/noExplicitAny: the console shows queues of any payload
export type AnyQueue = Queue<any, any, string, any, any, string, IQueueBackend, any>;

/** All that the console knows of the program around it. */
export interface ConsoleDeps {
  /** @throws {QueueFailedError} where the engine does not answer */
  ping(): Promise<void>;
  status(): Promise<Status>;
  /** Oldest first. */
  failures(filter: LetterFilter): AsyncIterable<StoredLetter>;
  retry(filter: LetterFilter): Promise<LetterReport>;
  /** @param query URL or document id */
  find(query: string): Promise<readonly Found[]>;
  /** @param sources URLs, and paths where the console takes them */
  enqueue(sources: readonly string[]): Promise<Enqueued>;
  /** The queues there are now, kept open by whoever made them; the same object for the same queue. */
  queues(): Promise<readonly AnyQueue[]>;
  /** Folders that are written to; those of writers on this machine are found in the status. */
  readonly folders: readonly string[];
  readonly metrics: WorkMetrics;
  /** Told of each defect that a request met. */
  readonly onDefect?: (error: unknown) => void;
}

export interface ConsoleOptions {
  /** HOST:PORT; port 0 takes any that is free. */
  readonly listen: string;
  /** What every request but for /healthz must bring, or empty on loopback. */
  readonly token: string;
  /** Refuses whatever changes something. */
  readonly readOnly?: boolean;
  /** Takes paths beside URLs in POST /api/enqueue. */
  readonly localFiles?: boolean;
  /** Routes beside the console's own, and where its page leads to them. */
  readonly addition?: { readonly routes: Routes; readonly links: readonly PageLink[] };
  /** Below this the console is not ready; default 500 MB. */
  readonly minFreeBytes?: number;
}
