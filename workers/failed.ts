import type { DeadLetter } from "../schemas/job.ts";
import { addPages } from "./add-pages.ts";
import { eachCollection } from "./collections.ts";
import { lettersOf } from "./dead-letters.ts";
import type { Engine } from "./engine.ts";
import { addJobs } from "./enqueue.ts";
import type { QueueSet } from "./queues.ts";

/** Which dead letters are meant: those that fit every given part; all of them where there is none. */
export interface LetterFilter {
  readonly ids?: readonly string[];
  readonly code?: string;
  readonly host?: string;
}

export interface StoredLetter {
  readonly id: string;
  readonly collection: string;
  readonly letter: DeadLetter;
}

/** Dead letters of all collections, each collection's oldest first, in flat memory. */
export async function* lettersIn(engine: Engine, filter: LetterFilter): AsyncGenerator<StoredLetter> {
  for await (const { name, queues } of eachCollection(engine)) yield* fitting(queues, name, filter);
}

async function* fitting(
  { deadLetters }: QueueSet,
  collection: string,
  filter: LetterFilter,
): AsyncGenerator<StoredLetter> {
  for await (const [id, letter] of lettersOf(deadLetters))
    if (fits(id, letter, filter)) yield { id, collection, letter };
}

function fits(id: string, { failure, page }: DeadLetter, { ids, code, host }: LetterFilter): boolean {
  if (ids !== undefined && !ids.includes(id) && !ids.includes(failure.source)) return false;
  if (code !== undefined && failure.code !== code) return false;
  return host === undefined || hostOf(page?.url ?? failure.source) === host;
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}

/** What became of the letters that a command named. */
export interface LetterReport {
  readonly done: number;
  /** Letters of inputs that could not even be listed: there is nothing to try again. */
  readonly kept: number;
}

/** Puts what failed back into its queue, as new; its letter goes. */
export const retryLetters = (engine: Engine, filter: LetterFilter): Promise<LetterReport> =>
  eachLetter(engine, filter, async (queues, { letter }) => {
    if (letter.page !== undefined) {
      const { slotAt: _, ...page } = letter.page;
      await addPages(queues.pages, [page], { settled: "unless-written" });
    } else if (letter.document !== null) await addJobs(queues.documents, [letter.document]);
    else return false;
    return true;
  });

/** Forgets letters; the documents stay failed. */
export const dropLetters = (engine: Engine, filter: LetterFilter): Promise<LetterReport> =>
  eachLetter(engine, filter, async () => true);

async function eachLetter(
  engine: Engine,
  filter: LetterFilter,
  settle: (queues: QueueSet, letter: StoredLetter) => Promise<boolean>,
): Promise<LetterReport> {
  let [done, kept] = [0, 0];
  for await (const { name, queues } of eachCollection(engine)) {
    // Removing shifts the pages of the list, so that it is read whole before.
    const letters: StoredLetter[] = [];
    for await (const letter of fitting(queues, name, filter)) letters.push(letter);
    for (const letter of letters) {
      if (await settle(queues, letter)) {
        await queues.deadLetters.remove(letter.id);
        done++;
      } else kept++;
    }
  }
  return { done, kept };
}
