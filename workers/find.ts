import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { canonicalUrl } from "../pipeline/identity/canonical-url.ts";
import type { DeadLetter, Failure, PageJob, PageResult } from "../schemas/job.ts";
import { pageId } from "./add-pages.ts";
import { eachCollection } from "./collections.ts";
import { lettersOf } from "./dead-letters.ts";
import type { Engine } from "./engine.ts";
import type { QueueSet } from "./queues.ts";

/** All that happened to one document. */
export interface Found {
  readonly collection: string;
  /** Where its job stands: `waiting`, `delayed`, `active`, `completed`; null for a document that is no page. */
  readonly state: string | null;
  readonly page: PageJob | null;
  /** Attempts that ended in an error, and when. */
  readonly attempts: readonly string[];
  readonly result: PageResult | null;
  /** Its dead letters. */
  readonly failures: readonly Failure[];
}

/** Where facts of a document stand in an output. */
export interface FoundLines {
  readonly out: string;
  /** Counted from 1. */
  readonly lines: readonly number[];
}

/** @param query a URL in any spelling, a document id, a path, or what `failed` calls it */
export async function findDocument(engine: Engine, query: string): Promise<Found[]> {
  const url = URL.canParse(query) && query.includes("://") ? canonicalUrl(query) : null;
  const id = url === null ? query : pageId(url);
  const found: Found[] = [];
  for await (const { name, queues } of eachCollection(engine)) {
    const failures = await failuresOf(queues, url === null ? [query] : [query, url]);
    const job = await queues.pages.getJob(id);
    if (job === undefined && failures.length === 0) continue;
    found.push({
      collection: name,
      state: job === undefined ? null : await job.getState(),
      page: job?.data ?? null,
      attempts: job === undefined ? [] : (await queues.pages.getJobLogs(id)).logs,
      result: (job?.returnvalue as PageResult | undefined) ?? null,
      failures,
    });
  }
  return found;
}

/** What the dead letters of a document by any of these names say. */
async function failuresOf({ deadLetters }: QueueSet, names: readonly string[]): Promise<Failure[]> {
  const found: Failure[] = [];
  for await (const [id, letter] of lettersOf(deadLetters))
    if (namesOf(id, letter).some((name) => name !== undefined && names.includes(name))) found.push(letter.failure);
  return found;
}

const namesOf = (id: string, { failure, document, page }: DeadLetter): (string | undefined)[] => [
  failure.source,
  id,
  document?.id,
  document?.source,
  page?.url,
  page?.given,
];

/** Lines of an output whose document has this id or URL. */
export async function linesOf(out: string, names: readonly string[]): Promise<FoundLines> {
  const lines: number[] = [];
  let number = 0;
  const marks = names.map((name) => JSON.stringify(name));
  try {
    for await (const line of createInterface({ input: createReadStream(out), crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      // The document stands at the head of the line; parsing every line would take long.
      const head = line.slice(0, line.indexOf('"subject"'));
      if (marks.some((mark) => head.includes(`"id":${mark}`) || head.includes(`"url":${mark}`))) lines.push(number);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  return { out, lines };
}
