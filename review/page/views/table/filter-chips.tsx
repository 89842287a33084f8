import type { FacetName, Filter } from "../../../../schemas/review.ts";
import { HostileText } from "../../parts/hostile-text.tsx";
import { valueWords } from "./facet-values.ts";
import { choices, isFiltered } from "./filter-changes.ts";
import { facetName, t } from "./texts.ts";

interface FilterChipsProps {
  readonly filter: Filter;
  readonly onRemove: (name: FacetName, value: string) => void;
  readonly onClear: () => void;
}

/** What is chosen, each with a way to take it back. */
export function FilterChips({ filter, onRemove, onClear }: FilterChipsProps) {
  if (!isFiltered(filter)) return null;
  return (
    <ul class="chips">
      {choices(filter).map(({ name, value }) => {
        const words = valueWords(name, { value });
        return (
          <li key={`${name} ${value}`}>
            <button
              type="button"
              class="chip"
              aria-label={t("remove", { name: facetName(name), value: words })}
              onClick={() => onRemove(name, value)}
            >
              <span class="soft">{facetName(name)}</span> <HostileText text={words} />
              <span class="no-print" aria-hidden="true">
                ×
              </span>
            </button>
          </li>
        );
      })}
      <li class="no-print">
        <button type="button" class="plain" onClick={onClear}>
          {t("clearAll")}
        </button>
      </li>
    </ul>
  );
}
