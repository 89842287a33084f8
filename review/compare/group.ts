import type { Group, GroupKey, GroupState, GroupStatement, StatedIn } from "../../schemas/comparison.ts";
import { between, type Stated, sidesOf, type Voice } from "./sides.ts";
import type { Statement } from "./statement.ts";
import type { Superseded } from "./superseded.ts";

export function groupOf(key: GroupKey, voices: readonly Voice[], superseded: Superseded): Group {
  const live = voices
    .map(({ lead, stated }) => ({ lead, stated: stated.filter(({ statement }) => !superseded.has(statement)) }))
    .filter(({ stated }) => stated.length > 0);
  const sides = sidesOf(live);
  const isGone = voices.some(({ stated }) => stated.some(({ statement }) => superseded.has(statement)));
  const { status, reason } = judged(sides, isGone, voices);
  const sideOf = new Map(sides.flatMap((side, at) => side.flatMap(({ stated }) => stated.map((one) => [one, at + 1]))));
  const stated = voices.flatMap((voice) => voice.stated);
  const documents = new Set(
    stated.flatMap(({ statement, copies }) => [statement, ...copies].map(({ document }) => document)),
  );
  const statements = stated
    .map((one) => shown(one, sideOf.get(one) ?? null, superseded.get(one.statement)))
    .toSorted((a, b) => (a.side ?? Number.MAX_SAFE_INTEGER) - (b.side ?? Number.MAX_SAFE_INTEGER));
  return { key, status, documents: documents.size, sources: voices.length, statements, reason };
}

function shown({ statement, copies }: Stated, side: number | null, newer: Statement | undefined): GroupStatement {
  const { fact, document, numbers, bound, modality, words } = statement;
  const { id: doc, publisher, published, title } = document;
  return {
    fact,
    doc,
    publisher,
    published,
    title,
    numbers,
    bound,
    modality,
    side,
    evidence: words,
    copies: copies.map(statedIn),
    superseded_by: newer === undefined ? null : { fact: newer.fact, doc: newer.document.id, evidence: newer.words },
  };
}

const statedIn = ({ fact, document: { id, publisher, published } }: Statement): StatedIn => ({
  fact,
  doc: id,
  publisher,
  published,
});

function judged(sides: readonly (readonly Voice[])[], isGone: boolean, voices: readonly Voice[]) {
  const leads = sides.map(([lead]) => lead!);
  const opposed = new Set<Voice>();
  for (const [at, lead] of leads.entries())
    for (const other of leads.slice(at + 1)) if (between(lead, other) === "conflict") opposed.add(lead).add(other);
  const agreeing = Math.max(0, ...sides.map((side) => side.length));
  const status = statusOf(opposed.size > 0, isGone, agreeing, voices.length);
  return { status, reason: REASONS[status]({ opposed: opposed.size, agreeing, sides: sides.length, voices }) };
}

function statusOf(isOpposed: boolean, isGone: boolean, agreeing: number, sources: number): GroupState {
  if (isOpposed) return "conflicting";
  if (isGone) return "superseded";
  if (agreeing > 1) return "corroborated";
  return sources > 1 ? "compatible" : "single";
}

interface Findings {
  readonly opposed: number;
  readonly agreeing: number;
  readonly sides: number;
  readonly voices: readonly Voice[];
}

/** TABLE of what is said of each status. */
const REASONS: Readonly<Record<GroupState, (found: Findings) => string>> = {
  conflicting: ({ opposed }) => `${opposed} accounts that cannot all be true`,
  superseded: ({ sides, agreeing }) =>
    sides === 0
      ? "a later statement took its place"
      : `a later statement took the place of the earlier${agreeing > 1 ? `; ${agreeing} sources agree on what holds` : ""}`,
  corroborated: ({ agreeing }) => `${agreeing} sources agree`,
  compatible: () => "all may be true, but none confirms another",
  single: ({ voices }) =>
    voices.some(({ stated }) => stated.some(({ copies }) => copies.length > 0))
      ? "one source, and copies of it"
      : "one source",
};
