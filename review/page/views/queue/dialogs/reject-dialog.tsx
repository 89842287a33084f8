import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Dialog } from "../../../parts/dialog.tsx";
import { language } from "../../../texts.ts";
import { OTHER_DIGIT, REASONS } from "../reasons.ts";
import { t } from "../texts.ts";
import { DigitMenu } from "./digit-menu.tsx";

interface RejectDialogProps {
  readonly onReject: (reason: string) => void;
  readonly onClose: () => void;
}

/** Why a fact is rejected: one digit, or words after 0. */
export function RejectDialog({ onReject, onClose }: RejectDialogProps) {
  const [isOther, other] = useState(false);
  const choices = REASONS.map(({ digit, id, ...names }) => ({
    digit,
    label: names[language.value],
    run: () => onReject(id),
  }));
  return (
    <Dialog title={t("rejectWhy")} onClose={onClose}>
      {isOther ? (
        <OtherReason onReject={onReject} />
      ) : (
        <>
          <p class="soft">{t("rejectHow")}</p>
          <DigitMenu choices={[...choices, { digit: OTHER_DIGIT, label: t("otherReason"), run: () => other(true) }]} />
        </>
      )}
    </Dialog>
  );
}

function OtherReason({ onReject }: Pick<RejectDialogProps, "onReject">) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <form
      class="queue-reason"
      onSubmit={(event) => {
        event.preventDefault();
        const words = input.current?.value.trim() ?? "";
        if (words !== "") onReject(words);
      }}
    >
      <label class="field">
        {t("otherReason")}
        <input ref={input} required maxLength={2_000} />
      </label>
      <button type="submit" class="primary">
        {t("reject")}
      </button>
    </form>
  );
}
