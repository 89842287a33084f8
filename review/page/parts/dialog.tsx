import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { texts } from "../texts.ts";

const t = texts({ close: { zh: "关闭", en: "Close" } });

interface DialogProps {
  readonly title: string;
  /** Called once it is closed, by its button, Escape or a click beside it. */
  readonly onClose: () => void;
  /** Buttons beside that of closing. */
  readonly buttons?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A modal dialog, open for as long as it is drawn; the focus goes back to where it was. */
export function Dialog({ title, onClose, buttons, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const { current } = dialog;
    const before = document.activeElement;
    current?.showModal();
    return () => {
      current?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const close = () => dialog.current?.close();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, as every dialog
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && close()}
    >
      <h2 id={heading}>{title}</h2>
      {children}
      <div class="dialog-end">
        {buttons}
        <button type="button" onClick={close}>
          {t("close")}
        </button>
      </div>
    </dialog>
  );
}
