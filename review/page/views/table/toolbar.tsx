import type { Filter } from "../../../../schemas/review.ts";
import { ExportMenu } from "./export-menu.tsx";
import { choices } from "./filter-changes.ts";
import { SearchBox } from "./search-box.tsx";
import { SortSelect } from "./sort-select.tsx";
import { t } from "./texts.ts";

interface ToolbarProps {
  readonly filter: Filter;
  readonly sort: string;
  readonly total: number | null;
  /** The total is of the filter before. */
  readonly isOld: boolean;
  readonly hasFilters: boolean;
  /** Id of the panel of filters. */
  readonly panel: string;
  readonly onFilters: () => void;
  readonly onSearch: (q: string) => void;
  readonly onSort: (sort: string) => void;
  readonly onLeaveSearch: () => void;
}

/** Above the table: filters, search, how many there are, and export. */
export function Toolbar(props: ToolbarProps) {
  const { filter, sort, total, isOld, hasFilters, panel, onFilters, onSearch, onSort, onLeaveSearch } = props;
  const chosen = choices(filter).length;
  return (
    <search class="toolbar no-print">
      <button
        type="button"
        aria-expanded={hasFilters}
        aria-controls={hasFilters ? panel : undefined}
        aria-keyshortcuts="f"
        onClick={onFilters}
      >
        {t("filters")}
        {chosen > 0 && <span class="badge corrected">{chosen}</span>}
      </button>
      <SearchBox q={filter.q ?? ""} onSearch={onSearch} onLeave={onLeaveSearch} />
      <output class={`number${isOld ? " soft" : ""}`}>
        {total === null ? t("counting") : t("total", { n: total })}
      </output>
      <SortSelect {...{ sort, onSort }} />
      <ExportMenu filter={filter} total={total ?? 0} />
    </search>
  );
}
