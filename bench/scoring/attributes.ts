import type { Fact } from "../../schemas/fact.ts";
import type { GoldFact } from "./gold.ts";

/** What a fact says beside its numbers, and what it is where a gold fact does not say it. */
export const ATTRIBUTES = { bound: "exact", modality: "actual", period: null, comparison: null, scope: null } as const;

export type Attribute = keyof typeof ATTRIBUTES;

/** Attributes that are scored; a scope is free words, so that two may say the same. */
export const SCORED = ["bound", "modality", "period", "comparison"] as const satisfies readonly Attribute[];

export const wantedOf = (gold: GoldFact, name: Attribute): string | null => gold[name] ?? ATTRIBUTES[name];

export const agreesOn = (name: Attribute, gold: GoldFact, fact: Fact): boolean => wantedOf(gold, name) === fact[name];
