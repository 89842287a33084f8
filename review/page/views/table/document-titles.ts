import { signal } from "@preact/signals";
import type { FacetCount } from "../../../../schemas/review.ts";

/** Titles of documents, as far as any answer named them. */
const known = signal<ReadonlyMap<string, string>>(new Map());

export const titleOf = (doc: string): string | undefined => known.value.get(doc);

export function keepTitles(counts: readonly FacetCount[]): void {
  const titles = counts.flatMap(({ value, label }) => (label === undefined ? [] : [[value, label] as const]));
  if (titles.length > 0) known.value = new Map([...known.value, ...titles]);
}
