import type { SimplifiedArticle } from "../../schemas/document.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { Settings } from "../../schemas/settings.ts";
import { prepare } from "../prepare.ts";
import { type IndexEntry, lookUp } from "./archive-index.ts";
import { canonicalOr } from "./document-id.ts";
import { type Unproved, unproved } from "./evidence.ts";
import { rawPageOf, readRecord } from "./reader.ts";

/** Pages that were answered with 200, by their canonical URL; the latest capture first. */
export type Captures = ReadonlyMap<string, readonly IndexEntry[]>;

/**
 * Every page of an archive's folder; none where there is no such folder.
 * @throws {UnreadableInputError} when an archive cannot be read
 */
export async function capturesIn(folder: string): Promise<Captures> {
  const captures = new Map<string, IndexEntry[]>();
  for (const entry of await lookUp(folder, {})) {
    if (entry.status !== 200) continue;
    const url = canonicalOr(entry.url);
    captures.set(url, [entry, ...(captures.get(url) ?? [])]);
  }
  return captures;
}

export interface Proved {
  readonly article: SimplifiedArticle;
  /** Evidence that does not stand in it where it says. */
  readonly wrong: readonly Unproved[];
}

/**
 * The page that facts of one document come from. They may come from any capture of it, so that the latest one that proves
 * them all will do; where none does, that which proves most.
 * @param onFailure told of each capture that cannot be read
 * @returns null where there is no capture that can be read
 */
export async function provingCapture(
  facts: readonly Fact[],
  captures: Captures,
  settings: Settings,
  onFailure: (source: string, error: unknown) => void,
): Promise<Proved | null> {
  const url = facts[0]?.doc.url ?? null;
  let best: Proved | null = null;
  for (const { origin } of url === null ? [] : (captures.get(canonicalOr(url)) ?? [])) {
    let article: SimplifiedArticle;
    try {
      article = prepare(rawPageOf(await readRecord(origin, settings.maxBytes)), settings);
    } catch (error) {
      onFailure(`${origin.path}@${origin.offset}`, error);
      continue;
    }
    const wrong = unproved(facts, article.text);
    if (best === null || wrong.length < best.wrong.length) best = { article, wrong };
    if (wrong.length === 0) break;
  }
  return best;
}
