import { effect, signal } from "@preact/signals";

export type Language = "zh" | "en";
/** What a text's `{name}` stands for; numbers are written with separators of thousands. */
export type Values = Readonly<Record<string, string | number>>;
export type TextTable = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const KEPT = "jingjian.language";

const ofBrowser = (): Language => (/^zh\b/i.test(navigator.language) ? "zh" : "en");
const kept = localStorage.getItem(KEPT);

/** Language of the interface: as chosen before, else as the browser's. */
export const language = signal<Language>(kept === "zh" || kept === "en" ? kept : ofBrowser());

export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(KEPT, chosen);
  language.value = chosen;
}

effect(() => {
  document.documentElement.lang = language.value === "zh" ? "zh-Hans" : "en";
});

/**
 * Texts of one view in both languages: `const t = texts({ accept: { zh: "接受", en: "Accept" } })`, then `t("accept")`.
 * Components that call `t` are drawn again when the language changes.
 */
export function texts<const T extends TextTable>(table: T): (key: keyof T & string, values?: Values) => string {
  return (key, values = {}) => fill(table[key]![language.value], values);
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? value.toLocaleString("en-US") : value;
  });
}
