import type { Agreement, MetricAgreement } from "../../schemas/review.ts";
import type { Decisions, Judgement } from "./decisions.ts";

/** What two people said of one fact. */
type Pair = readonly [Judgement, Judgement];

/** How far reviewers agree, by metric and over all. An adjudicator has seen what the others said, and is left out. */
export function agreementOf(decisions: Decisions): Agreement {
  const byFact = grouped(
    decisions.judgements().filter(({ role }) => role === "reviewer"),
    ({ fact }) => fact,
  );
  const shared = [...byFact.values()].filter(({ length }) => length > 1);
  const byMetric = grouped(shared, ([first]) => first!.metric);
  return {
    reviewers: decisions.reviewers,
    all: agreementOn("", shared),
    metrics: [...byMetric].map(([metric, facts]) => agreementOn(metric, facts)).sort((a, b) => b.facts - a.facts),
    disputed: decisions.states().filter(({ status }) => status === "disputed").length,
  };
}

/** @param facts for each fact, the judgements of two or more people */
function agreementOn(metric: string, facts: readonly (readonly Judgement[])[]): MetricAgreement {
  const pairs = facts.flatMap(pairsOf);
  const byPeople = grouped(pairs, ([a, b]) => JSON.stringify([a.reviewer, b.reviewer]));
  const kappas = [...byPeople.values()].flatMap((group) => {
    const kappa = kappaOf(group);
    return kappa === null ? [] : [{ kappa, facts: group.length }];
  });
  const weight = kappas.reduce((sum, row) => sum + row.facts, 0);
  return {
    metric,
    facts: facts.length,
    observed: pairs.length === 0 ? 0 : pairs.filter(agree).length / pairs.length,
    kappa: weight === 0 ? null : kappas.reduce((sum, row) => sum + row.kappa * row.facts, 0) / weight,
  };
}

/**
 * Cohen's kappa of two people over accepted, corrected and rejected. Where both correct, but not to the same, they do not
 * agree; by chance they would agree as if they did.
 * @param pairs what the one and the other said, always in this order
 * @returns null where chance alone gives full agreement, and where there is nothing
 */
export function kappaOf(pairs: readonly Pair[]): number | null {
  const share = (side: 0 | 1, category: string) =>
    pairs.filter((pair) => pair[side].category === category).length / pairs.length;
  const observed = pairs.filter(agree).length / pairs.length;
  const chance = ["accepted", "corrected", "rejected"].reduce(
    (sum, category) => sum + share(0, category) * share(1, category),
    0,
  );
  return pairs.length === 0 || chance === 1 ? null : (observed - chance) / (1 - chance);
}

const agree = ([a, b]: Pair): boolean => a.category === b.category && a.fields === b.fields;

/** Each two of them, the names in order. */
function pairsOf(judgements: readonly Judgement[]): Pair[] {
  const sorted = [...judgements].sort((a, b) => (a.reviewer < b.reviewer ? -1 : 1));
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b): Pair => [a, b]));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
