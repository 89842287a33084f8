import "../../table/table.css";
import type { FacetName, Filter } from "../../../../../schemas/review.ts";
import { address, go } from "../../../address.ts";
import { Dialog } from "../../../parts/dialog.tsx";
import { FacetPanel } from "../../table/facet-panel.tsx";
import { toggled } from "../../table/filter-changes.ts";
import { FilterChips } from "../../table/filter-chips.tsx";
import { useFacets } from "../../table/use-facets.ts";
import { t } from "../texts.ts";

/** The facets of the table, for the queue. */
export function FilterDialog({ onClose }: { readonly onClose: () => void }) {
  const { filter } = address.value;
  const { facets, isOld } = useFacets(filter);
  const narrow = (next: Filter) => go({ filter: next, fact: null });
  const toggle = (name: FacetName, value: string) => narrow(toggled(filter, name, value));
  return (
    <Dialog title={t("filter")} onClose={onClose}>
      <FilterChips filter={filter} onRemove={toggle} onClear={() => narrow({})} />
      <FacetPanel id="queue-facets" facets={facets} isOld={isOld} filter={filter} onToggle={toggle} />
    </Dialog>
  );
}
