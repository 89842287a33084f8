import type { FacetName, Filter } from "../../../../schemas/review.ts";

/** With a value of a facet chosen, or not any more. */
export function toggled(filter: Filter, name: FacetName, value: string): Filter {
  const before = filter[name] ?? [];
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  const { [name]: _, ...others } = filter;
  return after.length === 0 ? others : { ...others, [name]: after };
}

export function searched(filter: Filter, q: string): Filter {
  const { q: _, ...others } = filter;
  return q === "" ? others : { ...others, q };
}

/** Each chosen value on its own, the search left out. */
export function choices({ q: _, ...facets }: Filter): readonly { readonly name: FacetName; readonly value: string }[] {
  return Object.entries(facets).flatMap(([name, values]) =>
    values.map((value) => ({ name: name as FacetName, value })),
  );
}

export const isFiltered = (filter: Filter): boolean => (filter.q ?? "") !== "" || choices(filter).length > 0;
