import { useEffect, useState } from "preact/hooks";
import type { FacetCount, FacetName, FacetValues, Filter, LongFacet } from "../../../../schemas/review.ts";
import { get } from "../../api.ts";
import { complain } from "../../messages.ts";
import { keepTitles } from "./document-titles.ts";

/** Facets of which the page does not hold all values. */
const LONG: Readonly<Record<LongFacet, true>> = { subject: true, document: true, publisher: true };
const PAUSE_MS = 200;

export const isLong = (name: FacetName): name is LongFacet => Object.hasOwn(LONG, name);

/**
 * Values of a long facet that hold some words, asked of the server.
 * @param version of the facts; others are asked for anew
 * @returns null where they are not wanted, or not there yet
 */
export function useLongValues(
  name: FacetName,
  filter: Filter,
  find: string,
  isWanted: boolean,
  version: number,
): readonly FacetCount[] | null {
  const [values, setValues] = useState<readonly FacetCount[] | null>(null);
  const key = JSON.stringify(filter);
  useEffect(() => {
    if (!isWanted || !isLong(name)) return setValues(null);
    const left = new AbortController();
    const ask = () =>
      get<FacetValues>("facet", { ...filter, name, find }, left.signal).then(
        (answer) => {
          keepTitles(answer.values);
          setValues(answer.values);
        },
        (error: unknown) => left.signal.aborted || complain(error),
      );
    const timer = setTimeout(ask, find === "" ? 0 : PAUSE_MS);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [name, key, find, isWanted, version]);
  return isWanted ? values : null;
}
