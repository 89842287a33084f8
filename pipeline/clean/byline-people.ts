import { BYLINE_WORDS, MEDIUM_WORDS, SURNAMED } from "../../corpus/lexicon/bylines.ts";
import { authorNames, publisherName } from "./byline-names.ts";
import type { BylineLine } from "./byline-zone.ts";
import { readMoments } from "./moments.ts";

/** Source and authors as a page names them. */
export interface Byline {
  readonly publisher: string | null;
  /** Names joined by `、`. */
  readonly author: string | null;
}

/** A person's name that links to an account, in the line of the date. */
export function accountName(lines: readonly BylineLine[]): string | null {
  for (const { text, run } of lines) {
    if (run.size > 60 || readMoments(text).length === 0) continue;
    for (const { element, data } of run.chunks) {
      const name = data.trim();
      if (element.link && ACCOUNT_LINK.test(linkOf(element)) && SURNAMED.test(name)) return authorNames(name);
    }
  }
  return null;
}

const ACCOUNT_LINK =
  /[/?&._-](?:u|user|users|author|authors|people|member|space|profile|writer|column)(?:[/=?._-]|\d|$)/i;

function linkOf(element: BylineLine["run"]["block"]): string {
  for (let at: typeof element | null = element; at !== null && at !== at.block; at = at.parent) {
    if (at.attributes?.href !== undefined) return at.attributes.href;
  }
  return "";
}

/** The medium that a reporter is of: `南国周末记者 钟慧 发自广州`; not `本报记者`. */
export function reportersMedium(lines: readonly BylineLine[]): string | null {
  for (const { text, run } of lines) {
    const match =
      run.size > 80
        ? null
        : /^[\s【（(]*([一-龥A-Za-z]{3,12}?)(?:特约|特派|实习|见习|首席)?(?:记者|記者)[\s\u001f:：]/.exec(text);
    const name =
      match === null || /本[报報网網刊台臺社]|全媒体|融媒体/.test(match[1]!) ? null : publisherName(match[1]!);
    if (name !== null) return name;
  }
  return null;
}

/** Behind the mark of original work, where a medium and a time follow: `原创 田野君 基层观察 2023-07-06 19:05`. */
export function originalBy(lines: readonly BylineLine[]): string | null {
  for (const { text } of lines) {
    const match = /^原创[\s\u001f]+([一-龥A-Za-z\d_]{2,8})[\s\u001f]+(?=.{2,40}(?:19|20)\d\d\s*[-年/.])/.exec(text);
    const name = match === null ? null : authorNames(match[1]!);
    if (name !== null) return name;
  }
  return null;
}

/** `石佳/中国青年报`, `聯合報 記者王小明`: a person and a medium in one line. */
export function nameAndMedium(text: string): Byline | null {
  const behind = /^([一-龥]{2,12})\s+[一-龥]{0,4}(?:记者|記者)\s*([一-龥]{2,4}(?:[、\s][一-龥]{2,4})*)/.exec(text);
  if (behind !== null && MEDIUM_WORDS.test(behind[1]!)) {
    return { author: authorNames(behind[2]!), publisher: publisherName(behind[1]!) };
  }
  const match = /^([一-龥·]{2,4}(?:[\s、][一-龥]{2,4})*)\s*[/／|｜]\s*([^\s/|]{2,16})$/.exec(text);
  if (match === null || !MEDIUM_WORDS.test(match[2]!) || BYLINE_WORDS.test(match[1]!)) return null;
  return { author: authorNames(match[1]!), publisher: publisherName(match[2]!) };
}
