import { UsageError } from "../../schemas/errors.ts";
import { FACETS, type FacetName, type Filter } from "../../schemas/review.ts";

const isFacet = (name: string): name is FacetName => (FACETS as readonly string[]).includes(name);

/**
 * Reads a filter as it stands in the page's address: `metric=finance.saved&status=accepted&q=精简`.
 * @param text such a query, or the page's whole address, of which the rest (view, sort, …) is passed over
 * @throws {UsageError} for a name that is none of a filter
 */
export function parseFilter(text: string): Filter {
  const isAddress = /^https?:\/\//.test(text);
  const query = new URLSearchParams(isAddress ? text.slice(text.indexOf("?") + 1 || text.length) : text);
  const filter: Record<string, string[] | string> = {};
  for (const [name, value] of query) {
    if (name === "q") filter.q = value;
    else if (isFacet(name)) filter[name] = [...((filter[name] as string[] | undefined) ?? []), value];
    else if (!isAddress)
      throw new UsageError(`--filter names ${name}, which facts are not narrowed by`, `Use q, ${FACETS.join(", ")}`);
  }
  return filter;
}

/** The same filter as text, readable. */
export function filterText(filter: Filter): string {
  const facets = FACETS.flatMap((name) => (filter[name] ?? []).map((value) => `${name}=${value}`));
  return [...facets, ...(filter.q ? [`q=${filter.q}`] : [])].join("&");
}
