import type { Comparison, Modality } from "../../schemas/fact.ts";
import type { DateMention, Quantity } from "../../schemas/mention.ts";
import type { Span } from "../../schemas/span.ts";
import type { PlaceName } from "./place-name.ts";

export type Direction = -1 | 0 | 1;

/**
 * What a verb makes of its number: an amount of change (减少75个), a result (减少到22个), a rate that names itself
 * (降幅), money saved, people dismissed or moved, a level that stands, the extent of a jurisdiction (辖).
 */
export type VerbSense = "amount" | "result" | "rate" | "save" | "layoff" | "reassign" | "level" | "jurisdiction";

export interface QuantityItem extends Span {
  readonly type: "quantity";
  readonly text: string;
  readonly quantity: Quantity;
}

export interface DateItem extends Span {
  readonly type: "date";
  readonly text: string;
  readonly date: DateMention;
}

/** A noun of the metrics table, or several that make one compound; `metric` is that of its head. */
export interface NounItem extends Span {
  readonly type: "noun";
  readonly text: string;
  readonly metric: string;
  /** The words before the head: 乡镇 of 乡镇领导职数. Empty where there are none. */
  readonly modifier: string;
}

export interface VerbItem extends Span {
  readonly type: "verb";
  readonly text: string;
  readonly senses: readonly VerbSense[];
  readonly direction: Direction;
}

export type Cue =
  | { readonly cue: "modality"; readonly modality: Modality }
  | { readonly cue: "comparison"; readonly comparison: Comparison }
  | { readonly cue: "per"; readonly per: "year" | "month" | "day" }
  | { readonly cue: "earlier" | "later" | "respectively" | "each" | "ofWhich" | "from" | "share" | "arrow" | "scope" };

/** A word may say several things: 改革后 is a comparison and the later side of a contrast. */
export interface CueItem extends Span {
  readonly type: "cue";
  readonly text: string;
  readonly cues: readonly Cue[];
}

export interface PlaceItem extends Span {
  readonly type: "place";
  readonly text: string;
  /** More than one where the name stands for several: 两县. */
  readonly places: readonly PlaceName[];
  /** True where it tells the news and is not spoken of: 县委编办介绍. */
  readonly reporting: boolean;
  /** True for words that point (全县, 该市) and for names of units of government (市财政局). */
  readonly pointing: boolean;
  /** The division whose office it is: 宁陕县 of 宁陕县委编办. */
  readonly holder?: PlaceName;
}

export interface PunctuationItem extends Span {
  readonly type: "punctuation";
  readonly text: string;
}

export interface TextItem extends Span {
  readonly type: "text";
  readonly text: string;
  /** True when it may stand between a noun and its number (see corpus/lexicon/grammar.ts). */
  readonly transparent: boolean;
}

/** What a sentence is to the rules: typed items, in order and without gaps. */
export type Item = QuantityItem | DateItem | NounItem | VerbItem | CueItem | PlaceItem | PunctuationItem | TextItem;

export const hasCue = (item: Item | undefined, cue: Cue["cue"]): boolean =>
  item?.type === "cue" && item.cues.some((one) => one.cue === cue);

export const hasSense = (item: Item | undefined, ...senses: readonly VerbSense[]): boolean =>
  item?.type === "verb" && item.senses.some((sense) => senses.includes(sense));
