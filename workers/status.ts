import type { CollectionStatus, MemberStatus, Status } from "../schemas/status.ts";
import { type Collection, type EachOptions, eachCollection } from "./collections.ts";
import { lettersOf } from "./dead-letters.ts";
import type { Engine } from "./engine.ts";
import { membersOf, outputPlaces } from "./presence.ts";
import type { QueueSet } from "./queues.ts";

const OPEN = ["waiting", "active", "delayed", "prioritized"] as const;

/** Counts, workers, failures and expected time left, of all collections in the store. */
export async function readStatus(engine: Engine, { held }: Pick<EachOptions, "held"> = {}): Promise<Status> {
  const collections: CollectionStatus[] = [];
  // Queues that are empty leave no trace in every store, but word of their output.
  const also = (await outputPlaces(engine)).map(({ collection }) => collection);
  for await (const collection of eachCollection(engine, { also, ...(held && { held }) }))
    collections.push(await collectionStatus(collection));
  const members = await membersOf(engine);
  const rate = rateOf(members);
  const open = collections.reduce((sum, { waiting, active, delayed }) => sum + waiting + active + delayed, 0);
  return {
    engine: engine.url,
    at: new Date().toISOString(),
    collections,
    members,
    rate,
    secondsLeft: open === 0 ? 0 : rate > 0 ? Math.ceil(open / rate) : null,
  };
}

async function collectionStatus({ name, queues }: Collection): Promise<CollectionStatus> {
  const [pages, documents, results] = await Promise.all([
    queues.pages.getJobCounts(...OPEN, "completed", "failed"),
    queues.documents.getJobCounts(...OPEN),
    queues.results.getJobCounts(...OPEN),
  ]);
  const [oldestPage] = await queues.pages.getJobs(["waiting"], 0, 0, true);
  const [oldestDocument] = await queues.documents.getJobs(["waiting"], 0, 0, true);
  const oldest = [oldestPage, oldestDocument].flatMap((job) => (job ? [job.timestamp] : []));
  const failures = await failuresByCode(queues);
  const both = (state: string) => (pages[state] ?? 0) + (documents[state] ?? 0);
  return {
    name,
    waiting: both("waiting") + both("prioritized"),
    active: both("active"),
    delayed: both("delayed"),
    pagesDone: (pages.completed ?? 0) + (pages.failed ?? 0),
    unwritten: OPEN.reduce((sum, state) => sum + (results[state] ?? 0), 0),
    failed: Object.values(failures).reduce((sum, count) => sum + count, 0),
    failures,
    oldest: oldest.length === 0 ? null : new Date(Math.min(...oldest)).toISOString(),
  };
}

async function failuresByCode({ deadLetters }: QueueSet): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for await (const [, { failure }] of lettersOf(deadLetters)) counts[failure.code] = (counts[failure.code] ?? 0) + 1;
  return counts;
}

/** Documents a second, over the lives of the members that live. */
const rateOf = (members: readonly MemberStatus[]): number =>
  members
    .filter(({ alive }) => alive)
    .reduce((sum, { started, seen, written, skipped, failed }) => {
      const seconds = (Date.parse(seen) - Date.parse(started)) / 1_000;
      return seconds > 0 ? sum + (written + skipped + failed) / seconds : sum;
    }, 0);
