import { randomUUID } from "node:crypto";
import { readFileSync, unlinkSync } from "node:fs";
import { link, readFile, rename, unlink, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { describeProcess, isAlive, ownIdentity, type ProcessIdentity } from "./process-identity.ts";

/** A file that only one live process can hold; see {@link acquireLock}. */
export interface Lock {
  readonly path: string;
  /** Gives the lock up; safe to call twice. */
  release(): void;
}

type Holder = ProcessIdentity & { readonly token: string };

const ATTEMPTS = 100;

/**
 * Takes a lock file, also one that a dead process left behind.
 * The file appears complete (a hard link to a file written before), so nobody reads half a lock. A stale lock is
 * replaced by one rename while holding a lock on the take-over itself, so two starters can never both win.
 * @param path the lock file; its folder must exist
 * @param refuse makes the error for a live holder, given its description
 * @throws what `refuse` makes; file system errors as they are
 */
export async function acquireLock(path: string, refuse: (holder: string) => Error): Promise<Lock> {
  const token = randomUUID();
  const draft = `${path}.${token}`;
  await writeFile(draft, JSON.stringify({ ...ownIdentity(), token } satisfies Holder), { flag: "wx", mode: 0o600 });
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (await linked(draft, path)) return held(path, token);
      const holder = await readHolder(path);
      if (holder === null) continue;
      if (holder === "unreadable" || isAlive(holder)) {
        throw refuse(
          holder === "unreadable" ? `a process that its lock ${path} does not name` : describe(holder, path),
        );
      }
      if (await takeOver(path, draft, holder.token, refuse)) return held(path, token);
      await sleep(10);
    }
    throw refuse("several processes that start at once");
  } finally {
    await unlink(draft).catch(ignoreMissing);
  }
}

/** Replaces the stale lock; false when someone else did so first. */
async function takeOver(path: string, draft: string, stale: string, refuse: (holder: string) => Error) {
  // A process that died while taking over leaves a stale lock here too: the same way deals with it.
  const takeover = await acquireLock(`${path}.takeover`, refuse);
  try {
    const holder = await readHolder(path);
    if (holder === null || holder === "unreadable" || holder.token !== stale) return false;
    await rename(draft, path);
    return true;
  } finally {
    takeover.release();
  }
}

function held(path: string, token: string): Lock {
  const release = () => {
    process.off("exit", release);
    try {
      // Someone may have deleted our lock by hand, and a third process may hold it now.
      if ((JSON.parse(readFileSync(path, "utf8")) as Partial<Holder>).token === token) unlinkSync(path);
    } catch (error) {
      if (!(error instanceof SyntaxError)) ignoreMissing(error);
    }
  };
  process.once("exit", release);
  return { path, release };
}

async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Null when the lock has gone in the meantime. */
async function readHolder(path: string): Promise<Holder | "unreadable" | null> {
  try {
    const holder = JSON.parse(await readFile(path, "utf8")) as Partial<Holder> | null;
    const complete =
      typeof holder?.pid === "number" && typeof holder.host === "string" && typeof holder.token === "string";
    return complete ? (holder as Holder) : "unreadable";
  } catch (error) {
    if (error instanceof SyntaxError) return "unreadable";
    ignoreMissing(error);
    return null;
  }
}

const describe = (holder: Holder, path: string): string =>
  `${describeProcess(holder)}${holder.host === ownIdentity().host ? "" : `; if that machine or container is gone, delete ${path}`}`;

function ignoreMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}
