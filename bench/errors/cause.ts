import type { Difference } from "../scoring/atoms.ts";
import type { Attribute } from "../scoring/attributes.ts";

/** TABLE of causes: what stands behind an error, and what it means. The first ones cost numbers of the STRICT score. */
export const CAUSES = {
  "not-in-text": "the cleaned text does not have the words that gold quotes",
  "quantity-not-read": "no quantity of the sentence is this number",
  "noun-not-known": "the number is read, but the sentence has no noun of the metric",
  "held-back": "number and noun are read, and a rule of admission or of attachment keeps them apart",
  "no-rule": "number and noun are read, and no rule fires",
  "joined-away": "a rule fired, but the number went when mentions were joined",
  "wrong-number": "the fact is there, with another number",
  "wrong-metric": "the number stands in a fact of another metric",
  "wrong-subject": "the number stands in a fact of another subject",
  "wrong-field": "the number is another of value, before, after, change, change_pct, or has the other sign",
  "wrong-unit": "the number has another unit or per",
  "wrong-pairing": "the number was used in quite another fact",
  "said-twice": "the fact is right, and there a second time",
  "not-a-fact": "gold has nothing of the kind",
  "split-record": "all numbers are right, but in more than one record",
  "wrong-bound": "the numbers are right, their bound is not",
  "wrong-modality": "the numbers are right, the modality is not",
  "wrong-period": "the numbers are right, the period is not",
  "wrong-comparison": "the numbers are right, the comparison is not",
  "wrong-scope": "the numbers are right, the scope is worded in another way",
} as const;

export type Cause = keyof typeof CAUSES;

/** What is known of one error. */
export type Clues =
  /** A gold number, and the number of ours that is most like it. */
  | { readonly kind: "differs"; readonly differences: readonly Difference[] }
  /** A gold number that no fact of ours is like. */
  | {
      readonly kind: "missed";
      readonly inText: boolean;
      /** A fact of ours rests on it that is right for something else. */
      readonly used: boolean;
      readonly read: boolean;
      readonly nounRead: boolean;
      readonly claimed: boolean;
      readonly refused: boolean;
    }
  /** A number of ours that no gold fact is like. */
  | { readonly kind: "extra"; readonly repeats: boolean; readonly used: boolean }
  /** A matched fact. */
  | { readonly kind: "attribute"; readonly name: Attribute | "record" };

const BY_DIFFERENCE: readonly (readonly [Difference, Cause])[] = [
  ["number", "wrong-number"],
  ["metric", "wrong-metric"],
  ["subject", "wrong-subject"],
  ["field", "wrong-field"],
  ["unit", "wrong-unit"],
];

/** The first thing that went wrong: what comes after it in the passes could not be right. */
export function causeOf(clues: Clues): Cause {
  switch (clues.kind) {
    case "differs":
      if (["metric", "subject", "field"].every((one) => clues.differences.includes(one as Difference)))
        return "wrong-pairing";
      return BY_DIFFERENCE.find(([difference]) => clues.differences.includes(difference))?.[1] ?? "said-twice";
    case "missed":
      if (!clues.inText) return "not-in-text";
      if (clues.used) return "wrong-pairing";
      if (!clues.read) return "quantity-not-read";
      if (clues.claimed) return "joined-away";
      if (!clues.nounRead) return "noun-not-known";
      return clues.refused ? "held-back" : "no-rule";
    case "extra":
      if (clues.repeats) return "said-twice";
      return clues.used ? "wrong-pairing" : "not-a-fact";
    case "attribute":
      return clues.name === "record" ? "split-record" : `wrong-${clues.name}`;
  }
}
