import type { Line } from "./lines.ts";

const FULL_STOP = /[。！？!?；;…]["”’」』）)】》]*$/;
const INNER_STOP = /[。！？；，,;]/;
const BULLET = /^(?:[\uE000-\uF8FF➢➤•●○◦■□◆◇▪▫▶►▷◀★☆✓✔✦❖※·◎⚫⭐]|[-*+–—](?=[ \t]))[ \t\u3000]*/u;
const NUMBERED = /^(?:[（(]?\d{1,3}(?:[）).、．](?!\d)|[.．](?=(?:19|20)\d\d年))|[①-⑳❶-❿⓪㈠-㈩])/u;
const SECTION =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}[章节節条條部])/;
const CAPTION =
  /(?:资料图片?|資料圖片?|资料照片?|資料照片?|供图|供圖|制图|製圖|摄|攝|[ \u3000][图圖]|视觉中国|视频截图)[)）\]】]?$|^[图圖]\s?[\d一二三四五六七八九十]{1,2}\s?[:：　 ]|^[△▲]/;
const SHOWN = /^[图圖](?:为|為)[^。]{2,58}。?$/;
const NOISE =
  /^(?:none|null|nil|undefined|nan|n\/a)$|^[-—–·•.~～\s]*(?:第\s?)?(?:0\d|\d{1,3}\s?\/\s?\d{1,3})\s?页?[-—–·•.~～\s]*$|^[-—–]\s?\d{1,4}\s?[-—–]$|^第\s?\d{1,4}\s?[页頁](?:[\s，,/]*共\s?\d{1,4}\s?[页頁])?$|^(?:page|p\.?)\s?\d{1,4}(?:\s?(?:of|\/)\s?\d{1,4})?$|^[A-Z]{1,3}[.．·]$|^[A-Z]{1,2}$|^[^\p{L}\p{N}]+$/iu;
const PAGE_NUMBER = /^[-—–·\s]*第?\s?[1-9]\d{0,2}\s?(?:[页頁]|\/\s?\d{1,3})?[-—–·\s]*$/;
const LONE_NUMBER = /^\d{1,3}$/;

/** Whether a sentence ends with the line. */
export const endsSentence = (text: string): boolean => FULL_STOP.test(text);

/** Marks in front of a list item that a reader sees as a dot: their length, or 0. */
export const bulletLength = (text: string): number => BULLET.exec(text)?.[0].length ?? 0;

export const isNumbered = (text: string): boolean => NUMBERED.test(text);
export const isSection = (text: string): boolean => SECTION.test(text);
export const isCaption = (text: string): boolean =>
  (text.length <= 60 && !INNER_STOP.test(text) && CAPTION.test(text)) || SHOWN.test(text);

/** A short line that is no sentence and no label with its value. */
export const isHeading = (text: string): boolean =>
  text.length <= 40 && !INNER_STOP.test(text) && !/[：:…]$/.test(text) && !/[：:]\s*\d/.test(text);

/** The lines without page numbers, stray marks of text recognition, a program's `None`: what no reader would miss. */
export function withoutNoise(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let acrossPages = false;
  for (const [i, line] of lines.entries()) {
    if (isNoise(line, lines[i + 1])) acrossPages ||= PAGE_NUMBER.test(line.text);
    else {
      // A page's last line and the next page's first can be one sentence.
      kept.push(acrossPages ? { ...line, afterGap: false } : line);
      acrossPages = false;
    }
  }
  return kept;
}

function isNoise(line: Line, next: Line | undefined): boolean {
  if (NOISE.test(line.text)) return true;
  return LONE_NUMBER.test(line.text) && line.afterGap && (next === undefined || next.afterGap);
}
