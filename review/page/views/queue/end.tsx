import { address, go } from "../../address.ts";
import { addressOf } from "../../api.ts";
import { Link } from "../../parts/link.tsx";
import type { Queue } from "./state/queue.ts";
import type { Saving } from "./state/saving.ts";
import { t } from "./texts.ts";

/** What was done, and where to go from here. */
export function End({ queue, saving }: { readonly queue: Queue; readonly saving: Saving }) {
  const { filter } = address.value;
  return (
    <section class="notice queue-end">
      <h2>{t("doneTitle")}</h2>
      <p>{t("doneText", { total: queue.total.value, decided: queue.decided.value })}</p>
      <p>{t("doneSession", saving.counts.value)}</p>
      <p class="queue-actions">
        <a class="button primary" href={addressOf("export", { ...filter, to: "xlsx" })} download>
          {t("exportWorkbook")}
        </a>
        <a class="button" href={addressOf("export", { ...filter, to: "csv", bom: true })} download>
          {t("exportCsv")}
        </a>
        <Link class="button" to={{ view: "table", fact: null }}>
          {t("toTable")}
        </Link>
        <Link class="button" to={{ view: "agreement", fact: null }}>
          {t("toAgreement")}
        </Link>
        <button type="button" onClick={() => void queue.restart()}>
          {t("again")}
        </button>
      </p>
    </section>
  );
}

/** No fact at all: of the file, or under the filter. */
export function Empty() {
  const isFiltered = Object.keys(address.value.filter).length > 0;
  return (
    <section class="notice">
      <p>{t(isFiltered ? "nothing" : "nothingAtAll")}</p>
      {isFiltered && (
        <button type="button" onClick={() => go({ filter: {}, fact: null })}>
          {t("clearFilter")}
        </button>
      )}
    </section>
  );
}
