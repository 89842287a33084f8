import { Readable } from "node:stream";
import type { Settings } from "../../schemas/settings.ts";
import { collectionsIn } from "../collections.ts";
import { bury } from "../dead-letters.ts";
import type { Engine } from "../engine.ts";
import { enqueue } from "../enqueue.ts";
import { lettersIn, retryLetters } from "../failed.ts";
import { findDocument } from "../find.ts";
import { closeQueues, openQueues, type QueueSet, SHARED } from "../queues.ts";
import { readStatus } from "../status.ts";
import type { AnyQueue, ConsoleDeps, Enqueued } from "./deps.ts";
import type { WorkMetrics } from "./metrics.ts";

export interface EngineDeps extends ConsoleDeps {
  /** Closes the queues that the console opened; the engine is its owner's to close. */
  close(): Promise<void>;
}

export interface Listeners {
  readonly metrics: WorkMetrics;
  readonly onDefect: (error: unknown) => void;
  /** Told of what queues run into by themselves, again and again while a store is away. */
  readonly onTrouble: (error: Error) => void;
}

/** What the console needs, over one engine. */
export function engineDeps(
  engine: Engine,
  settings: Settings,
  { metrics, onDefect, onTrouble }: Listeners,
): EngineDeps {
  const open = new OpenQueues(engine, onTrouble);
  return {
    ping: () => engine.ping(),
    status: () => readStatus(engine, { held: (name) => open.collection(name) }),
    failures: (filter) => lettersIn(engine, filter),
    retry: (filter) => retryLetters(engine, filter),
    find: (query) => findDocument(engine, query),
    enqueue: async (sources) => enqueueInto(open.collection(SHARED), sources, settings),
    queues: () => open.all(),
    folders: [settings.archive],
    metrics,
    onDefect,
    close: () => open.close(),
  };
}

/** Queues of all collections, each opened once: to open one asks the store whether it fits, and writes to it. */
class OpenQueues {
  private readonly sets = new Map<string, QueueSet>();

  constructor(
    private readonly engine: Engine,
    private readonly onError: (error: Error) => void,
  ) {}

  collection(name: string): QueueSet {
    const known = this.sets.get(name);
    if (known !== undefined) return known;
    const queues = openQueues(this.engine, name);
    for (const queue of Object.values(queues)) queue.on("error", this.onError);
    this.sets.set(name, queues);
    return queues;
  }

  async all(): Promise<readonly AnyQueue[]> {
    const names = collectionsIn(await this.engine.queueNames());
    for (const name of names) this.collection(name);
    for (const [name, queues] of this.sets) {
      if (names.includes(name) || name === SHARED) continue;
      this.sets.delete(name);
      await closeQueues(queues);
    }
    return [...this.sets.values()].flatMap((queues): AnyQueue[] => Object.values(queues));
  }

  async close(): Promise<void> {
    await Promise.all([...this.sets.values()].map(closeQueues));
    this.sets.clear();
  }
}

async function enqueueInto(queues: QueueSet, sources: readonly string[], settings: Settings): Promise<Enqueued> {
  const counts = { queued: 0, skipped: 0, failed: 0 };
  await enqueue(sources, {
    queues,
    settings,
    places: { spooled: null, base: process.cwd() },
    output: null,
    stdin: Readable.from([]),
    stop: new AbortController().signal,
    again: false,
    settled: "keep",
    isDone: () => false,
    isWritten: () => false,
    bury: (letters) => bury(queues.deadLetters, letters),
    onFound: (how) => {
      counts[how]++;
    },
  });
  return counts;
}
