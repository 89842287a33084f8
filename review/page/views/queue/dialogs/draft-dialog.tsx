import { useState } from "preact/hooks";
import type { Draft } from "../../../../../schemas/review.ts";
import { post } from "../../../api.ts";
import { complain } from "../../../messages.ts";
import { Dialog } from "../../../parts/dialog.tsx";
import { HostileText } from "../../../parts/hostile-text.tsx";
import type { SelectedSpan } from "../article/selection.ts";
import { MetricBox } from "../edit/metric-box.tsx";
import { t } from "../edit/texts.ts";

const MOST_SHOWN = 300;

interface DraftDialogProps {
  /** Id of the document. */
  readonly doc: string;
  readonly span: SelectedSpan;
  readonly onDraft: (draft: Draft) => void;
  readonly onClose: () => void;
}

/** Asks which metric the selected words speak of, and has a fact drafted from them. */
export function DraftDialog({ doc, span, onDraft, onClose }: DraftDialogProps) {
  const [isDrafting, drafting] = useState(false);
  const ask = async (metric: string) => {
    drafting(true);
    try {
      onDraft(await post<Draft>("draft", { doc, start: span.start, end: span.end, metric }));
    } catch (error) {
      complain(error);
      onClose();
    }
  };
  return (
    <Dialog title={t("metricTitle")} onClose={onClose}>
      <blockquote>
        <HostileText text={span.text.slice(0, MOST_SHOWN)} />
      </blockquote>
      {isDrafting ? (
        <p aria-live="polite">{t("drafting")}</p>
      ) : (
        <MetricBox label={t("metricHint")} chosen="" onChoose={({ id }) => ask(id)} />
      )}
    </Dialog>
  );
}
