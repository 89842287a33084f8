import type { Role } from "../../../../schemas/decision.ts";
import { address, go } from "../../address.ts";
import { searched } from "../table/filter-changes.ts";
import { SearchBox } from "../table/search-box.tsx";
import { ActionButton } from "./action-button.tsx";
import { chooseScript, SCRIPTS, script } from "./article/script-choice.ts";
import { t as articleText } from "./article/texts.ts";
import type { QueueAction } from "./key-table.ts";
import type { Queue } from "./state/queue.ts";
import { t } from "./texts.ts";

interface BarProps {
  readonly queue: Queue;
  readonly reveals: boolean;
  readonly onAction: (action: QueueAction) => void;
}

/** Where one is in the view, and what goes for all of it. */
export function Bar({ queue, reveals, onAction }: BarProps) {
  const { filter } = address.value;
  const chosen = Object.keys(filter).filter((name) => name !== "q").length;
  return (
    <div class="queue-bar no-print">
      <Place queue={queue} />
      <SearchBox
        q={filter.q ?? ""}
        onSearch={(q) => q !== (filter.q ?? "") && go({ filter: searched(filter, q), fact: null })}
        onLeave={() => document.activeElement instanceof HTMLElement && document.activeElement.blur()}
      />
      <ActionButton
        action="filter"
        label={chosen === 0 ? t("filter") : `${t("filter")} (${chosen})`}
        onAction={onAction}
      />
      <ScriptSwitch />
      <ActionButton action="reveal" pressed={reveals} onAction={onAction} />
      <RoleSwitch role={queue.view.role} />
    </div>
  );
}

function Place({ queue }: { readonly queue: Queue }) {
  const { shown, total, decided } = queue;
  const index = shown.value?.index;
  if (shown.value === null) return <span class="queue-place">{t("loading")}</span>;
  return (
    <span class="queue-place">
      <span class="number">
        {index === null || index === undefined
          ? t("placeOutside")
          : t("place", { place: index + 1, total: total.value, decided: decided.value })}
      </span>
      <progress max={Math.max(1, total.value)} value={decided.value} aria-label={t("progress")} />
    </span>
  );
}

function ScriptSwitch() {
  return (
    <fieldset class="queue-switch" aria-keyshortcuts="t">
      <legend class="unseen-to-eyes">{articleText("script")}</legend>
      {SCRIPTS.map((each) => (
        <button
          key={each}
          type="button"
          title={t("text")}
          aria-pressed={script.value === each}
          onClick={() => chooseScript(each)}
        >
          {articleText(each)}
        </button>
      ))}
    </fieldset>
  );
}

function RoleSwitch({ role }: { readonly role: Role }) {
  return (
    <label class="queue-role">
      <span class="unseen-to-eyes">{t("role")}</span>
      <select
        value={role}
        onChange={({ currentTarget }) =>
          go({ free: { role: currentTarget.value === "adjudicator" ? "adjudicator" : null } })
        }
      >
        <option value="reviewer">{t("reviewerRole")}</option>
        <option value="adjudicator">{t("adjudicatorRole")}</option>
      </select>
    </label>
  );
}
