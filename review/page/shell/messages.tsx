import { useEffect } from "preact/hooks";
import { dismiss, type Message, message } from "../messages.ts";
import { HostileText } from "../parts/hostile-text.tsx";
import { t } from "./texts.ts";

const SHOWN_MS = 4_000;

/** What was just done, or why not; screen readers hear both. */
export function Messages() {
  const current = message.value;
  useEffect(() => {
    if (current?.kind !== "done") return;
    const timer = setTimeout(() => message.value === current && dismiss(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [current]);
  return (
    <div class="messages">
      <div role="status" aria-live="polite">
        {current?.kind === "done" && <Words key={current.number} {...current} />}
      </div>
      <div role="alert">{current?.kind === "error" && <Words key={current.number} {...current} />}</div>
    </div>
  );
}

function Words({ kind, text, remedy }: Message) {
  return (
    <div class={`message ${kind}`}>
      <div>
        <p>
          <HostileText text={text} />
        </p>
        {remedy !== null && (
          <p class="soft">
            {t("remedy")}
            <HostileText text={remedy} />
          </p>
        )}
      </div>
      <button type="button" class="plain" onClick={dismiss} aria-label={t("close")} title={t("close")}>
        ×
      </button>
    </div>
  );
}
