import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Fact } from "../../../../../schemas/fact.ts";
import { type KeyGroup, useKeys } from "../../../keys.ts";
import { HostileText } from "../../../parts/hostile-text.tsx";
import { session } from "../../../session.ts";
import { language } from "../../../texts.ts";
import { KeySign } from "../key-sign.tsx";
import { claimIn } from "../words/claim.ts";
import { EditFields } from "./edit-fields.tsx";
import { formOf, isChanged, readForm } from "./form.ts";
import { t } from "./texts.ts";
import { warningInChinese } from "./warning-words.ts";

/** What is edited: a fact of the file, or the draft of a new one with what should be looked at. */
export interface Editing {
  readonly kind: "correct" | "add";
  readonly fact: Fact;
  readonly warnings: readonly string[];
}

interface EditFormProps extends Editing {
  readonly isSaving: boolean;
  /** @param claim the new fact in words */
  readonly onSave: (after: Fact, reason: string, claim: string) => void;
  readonly onLeave: () => void;
}

/** A fact as a form, beside its article. Ctrl+Enter saves, Escape leaves. */
export function EditForm({ kind, fact, warnings, isSaving, onSave, onLeave }: EditFormProps) {
  const [first] = useState(() => formOf(fact));
  const [form, change] = useState(first);
  const [reason, setReason] = useState("");
  const [isTried, tried] = useState(false);
  const [isLeaving, leaving] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const metrics = session.value?.metrics ?? [];
  const { fact: read, problems } = readForm(form, fact, metrics);
  const isSame = kind === "correct" && !isChanged(form, first);
  // Before the form is painted: keys that come at once are meant for it.
  useLayoutEffect(() => element.current?.querySelector<HTMLInputElement>("input")?.focus(), []);
  const info = metrics.find(({ id }) => id === form.metric);
  const save = () => {
    tried(true);
    if (read !== null && !isSame && !isSaving) onSave(read, reason.trim(), claimIn(read, info, language.value));
  };
  const leave = () => (isChanged(form, first) || reason !== "" ? leaving(true) : onLeave());
  useFormKeys(save, leave);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
    else if (event.key === "Escape") leave();
    else return;
    event.preventDefault();
  };
  return (
    <form
      ref={element}
      class="queue-edit"
      aria-label={t(kind)}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>{t(kind)}</h2>
      <Warnings warnings={warnings} />
      <p class="queue-claim" aria-live="polite">
        <HostileText text={read === null ? "…" : claimIn(read, info, language.value)} />
      </p>
      <EditFields
        fact={fact}
        form={form}
        problems={isTried ? problems : problems.filter(({ name }) => name !== "no-number")}
        read={read}
        onChange={(changes) => change((before) => ({ ...before, ...changes }))}
      />
      <label class="field">
        {t("reason")}
        <input value={reason} maxLength={2_000} onInput={({ currentTarget }) => setReason(currentTarget.value)} />
      </label>
      {isTried && isSame && <p class="bad">{t("unchanged")}</p>}
      {isLeaving ? (
        <LeaveQuestion onDrop={onLeave} onStay={() => leaving(false)} />
      ) : (
        <div class="queue-actions">
          <button type="submit" class="primary" disabled={isSaving} aria-keyshortcuts="Control+Enter">
            {t("save")} <KeySign>Ctrl+Enter</KeySign>
          </button>
          <button type="button" onClick={leave} aria-keyshortcuts="Escape">
            {t("leave")} <KeySign>Esc</KeySign>
          </button>
        </div>
      )}
    </form>
  );
}

/** The form's keys while the focus is outside of its fields. */
function useFormKeys(save: () => void, leave: () => void): void {
  const run = useRef({ save, leave });
  run.current = { save, leave };
  const group = useMemo(
    (): KeyGroup => ({
      title: () => t("correct"),
      keys: [
        { key: "Ctrl+Enter", does: () => t("save"), run: () => run.current.save() },
        { key: "Escape", does: () => t("leave"), run: () => run.current.leave() },
      ],
    }),
    [],
  );
  useKeys(group);
}

function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <div class="queue-note" role="note">
      <strong>{t("warnings")}</strong>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>
            <HostileText text={language.value === "zh" ? warningInChinese(warning) : warning} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function LeaveQuestion({ onDrop, onStay }: { readonly onDrop: () => void; readonly onStay: () => void }) {
  const stay = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => stay.current?.focus(), []);
  return (
    <div class="queue-actions" role="alertdialog" aria-label={t("leaveQuestion")}>
      <span>{t("leaveQuestion")}</span>
      <button type="button" ref={stay} class="primary" onClick={onStay}>
        {t("stay")}
      </button>
      <button type="button" class="danger" onClick={onDrop}>
        {t("drop")}
      </button>
    </div>
  );
}
