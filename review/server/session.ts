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

/** Counts facts that were decided on and are gone, anew only when something has changed. */
export class OrphanCount {
  private counted: { readonly version: number; readonly count: Promise<number> } | null = null;

  constructor(private readonly deps: ReviewDeps) {}

  now(): Promise<number> {
    const { store, decisions } = this.deps;
    if (this.counted?.version !== store.version) {
      const count = orphanedFacts(decisions, store).then(({ length }) => length);
      count.catch(() => {
        this.counted = null;
      });
      this.counted = { version: store.version, count };
    }
    return this.counted.count;
  }
}
