import { StalledError } from "../schemas/errors.ts";
import type { DeadLetter, DocumentJob, PageJob } from "../schemas/job.ts";
import type { JobQueue } from "./engine.ts";
import { hashOf, jobOf, QUEUES } from "./queues.ts";
import { failureOf } from "./retry.ts";

const PAGE = 500;

/** Puts letters into the dead-letter queue; the same failure of the same document is there once. */
export async function bury(queue: JobQueue<DeadLetter>, letters: readonly DeadLetter[]): Promise<void> {
  await queue.addBulk(letters.map((letter) => jobOf(QUEUES.deadLetter, idOf(letter), letter)));
}

/** All letters in the queue by their ids, oldest first, in flat memory. */
export async function* lettersOf(queue: JobQueue<DeadLetter>): AsyncGenerator<readonly [id: string, DeadLetter]> {
  for (let start = 0; ; start += PAGE) {
    const jobs = await queue.getJobs(["waiting"], start, start + PAGE - 1, true);
    for (const { id, data } of jobs) yield [id!, data];
    if (jobs.length < PAGE) return;
  }
}

/** True for a job that BullMQ gave up since its workers died at it. */
export const isStall = (error: Error): boolean => /stalled more than/.test(error.message);

/** Letters for all documents of a job that nobody could end. */
export function stalledLetters(data: unknown, cause: Error): DeadLetter[] {
  const job = data as Partial<DocumentJob & PageJob>;
  const letter = (source: string) => ({
    ...failureOf(source, new StalledError(source, { cause })),
    at: new Date().toISOString(),
  });
  if (job.documents !== undefined)
    return job.documents.map((document) => ({ failure: letter(document.source), document }));
  return job.url === undefined ? [] : [{ failure: letter(job.url), document: null, page: data as PageJob }];
}

const idOf = ({ failure, document }: DeadLetter): string => hashOf(failure.source, failure.code, document?.key ?? "");
