import type { CollectionStatus, MemberStatus, Status } from "../schemas/status.ts";
import type { Engine } from "./engine.ts";
import { lettersIn } from "./failed.ts";
import { membersOf, outputPlaces } from "./presence.ts";
import { closeQueues, collectionsIn, openQueues } from "./queues.ts";

const OPEN = ["waiting", "active", "delayed", "prioritized"] as const;

/** Counts, workers, failures and expected time left, of all collections in the store. */
export async function readStatus(engine: Engine): Promise<Status> {
  const failures = await failuresByCode(engine);
  const collections: CollectionStatus[] = [];
  // Queues that are empty leave no trace in every store, but word of their output.
  const names = new Set([
    ...collectionsIn(await engine.queueNames()),
    ...(await outputPlaces(engine)).map(({ collection }) => collection),
  ]);
  for (const name of [...names].sort())
    collections.push(await collectionStatus(engine, name, failures.get(name) ?? {}));
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

async function failuresByCode(engine: Engine): Promise<Map<string, Record<string, number>>> {
  const found = new Map<string, Record<string, number>>();
  for await (const { collection, letter } of lettersIn(engine)) {
    const counts = found.get(collection) ?? {};
    counts[letter.failure.code] = (counts[letter.failure.code] ?? 0) + 1;
    found.set(collection, counts);
  }
  return found;
}

async function collectionStatus(
  engine: Engine,
  name: string,
  failures: Readonly<Record<string, number>>,
): Promise<CollectionStatus> {
  const queues = openQueues(engine, name);
  try {
    const [pages, documents, results] = await Promise.all([
      queues.pages.getJobCounts(...OPEN, "completed", "failed"),
      queues.documents.getJobCounts(...OPEN),
      queues.results.getJobCounts(...OPEN),
    ]);
    const [oldestPage] = await queues.pages.getJobs(["waiting"], 0, 0, true);
    const [oldestDocument] = await queues.documents.getJobs(["waiting"], 0, 0, true);
    const oldest = [oldestPage, oldestDocument].flatMap((job) => (job ? [job.timestamp] : []));
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
  } finally {
    await closeQueues(queues);
  }
}

/** Documents a second, over the lives of the members that live. */
const rateOf = (members: readonly MemberStatus[]): number =>
  members
    .filter(({ alive }) => alive)
    .reduce((sum, { started, seen, written, skipped, failed }) => {
      const seconds = (Date.parse(seen) - Date.parse(started)) / 1_000;
      return seconds > 0 ? sum + (written + skipped + failed) / seconds : sum;
    }, 0);
