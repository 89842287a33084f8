import { hostname } from "node:os";
import type { MemberStatus } from "../schemas/status.ts";
import type { Engine, JobQueue } from "./engine.ts";
import { openQueue } from "./queues.ts";
import { safeValue } from "./safe-text.ts";

/** Queue of members: one job each, which nobody works on. */
export const PRESENCE = "presence";
const BEAT_MS = 2_000;
/** A member that was not heard of for this long is gone. */
export const GONE_MS = 30_000;

export type Member = Omit<MemberStatus, "alive" | "seen">;
type SeenMember = Omit<MemberStatus, "alive">;

/** Tells the other processes of the store that this one is at work, until it is closed. */
export class Presence {
  private readonly queue: JobQueue<SeenMember>;
  private readonly timer: NodeJS.Timeout;
  private beating: Promise<void> | null = null;
  readonly id = `${hostname()}-${process.pid}`.replaceAll(":", "-");

  constructor(
    engine: Engine,
    private readonly state: () => Omit<Member, "id" | "host" | "pid">,
    private readonly onError: (error: Error) => void,
  ) {
    this.queue = openQueue(engine, PRESENCE);
    this.queue.on("error", onError);
    this.timer = setInterval(() => void this.beat(), BEAT_MS);
    void this.beat();
  }

  /** Reports what this process did so far. A store that is away hears of it later. */
  async beat(): Promise<void> {
    this.beating ??= this.report()
      .catch((error: Error) => this.onError(error))
      .finally(() => {
        this.beating = null;
      });
    return this.beating;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
    await this.queue.remove(this.id).catch(this.onError);
    await this.queue.close();
  }

  private async report(): Promise<void> {
    const member = { ...this.state(), id: this.id, host: hostname(), pid: process.pid, seen: new Date().toISOString() };
    const job = await this.queue.getJob(this.id);
    if (job === undefined) await this.queue.add(PRESENCE, safeValue(member), { jobId: this.id });
    else await job.updateData(safeValue(member));
  }
}

/** Queue of outputs: one job for each collection, which stays when its writer ends. */
const OUTPUTS = "outputs";

/** Where the facts of a collection are written, for `find`. */
export interface OutputPlace {
  readonly collection: string;
  readonly host: string;
  readonly path: string;
}

/** Leaves word of where a collection's facts are. */
export async function rememberOutput(engine: Engine, collection: string, path: string): Promise<void> {
  await withQueue<OutputPlace, void>(engine, OUTPUTS, async (queue) => {
    await queue.remove(collection);
    await queue.add(OUTPUTS, safeValue({ collection, host: hostname(), path }), { jobId: collection });
  });
}

/** Outputs of all collections, on whatever machine. */
export const outputPlaces = (engine: Engine): Promise<OutputPlace[]> =>
  withQueue(engine, OUTPUTS, recordsIn<OutputPlace>);

/** Outputs on this machine. */
export async function outputsOf(engine: Engine): Promise<string[]> {
  const places = await outputPlaces(engine);
  return [...new Set(places.flatMap(({ host, path }) => (host === hostname() ? [path] : [])))];
}

/** All members that ever reported and did not say goodbye. */
export async function membersOf(engine: Engine): Promise<MemberStatus[]> {
  const members = await withQueue(engine, PRESENCE, recordsIn<SeenMember>);
  return members.map((member) => ({ ...member, alive: Date.now() - Date.parse(member.seen) < GONE_MS }));
}

/** Does something with a queue, which is open as long as it takes. */
async function withQueue<Data, Result>(
  engine: Engine,
  name: string,
  use: (queue: JobQueue<Data>) => Promise<Result>,
): Promise<Result> {
  const queue = openQueue<Data>(engine, name);
  try {
    return await use(queue);
  } finally {
    await queue.close();
  }
}

/** What the jobs of a queue hold that nobody works on. */
const recordsIn = async <Data>(queue: JobQueue<Data>): Promise<Data[]> =>
  (await queue.getJobs(["waiting"], 0, -1)).map(({ data }) => data);
