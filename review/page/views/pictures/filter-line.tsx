import "./filter-line.css";
import type { ComponentChildren } from "preact";
import type { FacetName, Filter } from "../../../../schemas/review.ts";
import { go } from "../../address.ts";
import { Link } from "../../parts/link.tsx";
import { texts } from "../../texts.ts";
import { toggled } from "../table/filter-changes.ts";
import { FilterChips } from "../table/filter-chips.tsx";

const t = texts({ change: { zh: "在表格里筛选", en: "Filter in the table" } });

interface FilterLineProps {
  readonly filter: Filter;
  readonly children?: ComponentChildren;
}

/** What the view is narrowed to, as in the table, and the way there. */
export function FilterLine({ filter, children }: FilterLineProps) {
  const remove = (name: FacetName, value: string) => go({ filter: toggled(filter, name, value) });
  return (
    <div class="filter-line">
      <Link to={{ view: "table", fact: null }}>{t("change")}</Link>
      <FilterChips filter={filter} onRemove={remove} onClear={() => go({ filter: {} })} />
      {filter.q !== undefined && filter.q !== "" && (
        <button type="button" class="chip" onClick={() => go({ filter: { ...filter, q: "" } })}>
          <bdi>“{filter.q}”</bdi> <span aria-hidden="true">×</span>
        </button>
      )}
      {children}
    </div>
  );
}
