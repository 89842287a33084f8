import type { Bound, Modality } from "../../schemas/fact.ts";
import type { MetricDefinition } from "../../schemas/metrics.ts";

/**
 * What a lexicon adds to the tables: plain data, so that it may be sent to a thread. Words are Simplified and clash with
 * nothing in the tables; who makes a vocabulary has checked that.
 */
export interface Vocabulary {
  readonly metrics: readonly MetricDefinition[];
  /** More head nouns of metrics. */
  readonly nouns: readonly { readonly metric: string; readonly words: readonly string[] }[];
  /** Longer words that hold a head noun without being it. */
  readonly notNouns: readonly string[];
  readonly units: readonly AddedUnit[];
  /** Verbs of change, as in `corpus/lexicon/verbs.ts`: -1 down, 1 up, 0 without a direction of their own. */
  readonly verbs: readonly { readonly direction: -1 | 0 | 1; readonly words: readonly string[] }[];
  readonly modality: readonly { readonly modality: Modality; readonly words: readonly string[] }[];
  readonly bounds: readonly AddedBound[];
  readonly places: readonly AddedPlace[];
  readonly organisations: readonly AddedOrganisation[];
}

/** Words of which each stands for `factor` times the base: 垧 for 0.01 km2, 窗 for one thing counted. */
export interface AddedUnit {
  readonly words: readonly string[];
  /** `count`, `person`, an ISO 4217 code, or a unit of `corpus/lexicon/units.ts`. */
  readonly base: string;
  readonly factor: number;
}

export interface AddedBound {
  /** On which side of the number the words stand. */
  readonly side: "before" | "after";
  readonly bound: Exclude<Bound, "exact">;
  readonly words: readonly string[];
}

/** A division that the gazetteer lacks, or more names of one that it has. */
export interface AddedPlace {
  /** As of a division: the code, or the holder's id and the name. */
  readonly id: string;
  readonly code: string | null;
  /** Official full name. */
  readonly name: string;
  readonly level: "province" | "prefecture" | "county";
  /** `id` of the division that holds it; null for one that the gazetteer has. */
  readonly inside: string | null;
  readonly aliases: readonly string[];
}

export interface AddedOrganisation {
  readonly name: string;
  readonly level: "organisation" | "township";
  readonly aliases: readonly string[];
}

/** The tables alone. */
export const NOTHING_ADDED: Vocabulary = {
  metrics: [],
  nouns: [],
  notNouns: [],
  units: [],
  verbs: [],
  modality: [],
  bounds: [],
  places: [],
  organisations: [],
};
