import Type from "typebox";
import type { Status } from "./decision.ts";
import type { Fact } from "./fact.ts";

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
