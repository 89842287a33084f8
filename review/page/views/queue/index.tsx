import "./queue.css";
import { useEffect, useRef } from "preact/hooks";
import { reviewer } from "../../session.ts";
import { act } from "./act.ts";
import { ActionButton } from "./action-button.tsx";
import { ArticlePane } from "./article/article-pane.tsx";
import { Bar } from "./bar.tsx";
import { Dialogs } from "./dialogs/dialogs.tsx";
import { EditForm } from "./edit/edit-form.tsx";
import { Empty, End } from "./end.tsx";
import { FactPane } from "./fact/fact-pane.tsx";
import { t as factText } from "./fact/texts.ts";
import type { QueueAction } from "./key-table.ts";
import { PendingNotice } from "./pending-notice.tsx";
import { judged as judge } from "./state/judged.ts";
import { reveals } from "./state/reveal.ts";
import { t } from "./texts.ts";
import { useActions } from "./use-actions.ts";
import { useQueue } from "./use-queue.ts";
import { useCaretKeys, useQueueKeys } from "./use-queue-keys.ts";

/** One fact at a time beside its article. */
export default function QueueView() {
  const { queue, saving } = useQueue();
  const body = useRef<HTMLElement>(null);
  const shown = queue.shown.value;
  const detail = shown?.detail ?? null;
  const { role } = queue.view;
  const judged = detail && judge(detail, { name: reviewer.value, role, reveals: reveals.value });
  const context = { queue, saving, detail, judged, body };
  const actions = useActions(context);
  const { open } = actions;
  const onAction = (action: QueueAction) => act(action, context, actions);
  useQueueKeys(onAction, open?.what === "edit");
  useCaretKeys(body, onAction, open !== null);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => pane.current?.scrollTo(0, 0), [shown?.id]);
  if (queue.state.value === "empty") return <Empty />;
  const isDone = queue.state.value === "done";
  return (
    <div class="queue">
      <Bar queue={queue} reveals={reveals.value} onAction={onAction} />
      {isDone || shown === null ? (
        isDone && <End queue={queue} saving={saving} />
      ) : (
        <div class="queue-main">
          <ArticlePane article={shown.article} current={shown.id} body={body} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
          <section class="queue-fact" ref={pane} tabIndex={0} aria-label={factText("fact")} aria-busy={detail === null}>
            <PendingNotice saving={saving} onRetry={actions.retry} />
            {open?.what === "edit" ? (
              <EditForm
                {...open}
                key={open.fact.id}
                isSaving={saving.pending.value !== null}
                onSave={actions.saveEdit}
                onLeave={() => actions.setOpen(null)}
              />
            ) : detail === null || judged === null ? (
              <p class="soft">{t("loading")}</p>
            ) : (
              <>
                <Decisions onAction={onAction} isBusy={saving.pending.value !== null} />
                <FactPane
                  detail={detail}
                  judged={judged}
                  article={shown.article}
                  onTake={role === "adjudicator" ? actions.take : null}
                />
              </>
            )}
          </section>
        </div>
      )}
      <Dialogs actions={actions} doc={detail?.fact.doc.id ?? null} />
    </div>
  );
}

interface DecisionsProps {
  readonly onAction: (action: QueueAction) => void;
  readonly isBusy: boolean;
}

function Decisions({ onAction, isBusy }: DecisionsProps) {
  return (
    <div class="queue-decisions no-print">
      <ActionButton action="accept" class="good" disabled={isBusy} onAction={onAction} />
      <ActionButton action="reject" class="danger" disabled={isBusy} onAction={onAction} />
      <ActionButton action="edit" disabled={isBusy} onAction={onAction} />
      <ActionButton action="undo" label={t("undoShort")} disabled={isBusy} onAction={onAction} />
      <ActionButton action="previous" onAction={onAction} />
      <ActionButton action="next" onAction={onAction} />
      <ActionButton action="example" onAction={onAction} />
      <ActionButton action="add" label={t("addShort")} onAction={onAction} />
    </div>
  );
}
