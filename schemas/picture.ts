import Type, { type Static } from "typebox";
import type { Status } from "./decision.ts";
import type { Fact, Level } from "./fact.ts";
import { FilterForm } from "./review.ts";

/** What a picture shows; `savings` are ranked, the others as they are called. */
export const PICTURE_KINDS = ["change", "distribution", "time", "savings"] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

/** `accepted`: those that a reviewer accepted, corrected or added. Rejected ones are in neither. */
export const PICTURE_FACTS = ["accepted", "all"] as const;
export type PictureFacts = (typeof PICTURE_FACTS)[number];

/** `GET /api/review/pictures`; `metric` and `status` stand in the filter, as for the table. */
export const PictureQuery = Type.Object({
  ...FilterForm.properties,
  kind: Type.Optional(Type.Enum([...PICTURE_KINDS], { default: "change" })),
  facts: Type.Optional(Type.Enum([...PICTURE_FACTS], { default: "all" })),
  /** A choice of an earlier answer: `measure` of it. Without one, or where it has no data, the first. */
  of: Type.Optional(Type.String()),
  /** A level of an earlier answer. Without one, or where it has no data, that of the most subjects. */
  level: Type.Optional(Type.String()),
});
export type PictureQuery = Static<typeof PictureQuery>;

/** Figures that one picture may hold; beyond them the largest. */
export const MOST_FIGURES = 4_000;

/** What is drawn: a metric in one unit, so that numbers that cannot stand beside each other never do. */
export interface PictureChoice {
  /** Metric, unit and `per` as one text. */
  readonly measure: string;
  readonly metric: string;
  readonly unit: string;
  readonly per: Fact["per"];
  /** Subjects with data; over time, those with two dates at least. */
  readonly subjects: number;
  readonly facts: number;
}

/** The one figure that is shown of a subject, or of a subject at one time. */
export interface PictureFigure {
  /** Id of the fact that states it. */
  readonly fact: string;
  readonly subject: string;
  readonly code: string | null;
  readonly scope: string | null;
  readonly period: string | null;
  /** Last day of the period, else the day of publication; ISO 8601, or null. */
  readonly day: string | null;
  /** What is drawn, in the choice's unit: the level, at the end of a change; of savings the amount saved. */
  readonly amount: number;
  /** The level before; null where the picture is not of a change. */
  readonly before: number | null;
  /** Percent; null where the picture is not of a change. */
  readonly change: number | null;
  readonly bound: Fact["bound"];
  readonly modality: Fact["modality"];
  readonly status: Status;
  /** The words that state it, in the original script. */
  readonly evidence: string;
  readonly publisher: string | null;
  /** Facts that it was chosen from. */
  readonly facts: number;
  /** Other numbers among those that were as good a choice. */
  readonly differing: number;
}

export interface PictureData {
  /** Of the store. */
  readonly version: number;
  readonly kind: PictureKind;
  readonly facts: PictureFacts;
  /** Those with data, the one with most subjects first. */
  readonly choices: readonly PictureChoice[];
  /** Null where no fact suits the picture. */
  readonly chosen: PictureChoice | null;
  /** Levels of the choice's subjects, most first; `-` where a subject has none. */
  readonly levels: readonly { readonly level: Level | "-"; readonly subjects: number }[];
  readonly level: Level | "-" | null;
  /** Facts of the choice at this level, and how many subjects they are on. */
  readonly counted: { readonly facts: number; readonly subjects: number };
  readonly figures: readonly PictureFigure[];
}
