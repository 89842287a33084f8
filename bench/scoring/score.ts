import type { Fact } from "../../schemas/fact.ts";
import { agreesOn, SCORED } from "./attributes.ts";
import { type GoldDocument, metricsOf } from "./gold.ts";
import { isOptional, type Matching, match, matchedFacts } from "./match.ts";
import { records } from "./records.ts";
import { type Figures, figures, sum, type Tally } from "./tally.ts";

type Scored = (typeof SCORED)[number];

/** A document to be scored. */
export interface Found {
  readonly gold: GoldDocument;
  readonly facts: readonly Fact[];
}

export interface Score {
  readonly documents: number;
  /** Gold facts that must be found. */
  readonly facts: number;
  /** Numbers with their field, metric, subject, unit and per. */
  readonly strict: Figures;
  /** Whole records. */
  readonly records: Figures;
  /** By metric, STRICT, in alphabetical order. */
  readonly metrics: Readonly<Record<string, Figures>>;
  /** Shares from 0 to 1 of the matched facts, of which there are `matched`; null where there are none. */
  readonly attributes: Readonly<Record<Scored, number | null>>;
  readonly matched: number;
}

/**
 * Scores facts against gold: every number that must be found is an atom, optional facts cost nothing, derived numbers
 * are never too many. Attributes are compared on facts of which a number is right.
 */
export function score(found: readonly Found[]): Score {
  const matchings = found.map(({ gold, facts }) => match(gold.facts, facts));
  const matched = matchings.flatMap((one) => [...matchedFacts(one)]);
  const share = (name: Scored): number | null =>
    matched.length === 0 ? null : matched.filter(([gold, fact]) => agreesOn(name, gold, fact)).length / matched.length;
  return {
    documents: found.length,
    facts: found.flatMap(({ gold }) => gold.facts).filter((fact) => !isOptional(fact)).length,
    strict: figures(sum(matchings.map(tallyOf))),
    records: figures(sum(found.map(({ gold, facts }) => records(gold.facts, facts)))),
    metrics: byMetric(matchings),
    attributes: Object.fromEntries(SCORED.map((name) => [name, share(name)])) as Record<Scored, number | null>,
    matched: matched.length,
  };
}

const tallyOf = ({ pairs, missed, extra }: Matching): Tally => ({
  right: pairs.filter(([{ fact }]) => !isOptional(fact)).length,
  missed: missed.length,
  extra: extra.length,
});

/** An atom that is right or missed counts for the metric that gold prefers, one too many for our own. */
function byMetric(matchings: readonly Matching[]): Record<string, Figures> {
  const tallies = new Map<string, Record<keyof Tally, number>>();
  const count = (metric: string, as: keyof Tally): void => {
    const tally = tallies.get(metric) ?? { right: 0, extra: 0, missed: 0 };
    tally[as]++;
    tallies.set(metric, tally);
  };
  for (const { pairs, missed, extra } of matchings) {
    for (const [{ fact }] of pairs) if (!isOptional(fact)) count(metricsOf(fact)[0] ?? "", "right");
    for (const { fact } of missed) count(metricsOf(fact)[0] ?? "", "missed");
    for (const { fact } of extra) count(fact.metric, "extra");
  }
  return Object.fromEntries([...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, one]) => [id, figures(one)]));
}
