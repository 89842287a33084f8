import { AUTHOR_LABELS, MEDIUM_WORDS, SOURCE_LABELS } from "../../corpus/lexicon/bylines.ts";
import type { Metadata } from "../../schemas/document.ts";
import { authorNames, publisherName } from "./byline.ts";
import type { Line } from "./lines.ts";
import { type Moment, readMoments } from "./moments.ts";

export interface LineBylines extends Pick<Metadata, "publisher" | "author" | "published"> {
  /** Lines that say nothing but when, where and by whom the text was published. */
  readonly bylines: ReadonlySet<Line>;
}

const HEAD_LINES = 6;
const TAIL_LINES = 5;
const MAX_BYLINE = 80;
const OPENING = 80;
const SOURCE = new RegExp(`(?:${SOURCE_LABELS})\\s*[:：]\\s*([^\\s，。；|｜（）()]{2,24})`);
const AUTHOR = new RegExp(
  `(?:${AUTHOR_LABELS})\\s*[:：/／]\\s*([一-龥·]{2,4}(?:[\\s、，]+[一-龥·]{2,4}){0,5})(?![一-龥])`,
);
const SIGNED =
  /[（(【](?:[一-龥]{0,10})?(?:记者|記者|通讯员|通訊員|文)[\s:：/／|]+([一-龥·]{2,4}(?:[\s、，]+(?:[一-龥]{0,6}(?:记者|通讯员)\s)?[一-龥·]{2,4}){0,5})[）)】]|^(?:[一-龥]{0,6}记者|记者|記者)[\s:：]+([一-龥·]{2,4}(?:[\s、]+[一-龥·]{2,4}){0,3})$/;
const CREDITS =
  /(?:责任?编辑|責任編輯|责编|責編|编辑|編輯|编审|审核|审校|校对|校對|初审|复审|终审|监制|摄影|发布(?:时间|日期)?|發布(?:時間|日期)?|时间|日期|時間|更新时间|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:次数|量)?|字号|字体)\s*[:：|｜/／]?\s*[^\s，。；|｜（）()]{0,12}/g;
const DATELINE =
  /^[（(【]?[^，。；（(]{0,12}?((?:19|20)\d\d年\d{1,2}月\d{1,2}日)[^，。；]{0,4}?(?:电|電|讯|訊|[)）】])/;

/** Reads the lines around a plain text that name its source, authors and date. */
export function findBylines(lines: readonly Line[]): LineBylines {
  const head = lines.slice(0, HEAD_LINES);
  const tail = lines.slice(Math.max(HEAD_LINES, lines.length - TAIL_LINES));
  const bylines = new Set([...head, ...tail].filter((line) => isByline(line, head.includes(line))));
  const texts = [...bylines].map(({ text }) => text);
  const near = [...head.map(({ text }) => text.slice(0, OPENING)), ...tail.map(({ text }) => text.slice(-OPENING))];
  return {
    bylines,
    publisher: first(texts, (text) => publisherName(SOURCE.exec(text)?.[1] ?? "")) ?? first(texts, beside),
    author: first(texts, (text) => namesIn(AUTHOR.exec(text)?.[1])) ?? first(near, signature),
    published: published(texts, head, tail),
  };
}

function isByline({ text }: Line, inHead: boolean): boolean {
  if (text.length > MAX_BYLINE || /[。！？]/.test(text)) return false;
  const moments = readMoments(text);
  const labelled =
    SOURCE.test(text) ||
    AUTHOR.test(text) ||
    /^[（(【]?(?:责任?编辑|責任編輯|编辑|編輯|责编|責編|编校|责任校对|审核|校对)[:：]/.test(text);
  if (!labelled && !(inHead && moments.length > 0)) return false;
  return beside(text) !== null || rest(text) === "";
}

/** What a line says beside dates, labels and their values. */
function rest(text: string): string {
  let left = text;
  for (const { start, end } of readMoments(text).reverse()) left = left.slice(0, start) + left.slice(end);
  for (const pattern of [SOURCE, AUTHOR]) left = left.replace(pattern, " ");
  return left
    .replace(CREDITS, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** `新华网 2025-02-01 10:00`: a medium beside the time without a label. */
function beside(text: string): string | null {
  const name = rest(text);
  const [moment] = readMoments(text);
  if (moment === undefined || name === "" || name.length > 12 || name.includes(" ")) return null;
  const isSure = AUTHOR.test(text) || (moment.hasTime && MEDIUM_WORDS.test(name));
  return isSure ? publisherName(name) : null;
}

function published(bylines: readonly string[], head: readonly Line[], tail: readonly Line[]): string | null {
  const stated = bylines.flatMap(readMoments);
  const datelines = head.flatMap(({ text }) => readMoments(DATELINE.exec(text)?.[1] ?? ""));
  const signed = tail
    .map(({ text }) => text)
    .filter((text) => text.length <= MAX_BYLINE && rest(text) === "")
    .flatMap(readMoments);
  return best(stated) ?? best(datelines) ?? signed.at(-1)?.iso ?? null;
}

const best = (moments: readonly Moment[]): string | null =>
  (moments.find(({ hasTime }) => hasTime) ?? moments[0])?.iso ?? null;

function signature(text: string): string | null {
  const match = SIGNED.exec(text);
  return namesIn(match?.[1] ?? match?.[2]);
}

const namesIn = (text: string | undefined): string | null => (text === undefined ? null : authorNames(text));

function first<T>(items: readonly string[], read: (item: string) => T | null): T | null {
  for (const item of items) {
    const found = read(item);
    if (found !== null) return found;
  }
  return null;
}
