import { useState } from "preact/hooks";
import type { FacetCount, FacetName, Filter } from "../../../../schemas/review.ts";
import { FacetChoice } from "./facet-choice.tsx";
import { valueWords } from "./facet-values.ts";
import { facetName, t } from "./texts.ts";
import { isLong, useLongValues } from "./use-long-values.ts";

const FEW = 6;
/** Called when the box is put on the page, and with null when it goes. */
const focusOnce = (box: HTMLInputElement | null) => box?.focus();

interface FacetListProps {
  readonly name: FacetName;
  readonly counts: readonly FacetCount[];
  readonly filter: Filter;
  readonly version: number;
  /** At first. */
  readonly isOpen: boolean;
  readonly onToggle: (value: string) => void;
}

/** Values of one facet with their counts; of a long list the first, and a box to find the others. */
export function FacetList({ name, counts, filter, version, isOpen, onToggle }: FacetListProps) {
  const chosen = filter[name] ?? [];
  const [isShown, show] = useState(isOpen || chosen.length > 0);
  const [isWhole, showWhole] = useState(false);
  const [sought, seek] = useState("");
  // The counts name documents by their ids alone.
  const isAsked = isLong(name) && isShown && (isWhole || name === "document");
  const asked = useLongValues(name, filter, sought, isAsked, version);
  const all = asked ?? counts;
  const listed = isWhole
    ? found(all, name, sought)
    : all.filter((count, at) => at < FEW || chosen.includes(count.value));
  const find = t("find", { name: facetName(name) });
  return (
    <details open={isShown} onToggle={({ currentTarget }) => show(currentTarget.open)}>
      <summary>
        {facetName(name)}
        {chosen.length > 0 && <span class="badge corrected">{t("chosen", { n: chosen.length })}</span>}
      </summary>
      {isWhole && (
        <input
          ref={focusOnce}
          type="search"
          aria-label={find}
          placeholder={find}
          value={sought}
          onInput={({ currentTarget }) => seek(currentTarget.value)}
        />
      )}
      <ul class={isWhole ? "whole" : ""}>
        {listed.map((count) => (
          <li key={count.value}>
            <FacetChoice {...{ name, count, onToggle }} isChosen={chosen.includes(count.value)} />
          </li>
        ))}
        {listed.length === 0 && <li class="soft">{t("nothingFound")}</li>}
      </ul>
      {(isWhole || counts.length > FEW) && (
        <button
          type="button"
          class="plain"
          aria-expanded={isWhole}
          onClick={() => {
            showWhole(!isWhole);
            seek("");
          }}
        >
          {t(isWhole ? "fewer" : "more")}
          <span class="unseen-to-eyes">{facetName(name)}</span>
        </button>
      )}
    </details>
  );
}

/** The words that people see count; a long list was searched by the server. */
function found(counts: readonly FacetCount[], name: FacetName, sought: string): readonly FacetCount[] {
  if (isLong(name)) return counts;
  const words = sought.toLowerCase();
  return counts.filter((count) => `${valueWords(name, count)} ${count.value}`.toLowerCase().includes(words));
}
