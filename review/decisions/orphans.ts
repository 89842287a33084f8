import type { Decision } from "../../schemas/decision.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { Orphans } from "../../schemas/review.ts";
import type { FactStore, StoredFact } from "../facts/fact-store.ts";
import type { Decisions } from "./decisions.ts";

/**
 * Facts that somebody decided on and the file does not hold any more. What a reviewer added was never in it; and while the
 * file is being read, what is not read yet is not gone.
 */
export async function orphanedFacts(decisions: Decisions, store: FactStore): Promise<readonly string[]> {
  if (store.loaded.bytes < store.loaded.of) return [];
  return store.missing(decisions.decidedFacts());
}

/** Last decisions on facts that are gone, newest first, each with the fact of today that rests on the same words. */
export async function orphansOf(decisions: Decisions, store: FactStore): Promise<Orphans> {
  const orphans: Orphans["orphans"][number][] = [];
  for (const fact of await orphanedFacts(decisions, store)) {
    const last = new Set((await decisions.verdicts(fact)).map(({ decision }) => decision));
    for (const decision of (await decisions.history(fact)).filter(({ id }) => last.has(id)))
      orphans.push({ decision, likely: likelyOf(decision, await store.ofDocument(decision.doc)) });
  }
  return { orphans: orphans.sort((a, b) => (a.decision.at < b.decision.at ? 1 : -1)) };
}

/** The fact with the most of the decision's evidence; of equal ones that of the same metric. */
function likelyOf({ before, after }: Decision, facts: readonly StoredFact[]): string | null {
  const was = before ?? after;
  if (was === null) return null;
  const score = (fact: Fact) => overlap(was, fact) + (fact.metric === was.metric ? 0.5 : 0);
  const near = facts.filter(({ fact }) => overlap(was, fact) > 0).sort((a, b) => score(b.fact) - score(a.fact));
  return near[0]?.fact.id ?? null;
}

/** UTF-16 units that the evidence of both holds. */
function overlap(a: Fact, b: Fact): number {
  const pairs = a.evidence.flatMap((one) => b.evidence.map((other) => [one, other] as const));
  return pairs.reduce(
    (sum, [one, other]) => sum + Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)),
    0,
  );
}
