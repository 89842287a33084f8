import type { Engine } from "./engine.ts";
import { closeQueues, openQueues, QUEUES, type QueueSet } from "./queues.ts";

export interface Collection {
  readonly name: string;
  readonly queues: QueueSet;
}

export interface EachOptions {
  /** Collections that may have left no queue in the store. */
  readonly also?: readonly string[];
  /** Gives queues that are open and stay so; without it they are open only while their collection is looked at. */
  readonly held?: (collection: string) => QueueSet;
}

/** The collections of a store by name, one after the other, each with its queues. */
export async function* eachCollection(
  engine: Engine,
  { also = [], held }: EachOptions = {},
): AsyncGenerator<Collection> {
  const names = new Set([...collectionsIn(await engine.queueNames()), ...also]);
  for (const name of [...names].sort()) {
    const queues = held?.(name) ?? openQueues(engine, name);
    try {
      yield { name, queues };
    } finally {
      if (held === undefined) await closeQueues(queues);
    }
  }
}

/** The collections that have queues in a store, from the names of its queues. */
export function collectionsIn(names: readonly string[]): string[] {
  const prefixes = Object.values(QUEUES).map(({ name }) => `${name}-`);
  const found = names.flatMap((name) => {
    const prefix = prefixes.find((start) => name.startsWith(start));
    return prefix === undefined ? [] : [name.slice(prefix.length)];
  });
  return [...new Set(found)].sort();
}
