import { useEffect, useMemo, useRef } from "preact/hooks";
import { type KeyGroup, useKeys } from "../../keys.ts";
import { moveCaret } from "./article/caret.ts";
import { QUEUE_KEYS, type QueueAction } from "./key-table.ts";
import { t } from "./texts.ts";

type OnAction = (action: QueueAction) => void;

/** Keys of the queue, unless the form is open, which has its own. */
export function useQueueKeys(onAction: OnAction, isEditing: boolean): void {
  const run = useRef(onAction);
  run.current = onAction;
  const group = useMemo(
    (): KeyGroup => ({
      title: () => t("keys"),
      keys: isEditing
        ? []
        : QUEUE_KEYS.flatMap(({ action, keys, does }) =>
            keys.map((key, i) => ({ key, does: () => t(does), run: () => run.current(action), hidden: i > 0 })),
          ),
    }),
    [isEditing],
  );
  useKeys(group);
}

/** In the article arrows move the caret once something is selected; else they go on to the next fact. */
export function useCaretKeys(
  body: { readonly current: HTMLElement | null },
  onAction: OnAction,
  isOpen: boolean,
): void {
  const run = useRef(onAction);
  run.current = onAction;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const selection = getSelection();
      const { current } = body;
      if (isOpen || current === null || selection === null || !isSelecting(current, selection)) return;
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Enter") run.current("add");
      else if (event.key === "Escape") selection.removeAllRanges();
      else if (!moveCaret(current, event.key, event.shiftKey)) return;
      event.preventDefault();
    };
    addEventListener("keydown", press, { capture: true });
    return () => removeEventListener("keydown", press, { capture: true });
  }, [isOpen]);
}

const isSelecting = (article: HTMLElement, selection: Selection): boolean =>
  document.activeElement === article && !selection.isCollapsed && article.contains(selection.anchorNode);
