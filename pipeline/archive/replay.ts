import { isDeepStrictEqual } from "node:util";
import type { Fact } from "../../schemas/fact.ts";

/** A fact that today's rules give otherwise. */
export interface ChangedFact {
  readonly before: Fact;
  readonly after: Fact;
  /** Names of the fields that differ, in the order of the schema; `doc.title` for a field of the document. */
  readonly fields: readonly string[];
}

export interface Comparison {
  readonly added: readonly Fact[];
  readonly removed: readonly Fact[];
  readonly changed: readonly ChangedFact[];
  /** Facts that are the same in all but their id. */
  readonly same: number;
}

/**
 * What two extractions of the same documents differ in. Two facts are one, changed, where they have the same document,
 * subject, metric and scope and their evidence overlaps; of several, those that share most text.
 */
export function compareFacts(before: readonly Fact[], after: readonly Fact[]): Comparison {
  const open = new Map<string, Fact[]>();
  for (const fact of before) open.set(keyOf(fact), [...(open.get(keyOf(fact)) ?? []), fact]);
  const unmatched: Fact[] = [];
  let same = 0;
  for (const fact of after) {
    if (take(open, fact, (other) => differences(other, fact).length === 0) === null) unmatched.push(fact);
    else same++;
  }
  const changed: ChangedFact[] = [];
  const added: Fact[] = [];
  for (const fact of byOverlap(unmatched, open)) {
    const most = Math.max(0, ...(open.get(keyOf(fact)) ?? []).map((other) => overlap(other, fact)));
    const match = most === 0 ? null : take(open, fact, (other) => overlap(other, fact) === most);
    if (match === null) added.push(fact);
    else changed.push({ before: match, after: fact, fields: differences(match, fact) });
  }
  const inOrder = (facts: readonly Fact[], all: readonly Fact[]) =>
    facts.toSorted((a, b) => all.indexOf(a) - all.indexOf(b));
  return {
    added: inOrder(added, after),
    removed: inOrder([...open.values()].flat(), before),
    changed: changed.toSorted((a, b) => after.indexOf(a.after) - after.indexOf(b.after)),
    same,
  };
}

const keyOf = ({ doc, subject, metric, scope }: Fact): string =>
  JSON.stringify([doc.id, subject.name, subject.code, metric, scope]);

/** Takes out the first fact of the same key that fits. */
function take(open: Map<string, Fact[]>, fact: Fact, fits: (other: Fact) => boolean): Fact | null {
  const facts = open.get(keyOf(fact)) ?? [];
  const at = facts.findIndex(fits);
  return at < 0 ? null : facts.splice(at, 1)[0]!;
}

/** Those first that share most text with a fact of before, so that none takes another one's match. */
function byOverlap(facts: readonly Fact[], open: ReadonlyMap<string, readonly Fact[]>): readonly Fact[] {
  const best = (fact: Fact) => Math.max(0, ...(open.get(keyOf(fact)) ?? []).map((other) => overlap(other, fact)));
  return facts
    .map((fact) => ({ fact, best: best(fact) }))
    .toSorted((a, b) => b.best - a.best)
    .map(({ fact }) => fact);
}

/** UTF-16 units of evidence that both have. */
function overlap(a: Fact, b: Fact): number {
  let shared = 0;
  for (const one of a.evidence)
    for (const other of b.evidence)
      shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return shared;
}

/** An id is made of the other fields. */
function differences(a: Fact, b: Fact): string[] {
  const { id: _a, doc: docA, ...restA } = a;
  const { id: _b, doc: docB, ...restB } = b;
  return [...differing(restA, restB), ...differing(docA, docB).map((field) => `doc.${field}`)];
}

function differing(a: object, b: object): string[] {
  const [one, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (field) => !isDeepStrictEqual(one.get(field), other.get(field)),
  );
}
