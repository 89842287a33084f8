import Type, { type Static } from "typebox";
import { ACTIONS, type Decision, ROLES, type Status } from "./decision.ts";
import type { Block, Script } from "./document.ts";
import { type Fact, FactSchema } from "./fact.ts";

/**
 * The HTTP interface of the review page, under `/api/review/`. Offsets are UTF-16, the end exclusive.
 *
 * | route | asks with | answers |
 * | --- | --- | --- |
 * | GET session | | Session |
 * | GET events | | server-sent events, each a {@link Pulse} |
 * | GET facets | filter | Facets |
 * | GET facet | filter, name, find | FacetValues |
 * | GET rows | filter, sort, offset, limit, view | Rows |
 * | GET position | filter, sort, view, fact | Position |
 * | GET fact | id | FactDetail |
 * | GET article | doc | ArticleView |
 * | POST decisions | DecisionForm | Decided |
 * | POST draft | DraftForm | Draft |
 * | GET agreement | | Agreement |
 * | GET orphans | | Orphans |
 * | GET pictures | kind, metric, status, filter | PictureData (schemas/picture.ts) |
 * | GET comparison | filter, state, offset, limit | groups |
 * | GET export | to, wide, bom, filter | a file |
 * | POST try | TryForm | Tried |
 * | POST examples | ExampleForm | the line written |
 */

export * from "./review-table.ts";

export interface MetricInfo {
  readonly id: string;
  readonly unit: string;
  readonly doc: string;
  /** First head noun, for people. */
  readonly label: string;
}
export interface Session {
  readonly file: string;
  readonly decisions: string;
  readonly examples: string;
  readonly readOnly: boolean;
  readonly version: number;
  readonly facts: number;
  readonly documents: number;
  /** Bytes of the file that are read, and its size now. */
  readonly loaded: { readonly bytes: number; readonly of: number };
  /** Lines that are no facts, the first hundred: `facts.jsonl#17: why`. */
  readonly broken: { readonly count: number; readonly first: readonly string[] };
  readonly orphans: number;
  readonly reviewers: readonly string[];
  readonly metrics: readonly MetricInfo[];
  readonly provinces: readonly { readonly code: string; readonly name: string }[];
  readonly lexicon: string | null;
}
/** Something changed: facts were added, or somebody decided. */
export interface Pulse {
  readonly version: number;
  readonly facts: number;
  readonly loaded: Session["loaded"];
  /** Ids of facts that were decided on since the last pulse, at most 100. */
  readonly decided: readonly string[];
}

/** What one person holds of a fact: their last decision that was not undone. */
export interface Verdict {
  readonly decision: string;
  readonly reviewer: string;
  readonly role: (typeof ROLES)[number];
  readonly action: "accept" | "correct" | "reject" | "add";
  readonly at: string;
  readonly reason: string | null;
  readonly after: Fact | null;
}
export interface FactDetail {
  /** With the decisions applied. */
  readonly fact: Fact;
  /** As it was extracted; null for one that a reviewer added. */
  readonly extracted: Fact | null;
  readonly status: Status;
  readonly adjudicated: boolean;
  readonly verdicts: readonly Verdict[];
  /** All that was decided, in order, also what was undone. */
  readonly history: readonly Decision[];
}

/** A piece of the article between two line feeds. */
export interface ArticleBlock extends Block {
  readonly original: string;
  readonly simplified: string;
}
export interface ArticleMark {
  readonly fact: string;
  readonly status: Status;
  /** Index into `blocks`, and offsets in that block's two texts. */
  readonly block: number;
  readonly original: readonly [start: number, end: number];
  readonly simplified: readonly [start: number, end: number];
}
export interface ArticleView {
  readonly doc: Fact["doc"];
  /** Where the text comes from; `sentences`: no more is at hand than the facts themselves hold. */
  readonly source: "input" | "archive" | "sentences";
  readonly lang: Script;
  readonly blocks: readonly ArticleBlock[];
  readonly marks: readonly ArticleMark[];
  /** Evidence that the text does not hold where the fact says: ids of facts. */
  readonly unproved: readonly string[];
}

const reviewer = Type.String({ minLength: 1, maxLength: 100, pattern: "^[^\\u0000-\\u001f]+$" });
export const DecisionForm = Type.Object(
  {
    action: Type.Enum([...ACTIONS]),
    reviewer,
    role: Type.Optional(Type.Enum([...ROLES], { default: "reviewer" })),
    /** Id of the fact; absent for add. */
    fact: Type.Optional(Type.String()),
    /** The fact as it should be: of correct and add; of accept, the fact as the reviewer saw it. */
    after: Type.Optional(FactSchema),
    reason: Type.Optional(Type.String({ maxLength: 2_000 })),
    /** Of undo: id of the decision. */
    decision: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
export type DecisionForm = Static<typeof DecisionForm>;
export interface Decided {
  readonly decision: Decision;
  /** Null where an added fact was taken back. */
  readonly detail: FactDetail | null;
}

/** Offsets into the clean original text of the document. */
export const DraftForm = Type.Object(
  {
    doc: Type.String(),
    start: Type.Integer({ minimum: 0 }),
    end: Type.Integer({ minimum: 1 }),
    metric: Type.String(),
  },
  { additionalProperties: false },
);
export type DraftForm = Static<typeof DraftForm>;
export interface Draft {
  /** Ready to be sent as `after` of an add; the reviewer may change it first. */
  readonly fact: Fact;
  /** What the reviewer should look at: no quantity was read, or several. */
  readonly warnings: readonly string[];
}

export interface MetricAgreement {
  readonly metric: string;
  /** Facts that two or more reviewers judged. */
  readonly facts: number;
  /** Share of equal judgements over pairs of reviewers, 0 to 1. */
  readonly observed: number;
  /** Cohen's kappa, of several pairs the mean weighted by their facts; null where chance alone gives full agreement. */
  readonly kappa: number | null;
}
export interface Agreement {
  readonly reviewers: readonly { readonly name: string; readonly decisions: number }[];
  readonly all: MetricAgreement;
  readonly metrics: readonly MetricAgreement[];
  readonly disputed: number;
}
export interface Orphans {
  /** Decisions whose fact the file does not hold any more, newest first. */
  readonly orphans: readonly {
    readonly decision: Decision;
    /** A fact of today that rests on the same words, or null. */
    readonly likely: string | null;
  }[];
}

export const TryForm = Type.Object(
  {
    text: Type.String({ maxLength: 20_000 }),
    published: Type.Optional(Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}" })),
  },
  { additionalProperties: false },
);
export type TryForm = Static<typeof TryForm>;
export const ExampleForm = Type.Object(
  { fact: Type.String(), kind: Type.Enum(["gives", "silent", "knownMiss"]), reviewer },
  { additionalProperties: false },
);
export type ExampleForm = Static<typeof ExampleForm>;
