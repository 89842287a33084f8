import type { Item, NounItem } from "../context/item.ts";
import type { Claim } from "../rule.ts";
import { fitsMetric } from "./fit.ts";
import type { Frame, Source } from "./frame.ts";
import type { Words } from "./words.ts";

/** What a claim counts: a metric, the words that say so, and how they were found. */
export interface Attachment {
  readonly metric: string;
  readonly label: string;
  readonly modifier: string;
  readonly source: Source;
  readonly noun: NounItem | null;
  /** The frame whose noun was taken over, for carried ones. */
  readonly from: Frame | null;
}

export interface Place {
  readonly items: readonly Item[];
  readonly words: Words;
  /** Index of the sentence. */
  readonly index: number;
  /** Frames of the same sentence so far, behind those of the sentence before. */
  readonly frames: readonly Frame[];
  /** All frames of the document before this sentence. */
  readonly recent: readonly Frame[];
  /** The noun that introduced the list this sentence stands in. */
  readonly introduced: NounItem | null;
}

/** Why a number is no fact. */
export interface Missed {
  readonly miss: string;
}

/** True when every number of the claim can count what the metric stands for. */
export const fitsAll = (metric: string, claim: Claim): boolean =>
  claim.fields.every(({ item, field }) => fitsMetric(metric, item.quantity, field));

/** An attachment to a noun of the sentence. */
export const made = (noun: NounItem, source: Source): Attachment => ({
  metric: noun.metric,
  label: noun.text,
  modifier: noun.modifier,
  source,
  noun,
  from: null,
});
