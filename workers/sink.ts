import { gunzipSync, gzipSync } from "node:zlib";
import type { Batch, Journal } from "../pipeline/store/journal.ts";
import type { ResultJob } from "../schemas/job.ts";
import type { JobQueue } from "./engine.ts";
import { hashOf, jobOf, QUEUES } from "./queues.ts";

/** Where a worker leaves the facts of a document: the output itself, or the queue of the one who writes it. */
export interface Sink {
  /** True when the facts of this very content are in the output; a worker that does not write cannot know. */
  has(key: string): boolean;
  /** True when the document is in the output with whatever content. */
  hasDocument(document: string): boolean;
  /** The document that has this content in the output already, or null. */
  holderOf(content: string): string | null;
  /** Resolves once the facts are safe: on the disk, or in the queue. */
  commit(batch: Batch): Promise<void>;
}

export const journalSink = (journal: Journal): Sink => ({
  has: (key) => journal.has(key),
  hasDocument: (document) => journal.hasDocument(document),
  holderOf: (content) => journal.holderOf(content),
  commit: (batch) => journal.commit(batch),
});

/** A result's id is its content's: delivered twice, it is one. */
export const queueSink = (results: JobQueue<ResultJob>): Sink => ({
  has: () => false,
  hasDocument: () => false,
  holderOf: () => null,
  commit: async (batch) => {
    const { name, data, opts } = jobOf(QUEUES.result, hashOf(batch.key), packed(batch));
    await results.add(name, data, opts);
  },
});

const packed = ({ key, lines, facts }: Batch): ResultJob => ({
  key,
  lines: lines === "" ? "" : gzipSync(lines).toString("base64"),
  facts,
});

/** The batch of a result job. */
export const unpacked = ({ key, lines, facts }: ResultJob): Batch => ({
  key,
  lines: lines === "" ? "" : gunzipSync(Buffer.from(lines, "base64")).toString("utf8"),
  facts,
});
