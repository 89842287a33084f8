import type { Comparison, Modality, NumberField } from "../../schemas/fact.ts";
import type { Quantity } from "../../schemas/mention.ts";
import type { Span } from "../../schemas/span.ts";
import type { PlaceName } from "../context/place-name.ts";

export interface FrameField {
  readonly quantity: Quantity;
  readonly sign: 1 | -1;
}

/** Numbers of one thing, with all that the text says of them; a fact before its mentions are joined. */
export interface Frame {
  readonly metric: string;
  readonly label: string;
  readonly scope: string | null;
  readonly subject: PlaceName;
  /** True where a word of the sentence names the subject, and not only the text around it. */
  readonly named: boolean;
  readonly fields: Map<NumberField, FrameField>;
  readonly per: "year" | "month" | "day" | null;
  period: string | null;
  comparison: Comparison | null;
  readonly modality: Modality;
  /** The currency of the region whose news it is, where the text names an amount in percent only. */
  readonly money?: string;
  readonly rule: string;
  /** How the noun was found: the further away, the less sure. */
  readonly source: Source;
  /** Index of the sentence, and what of it the frame rests on, in the sentence's offsets. */
  readonly sentence: number;
  span: Span;
}

export type Source = "inner" | "right" | "left" | "verb" | "carried" | "part" | "table";
