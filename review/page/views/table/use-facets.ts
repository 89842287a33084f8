import { useEffect, useState } from "preact/hooks";
import type { Facets, Filter } from "../../../../schemas/review.ts";
import { get } from "../../api.ts";
import { pulse } from "../../session.ts";

/** Counts that change with each pulse are read at most so often. */
const PAUSE_MS = 1_000;

export interface CountedFacets {
  /** The last counts, of this filter or the one before it; null until the first. */
  readonly facets: Facets | null;
  /** They are of the filter before. */
  readonly isOld: boolean;
  readonly error: unknown;
}

/** Counts under a filter, followed while the facts change. */
export function useFacets(filter: Filter): CountedFacets {
  const key = JSON.stringify(filter);
  const [state, setState] = useState<{ readonly key: string; readonly facets: Facets } | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const left = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let version = -1;
    const read = async () => {
      try {
        const facets = await get<Facets>("facets", { ...filter }, left.signal);
        version = facets.version;
        setState({ key, facets });
        setError(null);
      } catch (cause) {
        if (left.signal.aborted) return;
        setError(cause);
      }
      timer = setTimeout(readOn, PAUSE_MS);
    };
    const readOn = () => {
      timer = undefined;
      if ((pulse.value?.version ?? -1) > version) void read();
    };
    void read();
    const stop = pulse.subscribe(() => {
      // While one is read, or the pause lasts, its end looks for what came meanwhile.
      if (timer === undefined && version >= 0) readOn();
    });
    return () => {
      left.abort();
      clearTimeout(timer);
      stop();
    };
  }, [key]);
  return { facets: state?.facets ?? null, isOld: state !== null && state.key !== key, error };
}
