import { signal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";

/** A key of the page, as `KeyboardEvent.key` names it (`j`, `Enter`, `?`, `ArrowDown`), or with `Shift+`, `Ctrl+`, `Alt+` before it; `g t` are two, one after the other. */
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
  // Before what they belong to is painted: who sees it may press them.
  useLayoutEffect(() => {
    groups.value = [...groups.value, group];
    return () => {
      groups.value = groups.value.filter((other) => other !== group);
    };
  }, [group]);
}

const TYPING = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]";
/** Elements that these keys work themselves. */
const OWN: Readonly<Record<string, string>> = { Enter: "a, button, summary, input", " ": "a, button, summary, input" };

/** `Ctrl+` stands for the command key too. */
export function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const isSign = key.length === 1 && !/[a-z]/i.test(key); // the shift is in the sign itself
  const modifiers = [(ctrlKey || metaKey) && "Ctrl+", altKey && "Alt+", shiftKey && !isSign && "Shift+"];
  return [...modifiers.filter(Boolean), key.length === 1 ? key.toLowerCase() : key].join("");
}

/** First of two keys, while the second is waited for. */
let before = "";

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || ["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (document.querySelector("dialog[open]") !== null || target.closest(TYPING) !== null) return;
  const name = nameOf(event);
  if (OWN[name] !== undefined && target.closest(OWN[name]) !== null) return;
  // A view's key goes before the shell's.
  const keys = groups.value.toReversed().flatMap((group) => group.keys);
  const found = keys.find(({ key }) => key === `${before} ${name}`) ?? keys.find(({ key }) => key === name);
  before = found === undefined && keys.some(({ key }) => key.startsWith(`${name} `)) ? name : "";
  if (found === undefined && before === "") return;
  event.preventDefault();
  found?.run();
});
