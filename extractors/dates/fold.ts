import { DATE_VARIANTS } from "../../corpus/lexicon/dates.ts";

/** For each UTF-16 unit the one that stands for it, or 0 where it stands for itself. */
const FOLDED = new Uint16Array(0x10000);
for (const pair of DATE_VARIANTS.split(" ")) FOLDED[pair.charCodeAt(0)] = pair.charCodeAt(1);
for (const space of "\u3000\u00a0") FOLDED[space.charCodeAt(0)] = 0x20;

/** 二O二四年 is often typed with a letter. */
const LETTER_O = /(?<=[零〇一二三四五六七八九][Oo]?)[Oo](?=[Oo零〇一二三四五六七八九年])/g;

/** The text with one spelling for each character that dates use: Simplified, ASCII digits. Same length, same offsets. */
export function fold(text: string): string {
  const units = withVariantsFolded(text);
  const letters = /[Oo]/.test(units) ? units.replace(LETTER_O, "〇") : units;
  return /[肆伍陆拾]/.test(letters) ? letters.replace(CHEQUE_FIGURES, plainFigures) : letters;
}

/** 贰零贰伍年零柒月拾伍日, as cheques are dated; no part of a word (大陆, 收拾). */
const CHEQUE_FIGURES = /(?<=^|[^\u4e00-\u9fff]|[年月])[零〇一二三四五六七八九十肆伍陆拾]{1,4}(?=[年月日])/g;
const PLAIN_FIGURES: Readonly<Record<string, string>> = { 肆: "四", 伍: "五", 陆: "六", 拾: "十" };
const plainFigures = (figures: string): string => figures.replace(/[肆伍陆拾]/g, (figure) => PLAIN_FIGURES[figure]!);

function withVariantsFolded(text: string): string {
  let out = "";
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const code = FOLDED[text.charCodeAt(at)]!;
    if (code === 0) continue;
    out += text.slice(kept, at) + String.fromCharCode(code);
    kept = at + 1;
  }
  return kept === 0 ? text : out + text.slice(kept);
}
