import type { ExampleForm } from "../../../../../schemas/review.ts";
import { Dialog } from "../../../parts/dialog.tsx";
import { t } from "../texts.ts";
import { DigitMenu } from "./digit-menu.tsx";

export type ExampleKind = ExampleForm["kind"];
const KINDS: readonly ExampleKind[] = ["gives", "silent", "knownMiss"];

interface ExampleDialogProps {
  readonly onChoose: (kind: ExampleKind) => void;
  readonly onClose: () => void;
}

/** Asks what a fact is an example of, where no decision has said so. */
export function ExampleDialog({ onChoose, onClose }: ExampleDialogProps) {
  return (
    <Dialog title={t("exampleTitle")} onClose={onClose}>
      <DigitMenu
        choices={KINDS.map((kind, i) => ({ digit: String(i + 1), label: t(kind), run: () => onChoose(kind) }))}
      />
    </Dialog>
  );
}
