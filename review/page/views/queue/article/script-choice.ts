import { signal } from "@preact/signals";

/** Which text of the article is shown. */
export const SCRIPTS = ["original", "simplified", "both"] as const;
export type ScriptChoice = (typeof SCRIPTS)[number];

const KEPT = "jingjian.script";
const isChoice = (value: string | null): value is ScriptChoice => SCRIPTS.some((script) => script === value);
const kept = localStorage.getItem(KEPT);

export const script = signal<ScriptChoice>(isChoice(kept) ? kept : "original");

export function chooseScript(choice: ScriptChoice): void {
  script.value = choice;
  localStorage.setItem(KEPT, choice);
}

export const nextScript = (): void => chooseScript(SCRIPTS[(SCRIPTS.indexOf(script.value) + 1) % SCRIPTS.length]!);
