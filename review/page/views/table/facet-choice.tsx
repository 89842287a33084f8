import { useId } from "preact/hooks";
import type { FacetCount, FacetName } from "../../../../schemas/review.ts";
import { HostileText } from "../../parts/hostile-text.tsx";
import { metricTitle } from "../../terms.ts";
import { valueWords } from "./facet-values.ts";

interface FacetChoiceProps {
  readonly name: FacetName;
  readonly count: FacetCount;
  readonly isChosen: boolean;
  readonly onToggle: (value: string) => void;
}

/** One value of a facet: a box to check, and how many facts there are of it. */
export function FacetChoice({ name, count, isChosen, onToggle }: FacetChoiceProps) {
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
