import { useId, useState } from "preact/hooks";
import type { FacetCount, FacetName } from "../../../../schemas/review.ts";
import { HostileText } from "../../parts/hostile-text.tsx";
import { metricTitle } from "../../terms.ts";
import { valueWords } from "./facet-values.ts";
import { facetName, t } from "./texts.ts";

const FEW = 6;

interface FacetListProps {
  readonly name: FacetName;
  readonly counts: readonly FacetCount[];
  readonly chosen: readonly string[];
  readonly isOpen: boolean;
  readonly onToggle: (value: string) => void;
}

/** Values of one facet with their counts; of a long list the first, and a box to find the others. */
export function FacetList({ name, counts, chosen, isOpen, onToggle }: FacetListProps) {
  const [isWhole, showWhole] = useState(false);
  const [sought, seek] = useState("");
  const matches = counts.filter((count) => valueWords(name, count).toLowerCase().includes(sought.toLowerCase()));
  const listed = isWhole ? matches : counts.filter(({ value }, index) => index < FEW || chosen.includes(value));
  return (
    <details open={isOpen || chosen.length > 0}>
      <summary>
        {facetName(name)}
        {chosen.length > 0 && <span class="badge corrected">{t("chosen", { n: chosen.length })}</span>}
      </summary>
      {isWhole && (
        <input
          type="search"
          aria-label={t("find", { name: facetName(name) })}
          placeholder={t("find", { name: facetName(name) })}
          value={sought}
          onInput={({ currentTarget }) => seek(currentTarget.value)}
        />
      )}
      <ul class={isWhole ? "whole" : ""}>
        {listed.map((count) => (
          <li key={count.value}>
            <Choice {...{ name, count, onToggle }} isChosen={chosen.includes(count.value)} />
          </li>
        ))}
        {listed.length === 0 && <li class="soft">{t("nothingFound")}</li>}
      </ul>
      {counts.length > FEW && (
        <button type="button" class="plain" onClick={() => showWhole(!isWhole)} aria-expanded={isWhole}>
          {t(isWhole ? "fewer" : "more")}
          <span class="unseen-to-eyes">{facetName(name)}</span>
        </button>
      )}
    </details>
  );
}

interface ChoiceProps {
  readonly name: FacetName;
  readonly count: FacetCount;
  readonly isChosen: boolean;
  readonly onToggle: (value: string) => void;
}

function Choice({ name, count, isChosen, onToggle }: ChoiceProps) {
  const id = useId();
  const words = valueWords(name, count);
  return (
    <label for={id} title={name === "metric" ? metricTitle(count.value) : words}>
      <input
        id={id}
        type="checkbox"
        data-facet={name}
        data-value={count.value}
        checked={isChosen}
        onChange={() => onToggle(count.value)}
      />
      <span class="facet-value">
        <HostileText text={words} />
      </span>
      <span class="number soft">{count.count.toLocaleString("en-US")}</span>
    </label>
  );
}
