import { setTimeout as sleep } from "node:timers/promises";
import type { InvalidFactError } from "../../schemas/errors.ts";
import { DuckFactStore } from "./duck-fact-store.ts";
import type { FactState, FactStore } from "./fact-store.ts";
import { KEEPING } from "./keeping.ts";

export interface StoreOptions {
  /** On disk, for one pass over all facts; in memory, for many questions, where it is left out. */
  readonly kept?: keyof typeof KEEPING;
  /** Goes on reading what is added to the file. */
  readonly follow?: boolean;
  /** Told what stops the reading; without it the store's own promise `whole` tells. */
  readonly onError?: (error: unknown) => void;
}

/** How often a followed file is looked at. */
const LOOK_MS = 500;

/**
 * Opens a file of facts. It can be asked at once, and knows more as the reading goes on.
 * @throws {UnreadableInputError} when the file cannot be read
 */
export async function openFactStore(path: string, options: StoreOptions = {}): Promise<FactStore> {
  const { kept = "memory", follow = false, onError } = options;
  const store = await DuckFactStore.open(path, KEEPING[kept]);
  const following = store.readOn().then(() => (follow ? keepUp(store) : undefined));
  following.catch((error: unknown) => onError?.(error));
  return store;
}

async function keepUp(store: DuckFactStore): Promise<void> {
  while (!store.isClosed) {
    await sleep(LOOK_MS, undefined, { ref: false });
    if (!store.isClosed) await store.readOn();
  }
}

/**
 * Opens a file of facts that must hold nothing else, reads it whole, and applies what was decided.
 * @throws {UnreadableInputError} when the file cannot be read
 * @throws {InvalidFactError} for the first line that is no fact
 */
export async function openWholeFile(path: string, states: readonly FactState[] = []): Promise<FactStore> {
  const store = await DuckFactStore.open(path, KEEPING.disk);
  try {
    await store.readOn();
    const broken: InvalidFactError | null = store.brokenLines.error;
    if (broken !== null) throw broken;
    await store.apply(states);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
