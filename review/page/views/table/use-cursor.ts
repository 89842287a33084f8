import { useEffect, useMemo, useState } from "preact/hooks";
import { go } from "../../address.ts";
import { type KeyGroup, useKeys } from "../../keys.ts";
import { t } from "./texts.ts";
import type { ShownRows } from "./use-rows.ts";
import type { ScrolledRows } from "./use-scroll.ts";

/** The address follows the chosen row when it rests: browsers count how often it changes. */
const REST_MS = 250;

/** Where keys of the view lead. */
export interface KeyTargets {
  readonly search: () => void;
  readonly filters: () => void;
  readonly open: (fact: string) => void;
}

/** The chosen row, moved by keys; -1 where there is none. */
export function useCursor(
  { windows, start }: ShownRows,
  scrolled: ScrolledRows,
  targets: KeyTargets,
): { readonly cursor: number; readonly choose: (index: number) => void } {
  const [cursor, choose] = useState(start.isChosen ? start.row : -1);
  const total = windows.total.value ?? 0;
  const fact = windows.row(cursor)?.id;
  useEffect(() => {
    if (fact === undefined) return;
    const timer = setTimeout(() => go({ fact }, { replace: true }), REST_MS);
    return () => clearTimeout(timer);
  }, [fact]);
  const page = Math.max(1, scrolled.seen.last - scrolled.seen.first - 2);
  const move = (index: number) => {
    if (total === 0) return;
    const next = Math.min(total - 1, Math.max(0, index));
    choose(next);
    scrolled.show(next);
  };
  const isSeen = cursor >= scrolled.seen.first && cursor < scrolled.seen.last;
  const by = (steps: number) =>
    move(cursor < 0 || (!isSeen && Math.abs(steps) === 1) ? scrolled.seen.first : cursor + steps);
  const open = () => fact !== undefined && targets.open(fact);
  const actions = { ...targets, by, move, open, page, last: total - 1 };
  useKeys(useKeyGroup(actions));
  return { cursor, choose };
}

interface Actions extends Omit<KeyTargets, "open"> {
  readonly by: (steps: number) => void;
  readonly move: (index: number) => void;
  readonly open: () => void;
  readonly page: number;
  readonly last: number;
}

/** One group for as long as the view is shown, which does what the last drawing says. */
function useKeyGroup(actions: Actions): KeyGroup {
  const latest = useMemo(() => ({ current: actions }), []);
  latest.current = actions;
  return useMemo((): KeyGroup => {
    const now = () => latest.current;
    return {
      title: () => t("keys"),
      keys: [
        { key: "ArrowDown", does: () => t("keyDown"), run: () => now().by(1) },
        { key: "ArrowUp", does: () => t("keyUp"), run: () => now().by(-1) },
        { key: "j", does: () => t("keyDown"), run: () => now().by(1), hidden: true },
        { key: "k", does: () => t("keyUp"), run: () => now().by(-1), hidden: true },
        { key: "PageDown", does: () => t("keyPage"), run: () => now().by(now().page) },
        { key: "PageUp", does: () => t("keyPageUp"), run: () => now().by(-now().page) },
        { key: "Home", does: () => t("keyFirst"), run: () => now().move(0) },
        { key: "End", does: () => t("keyLast"), run: () => now().move(now().last) },
        { key: "Enter", does: () => t("keyOpen"), run: () => now().open() },
        { key: "/", does: () => t("keySearch"), run: () => now().search() },
        { key: "f", does: () => t("keyFilters"), run: () => now().filters() },
      ],
    };
  }, [latest]);
}
