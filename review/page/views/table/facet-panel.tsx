import type { FacetCount, FacetName, Facets, Filter } from "../../../../schemas/review.ts";
import { FacetList } from "./facet-list.tsx";
import { t } from "./texts.ts";

/** TABLE of the facets as they stand below each other; those that are open at first. */
const ORDER: readonly (readonly [name: FacetName, isOpen: boolean])[] = [
  ["status", true],
  ["metric", true],
  ["province", true],
  ["subject", true],
  ["checks", true],
  ["confidence", true],
  ["document", false],
  ["publisher", false],
  ["modality", false],
  ["bound", false],
  ["reviewer", false],
];

const ascending = (counts: readonly FacetCount[]): readonly FacetCount[] =>
  counts.toSorted((a, b) => Number(a.value) - Number(b.value));

interface FacetPanelProps {
  readonly id: string;
  readonly facets: Facets | null;
  readonly isOld: boolean;
  readonly filter: Filter;
  readonly onToggle: (name: FacetName, value: string) => void;
}

/** All facets; the counts of the filter before are dimmed until the new ones are there. */
export function FacetPanel({ id, facets, isOld, filter, onToggle }: FacetPanelProps) {
  return (
    <aside id={id} class="facets no-print" aria-label={t("filters")} aria-busy={isOld || facets === null}>
      {facets !== null &&
        ORDER.map(([name, isOpen]) => (
          <FacetList
            key={name}
            {...{ name, isOpen, filter }}
            counts={name === "confidence" ? ascending(facets.facets[name]) : facets.facets[name]}
            version={facets.version}
            onToggle={(value) => onToggle(name, value)}
          />
        ))}
    </aside>
  );
}
