import { useEffect, useLayoutEffect } from "preact/hooks";
import type { Facets } from "../../../../schemas/review.ts";
import { go } from "../../address.ts";
import { HostileText } from "../../parts/hostile-text.tsx";
import { NewFacts } from "./new-facts.tsx";
import { TableHead } from "./table-head.tsx";
import { rowId, TableRows } from "./table-rows.tsx";
import { t } from "./texts.ts";
import { type KeyTargets, useCursor } from "./use-cursor.ts";
import type { Anchor, ShownRows } from "./use-rows.ts";
import { useScroll } from "./use-scroll.ts";

interface FactGridProps {
  readonly shown: ShownRows;
  readonly isOld: boolean;
  /** Counts of today, which tell whether the rows are still all there are. */
  readonly facets: Facets | null;
  readonly targets: KeyTargets;
  readonly onRefresh: (anchor: Anchor | null) => void;
}

/** The table itself: of a million rows those are drawn that are seen. */
export function FactGrid({ shown, isOld, facets, targets, onRefresh }: FactGridProps) {
  const { windows, start } = shown;
  const total = windows.total.value ?? 0;
  windows.changes.value; // drawn again with each answer
  const scrolled = useScroll(total);
  const { cursor, choose } = useCursor(shown, scrolled, targets);
  const { first, last, fraction, seen } = scrolled;
  useLayoutEffect(() => {
    const rowsAbove = start.isChosen ? Math.floor((seen.last - seen.first) / 3) : 0;
    scrolled.putAt(start.row + start.fraction - rowsAbove);
    choose(start.isChosen ? start.row : -1);
  }, [start]);
  useEffect(() => windows.want(first, last - 1), [windows, first, last]);
  const refresh = () => {
    const fact = windows.row(seen.first)?.id;
    onRefresh(fact === undefined || seen.first === 0 ? null : { fact, row: seen.first, fraction });
  };
  return (
    <>
      <NewFacts {...{ shown, facets, onRefresh: refresh }} />
      <div ref={scrolled.box} class={`grid-box${isOld ? " old" : ""}`}>
        <div ref={scrolled.probe} class="row-probe" aria-hidden="true" />
        <table
          id="fact-grid"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows can be chosen
          role="grid"
          tabIndex={0}
          aria-label={t("table")}
          aria-rowcount={total + 1}
          aria-busy={isOld}
          aria-activedescendant={cursor >= first && cursor < last ? rowId(cursor) : undefined}
        >
          <caption>
            {t("printed", { first: first + 1, last, total })}
            {windows.filter.q !== undefined && (
              <>
                {" "}
                · {t("search")} <HostileText text={windows.filter.q} />
              </>
            )}
          </caption>
          <TableHead sort={windows.sort} onSort={(sort) => go({ sort, fact: null })} />
          <TableRows {...{ windows, scrolled, cursor }} onChoose={choose} onOpen={({ id }) => targets.open(id)} />
        </table>
      </div>
    </>
  );
}
