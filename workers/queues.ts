import { createHash } from "node:crypto";
import type { JobsOptions } from "bullmq";
import { BACKOFF } from "./retry.ts";

export interface QueueRow {
  readonly name: string;
  /** How often a job is tried before it counts as failed. */
  readonly attempts: number;
  /** Where what cannot be done ends, or null where nothing is worked on. */
  readonly deadLetter: string | null;
  readonly doc: string;
}

/** TABLE of queues. */
export const QUEUES = {
  document: {
    name: "document",
    attempts: 4,
    deadLetter: "dead-letter",
    doc: "References to documents, many a job; worked on by workers/document.ts",
  },
  deadLetter: {
    name: "dead-letter",
    attempts: 1,
    deadLetter: null,
    doc: "One job for each document that failed, with the reason; nobody works on it",
  },
} as const satisfies Record<string, QueueRow>;

/** Documents of one job: enough to make the queue's share of the work small, few enough to share the work out. */
export const DOCUMENTS_PER_JOB = 32;

/** The queues of one run are its own, so that what another run left cannot mix with it. */
export const queueName = (row: QueueRow, scope: string): string => `${row.name}-${scope}`;

/** A finished job leaves nothing behind: the journal knows what is done. */
export const jobOptions = (row: QueueRow): JobsOptions => ({
  attempts: row.attempts,
  backoff: { type: BACKOFF },
  removeOnComplete: true,
});

/** Hash of texts, 22 characters that every queue takes as part of a job id. */
export const hashOf = (...texts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  // Lengths stand between the texts, so that no two lists of texts look the same.
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest("base64url").slice(0, 22);
};
