import { statfs } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, resolve } from "node:path";
import type { Status } from "../../schemas/status.ts";
import { within } from "../engine.ts";
import type { ConsoleDeps } from "./deps.ts";

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** What was found, for a person. */
  readonly detail: string;
}

export interface Readiness {
  readonly ready: boolean;
  readonly checks: readonly Check[];
}

const ENGINE_MS = 2_000;

/** Looks at all that work needs: the engine, a writer for each collection with work, and room on the disks. */
export async function readiness(
  deps: Pick<ConsoleDeps, "ping" | "status" | "folders">,
  minFreeBytes: number,
): Promise<Readiness> {
  const engine = await checkEngine(deps);
  const status = engine.ok ? await withinMs(ENGINE_MS, deps.status()).catch((error: unknown) => error) : null;
  const checks = [engine];
  if (isStatus(status)) checks.push(...checkWriters(status));
  else if (status !== null) checks.push({ name: "writers", ok: false, detail: reason(status) });
  const folders = new Set(
    [...deps.folders, ...(isStatus(status) ? outputFolders(status) : [])].map((path) => resolve(path)),
  );
  checks.push(...(await Promise.all([...folders].map((folder) => checkDisk(folder, minFreeBytes)))));
  return { ready: checks.every(({ ok }) => ok), checks };
}

async function checkEngine(deps: Pick<ConsoleDeps, "ping">): Promise<Check> {
  const started = performance.now();
  try {
    await demandEngine(deps);
    return { name: "engine", ok: true, detail: `answered in ${Math.round(performance.now() - started)} ms` };
  } catch (error) {
    return { name: "engine", ok: false, detail: reason(error) };
  }
}

/** Without a writer the workers go on until their results fill the queue, and no fact is written. */
function checkWriters({ collections, members }: Status): Check[] {
  return collections
    .filter(({ waiting, active, delayed, unwritten }) => waiting + active + delayed + unwritten > 0)
    .map(({ name }) => {
      const writer = members.find((member) => member.collection === name && member.role === "writer" && member.alive);
      const detail = writer ? `process ${writer.pid} on ${writer.host}` : "none is alive; start `jingjian work`";
      return { name: `writer of ${name}`, ok: writer !== undefined, detail };
    });
}

const outputFolders = ({ members }: Status): string[] =>
  members.flatMap(({ host, out, alive }) =>
    alive && out !== null && host === hostname() ? [dirname(resolve(out))] : [],
  );

/** A folder that is not there yet will be made on the disk of the nearest one above it that is. */
async function checkDisk(folder: string, minFreeBytes: number): Promise<Check> {
  for (let path = folder; ; path = dirname(path)) {
    try {
      const { bavail, bsize } = await statfs(path);
      const free = bavail * bsize;
      const detail = `${megabytes(free)} free, wanted are ${megabytes(minFreeBytes)}`;
      return { name: `disk of ${folder}`, ok: free >= minFreeBytes, detail };
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
      if (!missing || path === dirname(path)) return { name: `disk of ${folder}`, ok: false, detail: reason(error) };
    }
  }
}

/**
 * Makes sure of the engine before it is asked: to one that is away, questions would pile up and wait for its return.
 * @throws {QueueFailedError} where it does not answer within two seconds
 */
export const demandEngine = ({ ping }: Pick<ConsoleDeps, "ping">): Promise<void> => withinMs(ENGINE_MS, ping());

/** @throws {Error} where it takes longer */
export const withinMs = <T>(ms: number, answer: Promise<T>): Promise<T> =>
  within(ms, answer, () => new Error(`no answer within ${ms} ms`));

const isStatus = (found: unknown): found is Status =>
  typeof found === "object" && found !== null && "collections" in found;
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6).toLocaleString("en")} MB`;
