import type { DeadLetter, Failure } from "../schemas/job.ts";
import type { JobQueue } from "./engine.ts";
import { hashOf, jobOptions, QUEUES } from "./queues.ts";
import { safeValue } from "./safe-text.ts";

const PAGE = 500;

/** Puts letters into the dead-letter queue; the same failure of the same document is there once. */
export async function bury(queue: JobQueue<DeadLetter>, letters: readonly DeadLetter[]): Promise<void> {
  await queue.addBulk(
    letters.map((letter) => ({
      name: QUEUES.deadLetter.name,
      data: safeValue(letter),
      opts: { ...jobOptions(QUEUES.deadLetter), jobId: idOf(letter) },
    })),
  );
}

/** All failures in the queue, oldest first, in flat memory. */
export async function* failuresIn(queue: JobQueue<DeadLetter>): AsyncGenerator<Failure> {
  for (let start = 0; ; start += PAGE) {
    const letters = await queue.getJobs(["waiting"], start, start + PAGE - 1, true);
    for (const { data } of letters) yield data.failure;
    if (letters.length < PAGE) return;
  }
}

const idOf = ({ failure, document }: DeadLetter): string => hashOf(failure.source, failure.code, document?.key ?? "");
