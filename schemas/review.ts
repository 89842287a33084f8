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

/** Columns by which the table is narrowed; each may be given several times, and any of its values will do. */
export const FACETS = [
  "metric",
  "province",
  "subject",
  "document",
  "publisher",
  "modality",
  "bound",
  "checks",
  "confidence",
  "status",
  "reviewer",
] as const;
export type FacetName = (typeof FACETS)[number];

/** Value of a facet for facts that have none: no publisher, no code, nobody's review. */
export const NONE = "-";
export const CHECK_VALUES = ["failed", "passed", NONE] as const;
/** Lower ends of the ranges of confidence that the facet counts. */
export const CONFIDENCE_STEPS = [0, 0.5, 0.7, 0.8, 0.9, 0.95] as const;

export const SORTS = [
  "file",
  "confidence",
  "metric",
  "subject",
  "document",
  "published",
  "level",
  "change",
  "change_pct",
  "status",
] as const;
export type SortName = (typeof SORTS)[number];

const list = Type.Optional(Type.Array(Type.String()));
const facetFields = Object.fromEntries(FACETS.map((name) => [name, list])) as Record<FacetName, typeof list>;

/** As it stands in the address of the page and of each request: `metric=a&metric=b&q=精简`. */
export const FilterForm = Type.Object({ ...facetFields, q: Type.Optional(Type.String({ maxLength: 500 })) });
export type Filter = { readonly [F in FacetName]?: readonly string[] } & { readonly q?: string };

/** A name of {@link SORTS}, with `-` before it for the other way round. */
export const SortForm = Type.Object({
  sort: Type.Optional(Type.String({ pattern: `^-?(?:${SORTS.join("|")})$`, default: "file" })),
});
export const RowsQuery = Type.Object({
  ...FilterForm.properties,
  ...SortForm.properties,
  offset: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
  /** Keeps the order of an earlier answer while facts change: its `view`. */
  view: Type.Optional(Type.String()),
});

export interface FacetCount {
  readonly value: string;
  /** For people, where the value is an id: the title of a document. */
  readonly label?: string;
  readonly count: number;
}
export interface Facets {
  readonly version: number;
  /** Facts that the whole filter lets through. */
  readonly total: number;
  /** Counts under the filter without the facet's own choice, most first; of long lists the first 50 and what is chosen. */
  readonly facets: Readonly<Record<FacetName, readonly FacetCount[]>>;
}

/** Facets whose values may be thousands. */
export const LONG_FACETS = ["subject", "document", "publisher"] as const;
export type LongFacet = (typeof LONG_FACETS)[number];
export const FacetValuesForm = Type.Object({
  ...FilterForm.properties,
  name: Type.Enum([...LONG_FACETS]),
  /** Words that a value, or a document's title, must hold. */
  find: Type.Optional(Type.String({ maxLength: 500 })),
});
export type FacetValuesQuery = Filter & { readonly name: LongFacet; readonly find?: string };
export interface FacetValues {
  readonly version: number;
  readonly values: readonly FacetCount[];
}

/** A line of the table. */
export interface Row {
  readonly id: string;
  readonly doc: { readonly id: string; readonly title: string | null; readonly publisher: string | null };
  readonly published: string | null;
  readonly subject: string;
  readonly code: string | null;
  readonly metric: string;
  readonly label: string;
  readonly scope: string | null;
  readonly numbers: Readonly<Pick<Fact, "value" | "before" | "after" | "change" | "change_pct" | "range">>;
  readonly unit: string;
  readonly per: Fact["per"];
  readonly bound: Fact["bound"];
  readonly modality: Fact["modality"];
  readonly period: string | null;
  readonly sentence: string;
  /** First evidence, original script. */
  readonly evidence: string;
  readonly confidence: number;
  readonly checksFailed: number;
  readonly status: Status;
  readonly reviewers: readonly string[];
}
export interface Rows {
  readonly version: number;
  readonly view: string;
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly Row[];
}
export interface Position {
  readonly view: string;
  /** Place of the fact in the view, from 0; null where the view does not hold it. */
  readonly index: number | null;
}

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
    /** The fact as it should be: of correct and add. */
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
