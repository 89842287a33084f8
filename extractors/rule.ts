import type { NumberField } from "../schemas/fact.ts";
import type { Quantity } from "../schemas/mention.ts";
import type { Cue, Item, NounItem, QuantityItem, VerbItem, VerbSense } from "./context/item.ts";

/** What a rule says of one quantity: the field it fills and the sign of a change. */
export interface ClaimField {
  readonly field: NumberField;
  readonly item: QuantityItem;
  readonly sign: 1 | -1;
}

/** Numbers of one thing that a rule saw said together; what is counted, and of whom, is not its business. */
export interface Claim {
  readonly rule: string;
  readonly fields: readonly ClaimField[];
  /** Indices of the first and last item it covers. */
  readonly first: number;
  readonly last: number;
  readonly verb: VerbItem | null;
  /** Set where the way of saying it decides the metric (清退, 分流, 节约). */
  readonly metric: string | null;
  /** Place in a distribution (分别 286人 和 1039人): which of the things named before it speaks of. */
  readonly slot: { readonly index: number; readonly of: number } | null;
}

/** The items a pattern took by name. */
export interface Bindings {
  readonly quantities: Readonly<Record<string, QuantityItem>>;
  readonly verbs: Readonly<Record<string, VerbItem>>;
  readonly nouns: Readonly<Record<string, NounItem>>;
  /** Coordinated quantities: 138个、96个. */
  readonly lists: Readonly<Record<string, readonly QuantityItem[]>>;
}

/** What a rule makes of a match; a distribution makes several. */
export interface ClaimSpec {
  readonly fields: readonly ClaimField[];
  readonly verb?: VerbItem;
  readonly metric?: string;
  readonly slot?: { readonly index: number; readonly of: number };
}

export type Step =
  | { readonly take: "quantity"; readonly as: string; readonly test: (quantity: Quantity) => boolean }
  | { readonly take: "verb"; readonly as: string; readonly senses: readonly VerbSense[] }
  | { readonly take: "noun"; readonly as: string }
  /** Two or more coordinated quantities. */
  | { readonly take: "list"; readonly as: string }
  | { readonly take: "cue"; readonly cue: Cue["cue"] }
  | { readonly take: "word"; readonly pattern: RegExp }
  | { readonly take: "gap"; readonly maxChars: number; readonly passes: (item: Item) => boolean }
  | { readonly take: "optional"; readonly step: Step };

/** A text that the rule's tests run. */
export type Example =
  | { readonly kind: "gives"; readonly text: string; readonly fields: Partial<Record<NumberField, number>> }
  | { readonly kind: "silent"; readonly text: string; readonly why: string }
  | {
      readonly kind: "knownMiss";
      readonly text: string;
      readonly fields: Partial<Record<NumberField, number>>;
      readonly why: string;
    };

export interface Rule {
  readonly id: string;
  readonly doc: string;
  readonly patterns: readonly (readonly Step[])[];
  readonly accept?: (bindings: Bindings, items: readonly Item[], first: number, last: number) => boolean;
  readonly claims: (bindings: Bindings) => readonly ClaimSpec[];
  readonly examples: readonly Example[];
}

/** A rule is data: patterns over a sentence's items, and the examples that prove it. */
export const defineRule = (rule: Rule): Rule => rule;

export const gives = (text: string, fields: Partial<Record<NumberField, number>>): Example => ({
  kind: "gives",
  text,
  fields,
});
export const silent = (text: string, why: string): Example => ({ kind: "silent", text, why });
export const knownMiss = (text: string, fields: Partial<Record<NumberField, number>>, why: string): Example => ({
  kind: "knownMiss",
  text,
  fields,
  why,
});

export const quantity = (as: string, test: (quantity: Quantity) => boolean = () => true): Step => ({
  take: "quantity",
  as,
  test,
});
export const verb = (as: string, ...senses: readonly VerbSense[]): Step => ({ take: "verb", as, senses });
export const list = (as: string): Step => ({ take: "list", as });
export const noun = (as: string): Step => ({ take: "noun", as });
export const cue = (name: Cue["cue"]): Step => ({ take: "cue", cue: name });
/** An item of any type whose text matches. */
export const word = (pattern: RegExp): Step => ({ take: "word", pattern });
export const optional = (step: Step): Step => ({ take: "optional", step });

/** Up to `maxChars` characters of items that are no quantity; `across` names the punctuation it may pass. */
export const gap = (maxChars: number, across = ""): Step => ({
  take: "gap",
  maxChars,
  passes: (item) => item.type !== "quantity" && (item.type !== "punctuation" || across.includes(item.text)),
});

/** As `gap`, but verbs other than of level stop it: they would have the number for themselves. */
export const object = (maxChars: number, across = ""): Step => ({
  take: "gap",
  maxChars,
  passes: (item) =>
    item.type !== "quantity" &&
    (item.type !== "punctuation" || across.includes(item.text)) &&
    (item.type !== "verb" ||
      item.senses.every((sense) => sense === "level" || sense === "jurisdiction" || sense === "reassign")),
});
