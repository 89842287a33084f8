import {
  AUTHOR_LABELS,
  BYLINE_WORDS,
  MEDIUM_WORDS,
  NEXT_LABEL,
  ROLE_WORDS,
  SOURCE_LABELS,
} from "../../corpus/lexicon/bylines.ts";
import { type BylineLine, type BylineZone, SEAM } from "./byline-zone.ts";
import type { HeadData } from "./head-data.ts";
import { readMoments } from "./moments.ts";
import { kebabCase } from "./names.ts";

const VALUE_END = new RegExp(
  `\\s{2,}|\\s(?=\\S*[:：])|${SEAM}|[|｜丨]|${NEXT_LABEL}|(?:19|20)\\d\\d\\s*[-年/.]|\\s\\d+\\s|[)）】\\]]`,
);
const SOURCE = new RegExp(
  `(?:${SOURCE_LABELS})(?:[\\s${SEAM}]*[:：|｜丨][\\s${SEAM}]*|${SEAM}\\s*|\\s+)(\\S.{0,60})`,
  "g",
);
const AUTHOR = new RegExp(
  `(?:${AUTHOR_LABELS})(?:[\\s${SEAM}]*[:：/／|｜丨][\\s${SEAM}]*|${SEAM}\\s*|\\s+)(\\S.{0,60})`,
  "g",
);
const SOURCE_NAMES =
  /(?:^|[-_ ])(?:source|sour|laiyuan|ly|origin|media|media-?name|nickname|author-?name|js-name|from|comefrom)(?:$|[-_ \d])/;
const AUTHOR_NAMES = /(?:^|[-_ ])(?:author|authors|writer|zuozhe|byline|original|journalist|reporter)(?:$|[-_ \d])/;

/** Source and authors as a page names them. */
export interface Byline {
  readonly publisher: string | null;
  /** Names joined by `、`. */
  readonly author: string | null;
}

/** Reads source and authors from the lines around the article, then from the head. */
export function findByline(zone: BylineZone, head: HeadData): Byline {
  const pair = zone.head.map(nameAndMedium).find((found) => found !== null);
  const publisher =
    labelled(zone.head, SOURCE, publisherName) ??
    pair?.publisher ??
    byNames(zone.head, SOURCE_NAMES, publisherName) ??
    beside(zone.head) ??
    labelled([...zone.opening, ...zone.closing], SOURCE, publisherName) ??
    statedSource(head);
  const author =
    labelled(zone.head, AUTHOR, authorNames) ??
    pair?.author ??
    byNames(zone.head, AUTHOR_NAMES, authorNames) ??
    signed(zone) ??
    labelled(zone.below.slice(0, 8), AUTHOR, authorNames) ??
    statedAuthor(head, publisher);
  return { publisher, author: author === publisher ? null : author };
}

type Cleaner = (text: string) => string | null;

function labelled(lines: readonly BylineLine[], pattern: RegExp, clean: Cleaner): string | null {
  for (const [i, { text, run }] of lines.entries()) {
    if (run.size > 200) continue;
    for (const match of text.matchAll(pattern)) {
      const name = clean(match[1]!);
      if (name !== null) return name;
    }
    const bare = new RegExp(`(?:${pattern === SOURCE ? SOURCE_LABELS : AUTHOR_LABELS})\\s*[:：]?\\s*$`);
    const next = lines[i + 1];
    if (run.size <= 8 && bare.test(text) && next !== undefined && next.run.size <= 30) {
      const name = clean(next.text);
      if (name !== null) return name;
    }
  }
  return null;
}

function byNames(lines: readonly BylineLine[], pattern: RegExp, clean: Cleaner): string | null {
  for (const { run } of lines) {
    const parts = run.chunks.filter(({ element }) => namesAbove(element, pattern));
    const elements = new Set(parts.map(({ element }) => element));
    const texts = [...elements].map((element) =>
      parts
        .filter((chunk) => chunk.element === element)
        .map((chunk) => chunk.data)
        .join("")
        .trim(),
    );
    const name = clean(texts.filter((text) => text !== "").join(pattern === AUTHOR_NAMES ? "、" : SEAM));
    if (name !== null) return name;
  }
  return null;
}

function namesAbove(element: BylineLine["run"]["block"], pattern: RegExp): boolean {
  for (let at: typeof element | null = element, up = 0; at !== null && up < 3; up++) {
    if (pattern.test(kebabCase(at.names))) return true;
    if (at === at.block) return false;
    at = at.parent;
  }
  return false;
}

/** `石佳/中国青年报`: a person and a medium in one line. */
function nameAndMedium({ text }: BylineLine): Byline | null {
  const match = /^([一-龥·]{2,4}(?:[\s、][一-龥]{2,4})*)\s*[/／|｜]\s*([^\s/|]{2,16})$/.exec(text);
  if (match === null || !MEDIUM_WORDS.test(match[2]!) || BYLINE_WORDS.test(match[1]!)) return null;
  return { author: authorNames(match[1]!), publisher: publisherName(match[2]!) };
}

/** The name that stands alone in the line of the date, without a label. */
function beside(lines: readonly BylineLine[]): string | null {
  for (const [i, { text, run }] of lines.entries()) {
    const moment = readMoments(text)[0];
    if (moment === undefined || run.size > 60) continue;
    const after = text.slice(moment.end).split(SEAM);
    const before = text.slice(0, moment.start).split(SEAM);
    const parts = [...after, ...before.reverse()];
    for (const part of parts) {
      const name = publisherName(part);
      if (name !== null && !/[:：]/.test(part)) return name;
    }
    const above = lines[i - 1];
    if (parts.every((part) => part.trim() === "") && above !== undefined && above.run.size <= 14) {
      const name = publisherName(above.text);
      if (name !== null && !/[:：>]/.test(above.text)) return name;
    }
  }
  return null;
}

/** A source's name without what stands around it; null when it is none. */
export function publisherName(text: string): string | null {
  const end = VALUE_END.exec(text.replace(/^[\s\u001f]+/, ""));
  let name = text.replace(/^[\s\u001f]+/, "");
  if (end !== null) name = name.slice(0, end.index);
  name = name
    .replace(/^[[(（【《"“\s·]+/, "")
    .replace(/(?:[[(（【][^\])）】]{0,8}|[\s·》"”,，。;；]+)$/, "")
    .trim();
  if (name.length < 2 || name.length > 24 || BYLINE_WORDS.test(name)) return null;
  return /^[\d\s:：./%-]+$|^https?:|[。！？]|\d+(?:人|次|条|评论|阅读)/.test(name) ? null : name;
}

const PERSON = /^(?:[一-龥]{2,4}|[一-龥]{1,8}·[一-龥·]{1,12}|[A-Za-z][\w.]*(?: [A-Za-z][\w.]*){0,2}|[\w一-龥]{2,8})$/;

/** Names of people in a text, without roles; null when something else than names stands there. */
export function authorNames(text: string): string | null {
  const start = text.replace(/^[\s\u001f]+/, "");
  const end =
    /\u001f|[|｜丨)）】\]。；;]|\s{2,}|(?:责任?编辑|責任編輯|编辑|责编|编审|校对|审核|来源|來源|时间|日期|发布|浏览|阅读|点击|通讯员|摄影|出品|\d{4}[-年/])/.exec(
      start,
    );
  const names = (end === null ? start : start.slice(0, end.index))
    .replace(ROLE_WORDS, " ")
    .split(/[\s、,，&/／]+/)
    .map((name) => name.replace(/^[[(（【《]+|[\])）】》:：]+$/g, ""))
    .filter((name) => name !== "");
  if (names.length === 0 || names.length > 8) return null;
  const good = names.filter((name) => PERSON.test(name) && !BYLINE_WORDS.test(name) && !MEDIUM_WORDS.test(name));
  return good.length === 0 ? null : [...new Set(good)].join("、");
}

const DATELINE =
  /^.{0,30}?(?:讯|电|報導|报道|消息|訊)?\s*[（(]\s*(?:[一-龥]{0,10}?)(?:记者|記者|通讯员)[\s:：]*([^）)]{2,40})[）)]/;
const SIGNATURES: readonly RegExp[] = [
  /^[【[（(]?\s*(?:文|撰文|执笔|采写|作者|撰稿|图文|文字)\s*[/／|｜:：]\s*([^。]{2,60})$/,
  /^[^。，]{0,12}(?:记者|記者|作者)\s*[:：]?\s+([一-龥]{2,4}(?:[\s、][一-龥]{2,4}){0,5})\s*[）)】]?$/,
  /^[（(【[](?:[一-龥]{0,10})?(?:记者|作者|執筆|执笔|文)[\s:：/]*([^）)】\]。]{2,40})[）)】\]]$/,
];

/** Authors who sign in the body: after the dateline, in a line of their own above or below. */
function signed(zone: BylineZone): string | null {
  for (const { text } of zone.opening) {
    const match = DATELINE.exec(text.replaceAll(SEAM, ""));
    const names = match === null ? null : authorNames(match[1]!);
    if (names !== null) return names;
  }
  for (const { text, run } of [...zone.opening, ...zone.closing]) {
    if (run.size > 60) continue;
    for (const pattern of SIGNATURES) {
      const match = pattern.exec(text.replaceAll(SEAM, "").trim());
      const names = match === null ? null : authorNames(match[1]!);
      if (names !== null) return names;
    }
  }
  return null;
}

const statedSource = ({ publisher }: HeadData): string | null =>
  publisher === null ? null : (labelledText(publisher) ?? publisherName(publisher));

function labelledText(text: string): string | null {
  const match = new RegExp(SOURCE.source).exec(text);
  return match === null ? null : publisherName(match[1]!.split(/\s/)[0]!);
}

/** The head's author, where it is a person and not the site's own name or a template's. */
function statedAuthor({ author }: HeadData, publisher: string | null): string | null {
  if (author === null || /@|^\d+$|\.(?:com|cn|net|org)/i.test(author)) return null;
  if (MEDIUM_WORDS.test(author) || author === publisher) return null;
  return authorNames(author);
}
