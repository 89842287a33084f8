import { useId, useState } from "preact/hooks";
import type { MetricInfo } from "../../../../../schemas/review.ts";
import { HostileText } from "../../../parts/hostile-text.tsx";
import { session } from "../../../session.ts";
import { metricName } from "../metric-name.tsx";
import { searchMetrics } from "./metric-search.ts";
import { t } from "./texts.ts";

interface MetricBoxProps {
  readonly label: string;
  /** Id of the chosen metric, "" before one is chosen. */
  readonly chosen: string;
  readonly onChoose: (metric: MetricInfo) => void;
  readonly problem?: string | undefined;
}

/** A list of metrics that is searched by name, id or meaning: a combobox, worked by arrows and Enter. */
export function MetricBox({ label, chosen, onChoose, problem }: MetricBoxProps) {
  const id = useId();
  const [typed, type] = useState<string | null>(null);
  const [at, move] = useState(0);
  const found = typed === null ? [] : searchMetrics(session.value?.metrics ?? [], typed).slice(0, MOST);
  const choose = (metric: MetricInfo | undefined) => {
    if (metric !== undefined) onChoose(metric);
    type(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      if (typed === null) type("");
      else move(Math.max(0, Math.min(found.length - 1, at + step)));
    } else if (event.key === "Enter" && typed !== null) choose(found[at]);
    else if (event.key === "Escape" && typed !== null) type(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="metric-box">
      <label for={id}>{label}</label>
      <input
        id={id}
        role="combobox"
        aria-expanded={typed !== null}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-invalid={problem !== undefined}
        aria-activedescendant={typed !== null && found.length > 0 ? `${id}-${at}` : undefined}
        autocomplete="off"
        placeholder={t("metricHint")}
        value={typed ?? (chosen === "" ? "" : metricName(chosen))}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onInput={({ currentTarget }) => {
          type(currentTarget.value);
          move(0);
        }}
        onBlur={() => type(null)}
        onKeyDown={onKeyDown}
      />
      {problem !== undefined && <p class="bad">{problem}</p>}
      <Options id={id} found={found} at={at} isOpen={typed !== null} onChoose={choose} />
    </div>
  );
}

const MOST = 60;

interface OptionsProps {
  readonly id: string;
  readonly found: readonly MetricInfo[];
  readonly at: number;
  readonly isOpen: boolean;
  readonly onChoose: (metric: MetricInfo) => void;
}

function Options({ id, found, at, isOpen, onChoose }: OptionsProps) {
  return (
    <div id={`${id}-list`} role="listbox" class="metric-options" hidden={!isOpen || found.length === 0}>
      {found.map((metric, i) => (
        <div
          key={metric.id}
          tabIndex={-1}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === at}
          ref={(element) => {
            if (i === at && isOpen) element?.scrollIntoView({ block: "nearest" });
          }}
          // Before the input loses the focus, which closes the list.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(metric);
          }}
        >
          <HostileText text={metric.label} /> <code>{metric.id}</code> <span class="soft">{metric.doc}</span>
        </div>
      ))}
    </div>
  );
}
