import { computed, signal } from "@preact/signals";
import type { FacetName, Filter } from "../../schemas/review.ts";
import { type Query, searchOf } from "./api.ts";
import { isView, type ViewName } from "./view-names.ts";

/** The query string of the page: all that a view shows, so that it can be kept and sent. */
export interface Address {
  readonly view: ViewName;
  readonly filter: Filter;
  /** A name of SORTS, `-` before it for the other way round. */
  readonly sort: string;
  /** Id of the fact that is looked at. */
  readonly fact: string | null;
  /** Whatever else a view keeps here: `kind` of a picture, `role` of the queue. */
  readonly free: Readonly<Record<string, string>>;
}

/** `filter` takes the place of the whole filter; `free` adds to what is there, null takes away. */
export interface Changes {
  readonly view?: ViewName;
  readonly filter?: Filter;
  readonly sort?: string;
  readonly fact?: string | null;
  readonly free?: Readonly<Record<string, string | null>>;
}

export const FIRST_VIEW: ViewName = "queue";
export const FIRST_SORT = "file";

/** Every facet once: the compiler refuses a table with one too few. */
const FACET_NAMES: Readonly<Record<FacetName, true>> = {
  metric: true,
  province: true,
  subject: true,
  document: true,
  publisher: true,
  modality: true,
  bound: true,
  checks: true,
  confidence: true,
  status: true,
  reviewer: true,
};
const isFacet = (name: string): name is FacetName => Object.hasOwn(FACET_NAMES, name);

export function readAddress(search: string): Address {
  const given = new URLSearchParams(search);
  const filter: { -readonly [F in keyof Filter]: Filter[F] } = {};
  const free: Record<string, string> = {};
  for (const name of new Set(given.keys())) {
    const value = given.get(name)!;
    if (isFacet(name)) filter[name] = [...new Set(given.getAll(name))];
    else if (name === "q") filter.q = value;
    else if (!["view", "sort", "fact"].includes(name)) free[name] = value;
  }
  const view = given.get("view") ?? "";
  return {
    view: isView(view) ? view : FIRST_VIEW,
    filter,
    sort: given.get("sort") ?? FIRST_SORT,
    fact: given.get("fact"),
    free,
  };
}

/** `?view=table&metric=…`; what is as at first is left out. */
export function writeAddress({ view, filter, sort, fact, free }: Address): string {
  const query: Query = { view, ...filter, sort: sort === FIRST_SORT ? null : sort, fact, ...free };
  return `?${searchOf(query)}`;
}

/** Another view forgets the free parameters, which are the former's own. */
export function changed(from: Address, changes: Changes): Address {
  const { view = from.view, filter = from.filter, sort = from.sort, fact = from.fact } = changes;
  const free: Record<string, string> = view === from.view ? { ...from.free } : {};
  for (const [name, value] of Object.entries(changes.free ?? {})) {
    if (value === null) delete free[name];
    else free[name] = value;
  }
  return { view, filter, sort, fact, free };
}

const current = signal(readAddress(location.search));
addEventListener("popstate", () => {
  current.value = readAddress(location.search);
});

export const address = computed(() => current.value);

/** `href` of a link to a changed address; a click on it may be given to `go`. */
export const hrefOf = (changes: Changes): string => writeAddress(changed(current.value, changes));

/** Shows another address. @param options.replace without a step of its own for the browser's back button */
export function go(changes: Changes, options: { readonly replace?: boolean } = {}): void {
  const next = changed(current.value, changes);
  const search = writeAddress(next);
  if (search === writeAddress(current.value)) return;
  history[options.replace === true ? "replaceState" : "pushState"](null, "", search);
  current.value = next;
}
