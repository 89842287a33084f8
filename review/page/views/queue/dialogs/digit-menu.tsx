import { useLayoutEffect } from "preact/hooks";

export interface DigitChoice {
  readonly digit: string;
  readonly label: string;
  readonly run: () => void;
}

/** Digits of a Chinese keyboard may be of full width. */
const digitOf = (key: string): string =>
  /^[０-９]$/.test(key) ? String.fromCharCode(key.charCodeAt(0) - 0xfee0) : key;

/** Choices of a dialog, each by its digit or by its button. */
export function DigitMenu({ choices }: { readonly choices: readonly DigitChoice[] }) {
  // Before the next key can come: who knows the digits does not wait for the menu.
  useLayoutEffect(() => {
    const choose = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const found = choices.find(({ digit }) => digit === digitOf(event.key));
      if (found === undefined) return;
      event.preventDefault();
      found.run();
    };
    addEventListener("keydown", choose);
    return () => removeEventListener("keydown", choose);
  });
  return (
    <div class="queue-menu">
      {choices.map(({ digit, label, run }) => (
        <button key={digit} type="button" onClick={run}>
          <kbd>{digit}</kbd> {label}
        </button>
      ))}
    </div>
  );
}
