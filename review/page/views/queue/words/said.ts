import type { Language } from "../../../texts.ts";

/** A word of the page in both of its languages. */
export type Said = Readonly<Record<Language, string>>;

export const said = (zh: string, en: string): Said => ({ zh, en });
