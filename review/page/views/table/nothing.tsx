import type { Filter } from "../../../../schemas/review.ts";
import { go } from "../../address.ts";
import { ApiError } from "../../api.ts";
import { HostileText } from "../../parts/hostile-text.tsx";
import { isFiltered } from "./filter-changes.ts";
import { t } from "./texts.ts";

interface NothingProps {
  readonly filter: Filter;
  /** Null while nothing has been answered. */
  readonly total: number | null;
  readonly error: unknown;
  readonly onAgain: () => void;
}

/** Why there are no rows, and what can be done. */
export function Nothing({ filter, total, error, onAgain }: NothingProps) {
  if (error !== null) return <Failed {...{ error, onAgain }} />;
  if (total === null) return <p class="notice soft">{t("counting")}</p>;
  if (!isFiltered(filter)) {
    return (
      <div class="notice">
        <h2>{t("emptyFile")}</h2>
        <p class="soft">{t("emptyFileWhy")}</p>
      </div>
    );
  }
  return (
    <div class="notice">
      <h2>{t("noMatch")}</h2>
      <p class="soft">{t("noMatchWhy")}</p>
      <button type="button" onClick={() => go({ filter: {} })}>
        {t("clearAll")}
      </button>
    </div>
  );
}

function Failed({ error, onAgain }: Pick<NothingProps, "error" | "onAgain">) {
  const why = error instanceof Error ? error.message : String(error);
  return (
    <div class="notice" role="alert">
      <h2>
        <HostileText text={t("failed", { why })} />
      </h2>
      {error instanceof ApiError && (
        <p class="soft">
          <HostileText text={error.remedy} />
        </p>
      )}
      <button type="button" onClick={onAgain}>
        {t("again")}
      </button>
    </div>
  );
}
