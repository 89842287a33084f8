import { useId, useState } from "preact/hooks";
import { Dialog } from "../parts/dialog.tsx";
import { asking, reviewer, session } from "../session.ts";
import { t } from "./texts.ts";

/** Asks who decides, when somebody waits for it. */
export function ReviewerDialog() {
  return asking.value === null ? null : <NameForm answer={asking.value} />;
}

function NameForm({ answer }: { readonly answer: (name: string) => void }) {
  const [name, setName] = useState(reviewer.value);
  const [form, known] = [useId(), useId()];
  const trimmed = name.trim();
  return (
    <Dialog
      title={t("nameTitle")}
      onClose={() => answer("")}
      buttons={
        <button type="submit" class="primary" form={form} disabled={trimmed === ""}>
          {t("keep")}
        </button>
      }
    >
      <p class="soft">{t("nameWhy")}</p>
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (trimmed !== "") answer(trimmed);
        }}
      >
        <label>
          {t("name")}{" "}
          <input
            autoFocus
            required
            maxLength={100}
            autocomplete="name"
            list={known}
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <datalist id={known}>
          {session.value?.reviewers.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </form>
    </Dialog>
  );
}
