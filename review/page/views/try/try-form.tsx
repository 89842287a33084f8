import { useId } from "preact/hooks";
import { t } from "./texts.ts";
import { MAX_CHARS, published, text } from "./use-try.ts";

export const TEXT_ID = "try-text";

/** Texts to begin with: one that says a fact, and one that nearly does. */
const SAMPLES = {
  sampleFact: "河曲县36个党政机构精简为22个，事业单位减少75个，每年可节约行政运行经费800余万元。",
  sampleMiss: "河曲县有关负责人介绍，12个部门参加了会议，17名干部发言，会议持续了3个小时。",
} as const;

/** The text, its date, and a button for those who do not want to wait. */
export function TryForm({ isReading, onRun }: { readonly isReading: boolean; readonly onRun: () => void }) {
  const date = useId();
  const over = text.value.length - MAX_CHARS;
  return (
    <form
      class="try-form no-print"
      onSubmit={(event) => {
        event.preventDefault();
        onRun();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
        event.preventDefault();
        onRun();
      }}
    >
      <label for={TEXT_ID}>{t("text")}</label>
      <textarea
        id={TEXT_ID}
        rows={8}
        spellcheck={false}
        value={text.value}
        aria-invalid={over > 0}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
        }}
      />
      {over > 0 && (
        <p class="bad" role="alert">
          {t("tooLong", { n: over })}
        </p>
      )}
      <div class="try-line">
        <label for={date}>{t("date")}</label>
        <input
          id={date}
          type="date"
          title={t("dateWhy")}
          value={published.value}
          onInput={({ currentTarget }) => {
            published.value = currentTarget.value;
          }}
        />
        <button type="submit" class="primary" disabled={over > 0} aria-keyshortcuts="Control+Enter">
          {t(isReading ? "reading" : "run")}
        </button>
        <Samples />
      </div>
    </form>
  );
}

function Samples() {
  return (
    <span>
      {t("samples")}{" "}
      {(["sampleFact", "sampleMiss"] as const).map((name) => (
        <button
          key={name}
          type="button"
          class="plain"
          onClick={() => {
            text.value = SAMPLES[name];
          }}
        >
          {t(name)}
        </button>
      ))}
    </span>
  );
}
