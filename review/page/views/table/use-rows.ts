import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Filter, Position } from "../../../../schemas/review.ts";
import { get } from "../../api.ts";
import { pulse, session } from "../../session.ts";
import { RowWindows } from "./row-windows.ts";

/** Where a list begins to be looked at: a row, its fraction that is above the edge, and whether it is the chosen one. */
export interface Start {
  readonly row: number;
  readonly fraction: number;
  readonly isChosen: boolean;
}

export interface ShownRows {
  readonly windows: RowWindows;
  readonly start: Start;
  /** The file was still being read. */
  readonly isPartial: boolean;
}

/** A fact that keeps its place on the screen while the rows around it are read anew. */
export interface Anchor {
  readonly fact: string;
  readonly row: number;
  readonly fraction: number;
}

const isReading = (): boolean => {
  const loaded = session.value?.loaded;
  return loaded === undefined || loaded.bytes < loaded.of;
};

/** @param fact shown first and chosen, where the rows hold it */
async function openRows(filter: Filter, sort: string, fact: string | null, anchor: Anchor | null): Promise<ShownRows> {
  const isPartial = isReading();
  const wanted = anchor?.fact ?? fact;
  // A fact that cannot be found costs its place, not the rows.
  const position =
    wanted === null ? null : await get<Position>("position", { ...filter, sort, fact: wanted }).catch(() => null);
  const windows = new RowWindows(filter, sort, position?.view ?? null);
  const row = position?.index ?? anchor?.row ?? 0;
  const isChosen = anchor === null && position !== null && position.index !== null;
  await windows.loaded(row);
  return { windows, start: { row, fraction: anchor?.fraction ?? 0, isChosen }, isPartial };
}

/**
 * The rows of a filter and an order; those before them until these are read.
 * @returns null until the first are there; and how to read them anew around an anchor
 */
export function useRows(
  filter: Filter,
  sort: string,
  fact: string | null,
): { readonly shown: ShownRows | null; readonly isOld: boolean; readonly refresh: (anchor: Anchor | null) => void } {
  const key = JSON.stringify([filter, sort]);
  const [state, setState] = useState<{ readonly key: string; readonly shown: ShownRows } | null>(null);
  const turn = useRef(0);
  const isBusy = useRef(false);
  const open = useCallback(
    async (chosen: string | null, anchor: Anchor | null) => {
      const mine = ++turn.current;
      isBusy.current = true;
      const shown = await openRows(filter, sort, chosen, anchor);
      if (mine !== turn.current) return shown.windows.leave();
      isBusy.current = false;
      setState((old) => {
        old?.shown.windows.leave();
        return { key, shown };
      });
    },
    [key],
  );
  useEffect(() => {
    void open(fact, null);
    return () => {
      turn.current++;
    };
  }, [open]);
  useEffect(() => pulse.subscribe(() => state?.shown.windows.expire()), [state]);
  const refresh = useCallback((anchor: Anchor | null) => void (isBusy.current || open(null, anchor)), [open]);
  return { shown: state?.shown ?? null, isOld: state !== null && state.key !== key, refresh };
}
