import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** A key of the page, as `KeyboardEvent.key` names it (`j`, `Enter`, `?`, `ArrowDown`), or with `Shift+`, `Ctrl+` before it. */
export interface Key {
  readonly key: string;
  /** What it does, for the help. */
  readonly does: () => string;
  readonly run: () => void;
  /** Not listed in the help: a second key for the same. */
  readonly hidden?: boolean;
}

export interface KeyGroup {
  readonly title: () => string;
  readonly keys: readonly Key[];
}

const groups = signal<readonly KeyGroup[]>([]);
/** Groups of keys that work now: the shell's and the view's. */
export const keyGroups = groups;

/** Keys work while the component is shown, except while somebody types or a dialog is open. */
export function useKeys(group: KeyGroup): void {
  useEffect(() => {
    groups.value = [...groups.value, group];
    return () => {
      groups.value = groups.value.filter((other) => other !== group);
    };
  }, [group]);
}

const TYPING = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]";
/** Elements that these keys work themselves. */
const OWN: Readonly<Record<string, string>> = { Enter: "a, button, summary, input", " ": "a, button, summary, input" };

export function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const modifiers = [ctrlKey || metaKey ? "Ctrl+" : "", altKey ? "Alt+" : ""].join("");
  // With signs the shift is in the sign itself.
  return `${modifiers}${shiftKey && (key.length > 1 || /[a-z]/i.test(key)) ? "Shift+" : ""}${key.length === 1 ? key.toLowerCase() : key}`;
}

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (document.querySelector("dialog[open]") !== null || target.closest(TYPING) !== null) return;
  const name = nameOf(event);
  if (OWN[name] !== undefined && target.closest(OWN[name]) !== null) return;
  const found = groups.value.flatMap(({ keys }) => keys).find(({ key }) => key === name);
  if (found === undefined) return;
  event.preventDefault();
  found.run();
});
