import Type, { type Static } from "typebox";
import type { Fact, NumberField } from "./fact.ts";
import { FilterForm } from "./review.ts";

/** What becomes of the statements on one thing, in the order in which a person wants to see them. */
export const GROUP_STATES = ["conflicting", "superseded", "corroborated", "compatible", "single"] as const;
export type GroupState = (typeof GROUP_STATES)[number];

/** What statements must share to speak of one thing. */
export interface GroupKey {
  readonly subject: { readonly name: string; readonly code: string | null };
  readonly metric: string;
  /** As the first statement has it. */
  readonly scope: string | null;
  /** Stated, or the year of publication; null where nobody tells. */
  readonly period: string | null;
  readonly unit: string;
  readonly per: Fact["per"];
}

/** The numbers that a text states; those that the program computed are left out. */
export type StatedNumbers = { readonly [F in NumberField]?: number } & { readonly range?: readonly [number, number] };

/** A fact, and the document that it stands in. */
export interface StatedIn {
  /** Id of the fact. */
  readonly fact: string;
  /** Id of its document. */
  readonly doc: string;
  readonly publisher: string | null;
  readonly published: string | null;
}

export interface GroupStatement extends StatedIn {
  readonly title: string | null;
  readonly numbers: StatedNumbers;
  readonly bound: Fact["bound"];
  readonly modality: Fact["modality"];
  /** Statements of one side agree; from 1. Null for what is superseded. */
  readonly side: number | null;
  readonly evidence: string;
  /** Documents that repeat it in the same words, the earliest first. */
  readonly copies: readonly StatedIn[];
  readonly superseded_by: { readonly fact: string; readonly doc: string; readonly evidence: string } | null;
}

/** All that is stated of one subject, metric, scope and period. */
export interface Group {
  readonly key: GroupKey;
  readonly status: GroupState;
  /** Documents, copies among them. */
  readonly documents: number;
  /** The same, with copies left out. */
  readonly sources: number;
  readonly statements: readonly GroupStatement[];
  /** Why it has this status, for people. */
  readonly reason: string;
}

/** `GET /api/review/comparison` */
export const ComparisonQuery = Type.Object({
  ...FilterForm.properties,
  state: Type.Optional(Type.Enum([...GROUP_STATES], { default: "conflicting" })),
  offset: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 20 })),
  /** `run` of an earlier answer, to go on in it while facts change. */
  run: Type.Optional(Type.String()),
});
export type ComparisonQuery = Static<typeof ComparisonQuery>;

/** Statements of a group, and copies of a statement, that an answer holds at most; the counts tell of the rest. */
export const MOST_SHOWN = { statements: 100, copies: 50 } as const;

export interface ShownStatement extends GroupStatement {
  readonly copyCount: number;
}
export interface ShownGroup extends Omit<Group, "statements"> {
  readonly statements: readonly ShownStatement[];
  readonly statementCount: number;
}

export interface ComparisonAnswer {
  readonly run: string;
  /** Of the store, as it was compared. */
  readonly version: number;
  /** Null when all is compared; until then counts and groups grow. `of` is 0 while facts are still sorted. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** Facts under the filter that are not rejected. */
  readonly facts: number;
  readonly counts: Readonly<Record<GroupState, number>>;
  readonly offset: number;
  /** Of the state asked for, those with the most sources first, then those with the most documents. What only one document states is counted, not listed. */
  readonly groups: readonly ShownGroup[];
}
