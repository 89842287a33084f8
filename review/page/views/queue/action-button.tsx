import { KeySign } from "./key-sign.tsx";
import { keyOf, type QueueAction } from "./key-table.ts";
import { t } from "./texts.ts";

interface ActionButtonProps {
  readonly action: QueueAction;
  readonly label?: string;
  readonly class?: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly onAction: (action: QueueAction) => void;
}

/** An action with its key. */
export function ActionButton({ action, label, class: kind, disabled, pressed, onAction }: ActionButtonProps) {
  const key = keyOf(action);
  const does = t(action);
  return (
    <button
      type="button"
      class={kind}
      title={does}
      disabled={disabled}
      aria-pressed={pressed}
      aria-keyshortcuts={key}
      onClick={() => onAction(action)}
    >
      {label ?? does} <KeySign>{key}</KeySign>
    </button>
  );
}
