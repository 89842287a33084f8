import { HostileText } from "../../parts/hostile-text.tsx";
import type { Saving } from "./state/saving.ts";
import { t } from "./texts.ts";

/** So that Enter tries again, and the hands stay on the keys. */
const focusOnce = (button: HTMLButtonElement | null) => button?.focus();

interface PendingNoticeProps {
  readonly saving: Saving;
  readonly onRetry: () => void;
}

/** A decision that is not saved yet, or could not be: it stays here until it is, or is dropped. */
export function PendingNotice({ saving, onRetry }: PendingNoticeProps) {
  const pending = saving.pending.value;
  if (pending === null) return null;
  const { claim, error } = pending;
  if (error === null) return <p class="queue-pending soft">{t("saving")}</p>;
  return (
    <div class="queue-pending queue-note bad" role="alert">
      <p>
        <HostileText text={t("notSaved", { what: claim })} />
      </p>
      <p>
        <HostileText text={`${error.message}. ${error.remedy}`} />
      </p>
      <button type="button" class="primary" onClick={onRetry} ref={focusOnce}>
        {t("retry")}
      </button>{" "}
      <button type="button" onClick={() => saving.drop()}>
        {t("drop")}
      </button>
    </div>
  );
}
