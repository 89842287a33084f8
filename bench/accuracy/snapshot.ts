import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type PeerFigure, peerFigures } from "../peer-accuracy.ts";
import { readSets } from "../scoring/read.ts";
import { ownSets, sharedSets } from "../scoring/sets.ts";
import { type SetFigures, setFigures } from "./figures.ts";

/** Shares from 0 to 1 of the pages that state it; snippets are parts of the main text that must or must not be there. */
export interface PageFigures {
  readonly pages: number;
  readonly f1: number;
  readonly title: number;
  readonly day: number;
  readonly minute: number;
  readonly publisherNamed: number;
  readonly authorNamed: number;
}

/** `suite` or `kind` is `all` where the row sums up; `exact` is a share from 0 to 1. */
export interface QuantityFigures {
  readonly suite: string;
  readonly kind: string;
  readonly cases: number;
  readonly exact: number;
}

/** What can be measured only where `../shared` is: it is kept, so that the page can be written without it. */
export interface Snapshot {
  /** ISO 8601 date. */
  readonly measured: string;
  readonly sets: readonly SetFigures[];
  readonly pages: PageFigures;
  readonly quantities: readonly QuantityFigures[];
  readonly peers: readonly PeerFigure[];
}

export const readSnapshot = (path: string): Snapshot => JSON.parse(readFileSync(path, "utf8")) as Snapshot;

/**
 * Measures anew what needs the shared folder.
 * @param measured today's date, ISO 8601
 * @returns null where the folder is not there
 */
export async function measureShared(shared: string, measured: string): Promise<Snapshot | null> {
  if (!existsSync(join(shared, "score/board.mjs"))) return null;
  const { pages, quantities } = board(shared);
  const { f1, title, day, minute, publisherNamed, authorNamed } = pages;
  return {
    measured,
    sets: setFigures(await readSets(sharedSets(shared, ownSets()))),
    pages: { pages: pages.pages, f1, title, day, minute, publisherNamed, authorNamed },
    quantities: quantities
      .filter((row) => row.suite === "all" || row.kind === "all")
      .map(({ suite, kind, cases, exact }) => ({ suite, kind, cases, exact })),
    peers: peerFigures(shared),
  };
}

/** Runs our own command line over the shared sets, and the scorers that came with them. */
function board(shared: string): Pick<Snapshot, "pages" | "quantities"> {
  const path = join(shared, "score/board.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, "--json", "--only", "pages,quantities"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${path} ended with ${status}: ${stderr.trim()}`);
  const report = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Record<string, { readonly error?: string }>;
  const failed = Object.values(report).find(({ error }) => error !== undefined);
  if (failed !== undefined) throw new Error(`${path}: ${failed.error}`);
  return report as unknown as Pick<Snapshot, "pages" | "quantities">;
}
