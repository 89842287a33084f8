import { extraction } from "../../extractors/extraction.ts";
import { merge } from "../../extractors/linking/merge.ts";
import { statedAtoms } from "../scoring/atoms.ts";
import { match } from "../scoring/match.ts";
import type { ReadDocument } from "../scoring/read.ts";
import type { Judged } from "./reliability.ts";

/** A fact of ours as gold judges it. */
export interface JudgedFact extends Judged {
  readonly rule: string;
  /** How its noun was found: before its number, after it, carried over from an earlier clause… */
  readonly source: string;
  readonly isAside: boolean;
}

/** Facts that state a number, each right where all of its stated numbers are in gold, optional facts among them. */
export function judge({ gold, document, facts }: ReadDocument): JudgedFact[] {
  const right = new Set(match(gold.facts, facts).pairs.map(([, found]) => found));
  const rightNumbers = [...right].map(({ fact, field }) => ({ fact, field }));
  const sources = merge(extraction(document).frames).map(({ frame }) => frame.source);
  return facts.flatMap((fact, i) => {
    const stated = statedAtoms(fact);
    const isRight = stated.every(({ field }) => rightNumbers.some((one) => one.fact === fact && one.field === field));
    const { rule, confidence } = fact;
    const judged = { confidence, isRight, rule, source: sources[i] ?? "", isAside: gold.aside === true };
    return stated.length === 0 ? [] : [judged];
  });
}
