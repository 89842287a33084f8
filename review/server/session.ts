import { basename } from "node:path";
import { allDivisions } from "../../extractors/places/index.ts";
import { metricsInUse } from "../../extractors/vocabulary/metrics.ts";
import type { Session } from "../../schemas/review.ts";
import { orphanedFacts } from "../decisions/orphans.ts";
import type { ReviewDeps } from "./deps.ts";

/** What the page has to know before anything else. */
export async function sessionOf(deps: ReviewDeps, orphans: number): Promise<Session> {
  const { store, decisions, examples, lexicon, readOnly } = deps;
  return {
    file: basename(store.path),
    decisions: basename(decisions.path),
    examples: basename(examples),
    readOnly,
    version: store.version,
    facts: store.facts,
    documents: store.documents,
    loaded: store.loaded,
    broken: {
      count: store.broken.count + decisions.broken.count,
      first: [...store.broken.first, ...decisions.broken.first].slice(0, 100),
    },
    orphans,
    reviewers: decisions.reviewers.map(({ name }) => name),
    metrics: metricsInUse().map(({ id, unit, doc, nouns, label = nouns[0] ?? id }) => ({ id, unit, doc, label })),
    provinces: provinces(),
    lexicon: lexicon === null ? null : basename(lexicon),
  };
}

const provinces = (): Session["provinces"] =>
  allDivisions().flatMap(({ code, name, level, former }) =>
    level === "province" && code !== null && former === undefined ? [{ code, name }] : [],
  );

/** Time for which a count holds that only decisions could have changed: to count anew takes a look at every one of them. */
const HELD_MS = 5_000;

/** Counts facts that were decided on and are gone. */
export class OrphanCount {
  private counted: { readonly version: number; readonly bytes: number; readonly at: number } | null = null;
  private count: Promise<number> = Promise.resolve(0);

  constructor(private readonly deps: ReviewDeps) {}

  /** 0 while the file is being read: what is not read yet is not gone. */
  now(): Promise<number> {
    const { store, decisions } = this.deps;
    const { version, loaded } = store;
    const known = this.counted;
    const isFresh = known?.bytes === loaded.bytes && performance.now() - known.at < HELD_MS;
    if (known?.version === version || isFresh) return this.count;
    this.counted = { version, bytes: loaded.bytes, at: performance.now() };
    this.count = orphanedFacts(decisions, store).then(({ length }) => length);
    this.count.catch(() => {
      this.counted = null;
    });
    return this.count;
  }
}
