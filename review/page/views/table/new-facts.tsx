import { useEffect } from "preact/hooks";
import type { Facets } from "../../../../schemas/review.ts";
import { t } from "./texts.ts";
import type { ShownRows } from "./use-rows.ts";

interface NewFactsProps {
  readonly shown: ShownRows;
  readonly facets: Facets | null;
  readonly onRefresh: () => void;
}

/** Says that there are facts the rows do not show yet. While the file is first read they are shown without asking. */
export function NewFacts({ shown, facets, onRefresh }: NewFactsProps) {
  const { windows, isPartial } = shown;
  const isLater = facets !== null && windows.version !== null && facets.version > windows.version;
  const more = isLater ? facets.total - (windows.total.value ?? 0) : 0;
  const isAsked = more !== 0 && !isPartial && windows.total.value !== 0;
  useEffect(() => {
    if (more !== 0 && !isAsked) onRefresh();
  }, [more, isAsked]);
  return (
    <div role="status" class="new-facts no-print">
      {isAsked && (
        <button type="button" class="primary" onClick={onRefresh}>
          {more > 0 ? t("added", { n: more }) : t("altered")}
        </button>
      )}
    </div>
  );
}
