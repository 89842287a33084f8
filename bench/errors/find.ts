import { type ExplainedSentence, explain } from "../../extractors/explain.ts";
import type { Document } from "../../schemas/document.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { Span } from "../../schemas/span.ts";
import { type Atom, agree, statedAtoms } from "../scoring/atoms.ts";
import { ATTRIBUTES, type Attribute, agreesOn, wantedOf } from "../scoring/attributes.ts";
import type { GoldFact } from "../scoring/gold.ts";
import { isOptional, type Matching, match, matchedFacts } from "../scoring/match.ts";
import type { ReadDocument } from "../scoring/read.ts";
import { type Cause, causeOf } from "./cause.ts";
import { traces } from "./clues.ts";
import { type Counterparts, counterparts, userOf } from "./counterparts.ts";
import { type Places, placesIn } from "./place.ts";

/** One thing that went wrong with one fact. */
export interface GoldError {
  readonly set: string;
  readonly doc: string;
  readonly cause: Cause;
  /** Null where gold has nothing of the kind. */
  readonly gold: GoldFact | null;
  /** Null where we have nothing of the kind. */
  readonly fact: Fact | null;
  /** Numbers that the STRICT score loses by it. */
  readonly missed: number;
  readonly extra: number;
  /** The reason that a pass gave, or the attribute as it is and as it should be. */
  readonly detail: string | null;
  readonly sentence: ExplainedSentence | null;
}

type Finding = Omit<GoldError, "set" | "doc">;

/** Every error of one document, each with its cause; numbers of one fact that share a cause are one error. */
export function errorsOf({ set, gold, document, facts }: ReadDocument): GoldError[] {
  const matching = match(gold.facts, facts);
  const places = placesIn(document);
  const explained = new ExplainedPlaces(document, places);
  const alike = counterparts(matching, places);
  const settled = new Set<Atom>(alike.flatMap((one) => [one.gold, one.found]));
  const missed = matching.missed.filter((atom) => !settled.has(atom));
  const extra = matching.extra.filter((atom) => !settled.has(atom));
  const findings = [
    ...alike.map((one) => differing(one, explained)),
    ...missed.map((atom) => lacking(atom, facts, places, explained)),
    ...extra.map((atom) => surplus(atom, matching, places, explained)),
    ...[...matchedFacts(matching)].flatMap((pair) => misdescribed(pair, matching, explained)),
  ];
  return joined(findings).map((finding) => ({ set, doc: gold.doc, ...finding }));
}

/** Explains a document when first asked: explaining cuts every sentence into words. */
class ExplainedPlaces {
  private explained: readonly ExplainedSentence[] | undefined;

  constructor(
    private readonly document: Document,
    private readonly places: Places,
  ) {}

  at(spans: readonly Span[]): ExplainedSentence[] {
    this.explained ??= explain(this.document).sentences;
    return this.places.sentencesAt(spans).flatMap((i) => this.explained?.[i] ?? []);
  }

  of({ evidence }: Fact): ExplainedSentence | null {
    return this.at(evidence)[0] ?? null;
  }
}

function differing({ gold, found, differences }: Counterparts, explained: ExplainedPlaces): Finding {
  return {
    cause: causeOf({ kind: "differs", differences }),
    gold: gold.fact,
    fact: found.fact,
    missed: isOptional(gold.fact) ? 0 : 1,
    extra: 1,
    detail: differences.join(", "),
    sentence: explained.of(found.fact),
  };
}

function lacking(atom: Atom<GoldFact>, facts: readonly Fact[], places: Places, explained: ExplainedPlaces): Finding {
  const user = userOf(atom, facts.flatMap(statedAtoms), places);
  const { clues, reason, sentence } = traces(atom, explained.at(places.of(atom.fact.quote)), user !== null);
  return { cause: causeOf(clues), gold: atom.fact, fact: user, missed: 1, extra: 0, detail: reason, sentence };
}

/** A number of ours too many: the gold facts that it could be of are all found. */
function surplus(atom: Atom<Fact>, { pairs }: Matching, places: Places, explained: ExplainedPlaces): Finding {
  const twin = pairs.find(([gold]) => agree(gold, atom))?.[0].fact;
  const owner = pairs.find(([gold]) => userOf(gold, [atom], places) !== null)?.[0].fact;
  return {
    cause: causeOf({ kind: "extra", repeats: twin !== undefined, used: owner !== undefined }),
    gold: twin ?? owner ?? null,
    fact: atom.fact,
    missed: 0,
    extra: 1,
    detail: null,
    sentence: explained.of(atom.fact),
  };
}

/** What a matched fact says beside its numbers that gold does not. */
function misdescribed([gold, fact]: readonly [GoldFact, Fact], { pairs }: Matching, explained: ExplainedPlaces) {
  const finding = (name: Attribute | "record", detail: string): Finding => {
    const cause = causeOf({ kind: "attribute", name });
    return { cause, gold, fact, missed: 0, extra: 0, detail, sentence: explained.of(fact) };
  };
  const wrong = (Object.keys(ATTRIBUTES) as Attribute[]).filter((name) => !agreesOn(name, gold, fact));
  const holders = new Set(pairs.flatMap(([one, found]) => (one.fact === gold ? [found.fact] : [])));
  return [
    ...wrong.map((name) => finding(name, `${name} is ${fact[name]}, not ${wantedOf(gold, name)}`)),
    ...(holders.size > 1 ? [finding("record", `its numbers stand in ${holders.size} records`)] : []),
  ];
}

/** Numbers of the same two facts that went wrong in the same way, as one error. */
function joined(findings: readonly Finding[]): Finding[] {
  const known: Finding[] = [];
  for (const one of findings) {
    const at = known.findIndex(
      ({ cause, gold, fact }) => cause === one.cause && gold === one.gold && fact === one.fact,
    );
    const same = known[at];
    if (same === undefined) known.push(one);
    else known[at] = { ...same, missed: same.missed + one.missed, extra: same.extra + one.extra };
  }
  return known;
}
