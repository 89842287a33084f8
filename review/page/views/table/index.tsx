import "./table.css";
import "./grid.css";
import { useMemo, useState } from "preact/hooks";
import type { FacetName } from "../../../../schemas/review.ts";
import { address, go } from "../../address.ts";
import { FacetPanel } from "./facet-panel.tsx";
import { FactGrid } from "./fact-grid.tsx";
import { searched, toggled } from "./filter-changes.ts";
import { FilterChips } from "./filter-chips.tsx";
import { Nothing } from "./nothing.tsx";
import { Toolbar } from "./toolbar.tsx";
import type { KeyTargets } from "./use-cursor.ts";
import { useFacets } from "./use-facets.ts";
import { useRows } from "./use-rows.ts";

const PANEL = "facets";
const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();

/** Facts as a table: facets at the side, a search, sorting, and a row for each fact. */
export default function TableView() {
  const { filter, sort, fact } = address.value;
  const [hasFilters, showFilters] = useState(() => matchMedia("(min-width: 60rem)").matches);
  const counted = useFacets(filter);
  const rows = useRows(filter, sort, fact);
  const targets = useMemo(
    (): KeyTargets => ({
      search: () => focus(".search"),
      filters: () => {
        showFilters(true);
        requestAnimationFrame(() => focus(`#${PANEL} summary`));
      },
      open: (id) => go({ view: "queue", fact: id }),
    }),
    [],
  );
  const toggle = (name: FacetName, value: string) => go({ filter: toggled(filter, name, value), fact: null });
  const total = rows.shown?.windows.total.value ?? null;
  const error = rows.shown?.windows.error.value ?? null;
  return (
    <div class={`table-view${hasFilters ? " with-filters" : ""}`}>
      <Toolbar
        {...{ filter, sort, total, hasFilters }}
        panel={PANEL}
        isOld={rows.isOld}
        onFilters={() => showFilters(!hasFilters)}
        onSearch={(q) => q !== (filter.q ?? "") && go({ filter: searched(filter, q), fact: null }, { replace: true })}
        onSort={(next) => go({ sort: next, fact: null })}
        onLeaveSearch={() => focus("#fact-grid")}
      />
      {hasFilters && (
        <FacetPanel id={PANEL} facets={counted.facets} isOld={counted.isOld} {...{ filter }} onToggle={toggle} />
      )}
      <section class="facts">
        <FilterChips filter={filter} onRemove={toggle} onClear={() => go({ filter: {}, fact: null })} />
        {total === 0 || error !== null || total === null ? (
          <Nothing {...{ filter, total, error }} onAgain={() => rows.refresh(null)} />
        ) : null}
        {rows.shown !== null && total !== null && (
          <FactGrid
            shown={rows.shown}
            isOld={rows.isOld}
            facets={counted.isOld ? null : counted.facets}
            targets={targets}
            onRefresh={rows.refresh}
          />
        )}
      </section>
    </div>
  );
}
