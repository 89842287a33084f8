import { DATE_VARIANTS } from "../../corpus/lexicon/dates.ts";

const FOLDED = new Map(DATE_VARIANTS.split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)]));
const VARIANT = new RegExp(`[${[...FOLDED.keys()].join("").replace(/[\\\]^-]/g, "\\$&")}\u3000\u00a0]`, "g");

/** 二O二四年 is often typed with a letter. */
const LETTER_O = /(?<=[零〇一二三四五六七八九][Oo]?)[Oo](?=[Oo零〇一二三四五六七八九年])/g;

/** The text with one spelling for each character that dates use: Simplified, ASCII digits. Same length, same offsets. */
export const fold = (text: string): string =>
  text.replace(VARIANT, (character) => FOLDED.get(character) ?? " ").replace(LETTER_O, "〇");
