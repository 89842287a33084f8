import { AUTHOR_LABELS, BYLINE_WORDS, MEDIUM_WORDS, ROLE_START, SOURCE_LABELS } from "../../corpus/lexicon/bylines.ts";
import { authorNames, publisherName } from "./byline-names.ts";
import { type BylineLine, type BylineZone, SEAM } from "./byline-zone.ts";
import { readMoments, readShortMoment } from "./moments.ts";
import { kebabCase } from "./names.ts";
import { signedAuthors } from "./signature.ts";

export { authorNames, publisherName } from "./byline-names.ts";

/** Source and authors as a page names them. */
export interface Byline {
  readonly publisher: string | null;
  /** Names joined by `、`. */
  readonly author: string | null;
}

/** Classes of what shows a name. */
const NAME_NAMES = /(?:^|[-_ ])(?:author|account|user|nick|media|source|name)(?:$|[-_ \d])/;

type Reader = (text: string) => string | null;

/** How a field is labelled, what its elements are called, and how its value is read. */
interface Field {
  readonly label: RegExp;
  readonly bare: RegExp;
  readonly names: RegExp;
  readonly read: Reader;
}

const AFTER = `(?:[\\s${SEAM}]*[:：/／|｜丨][\\s${SEAM}]*|${SEAM}[\\s${SEAM}]*|\\s+)([^\\s${SEAM}].{0,60})`;
const SOURCE: Field = {
  label: new RegExp(`(?<![图片据频料])(?:${SOURCE_LABELS})${AFTER}`, "g"),
  bare: new RegExp(`(?:${SOURCE_LABELS})\\s*[:：]?\\s*$`),
  names:
    /(?:^|[-_ ])(?:source|sour|laiyuan|ly|origin|media-?name|nickname|js-name|comefrom|from-?name|source-?name)(?:$|[-_ \d])/,
  read: publisherName,
};
const AUTHOR: Field = {
  label: new RegExp(`(?:${AUTHOR_LABELS})${AFTER}`, "g"),
  bare: new RegExp(`(?:${AUTHOR_LABELS})\\s*[:：]?\\s*$`),
  names: /(?:^|[-_ ])(?:author|authors|writer|zuozhe|byline|original|journalist|reporter)(?:$|[-_ \d])/,
  read: authorNames,
};

/**
 * Reads source and authors from the lines around an article.
 * @param sites what the page calls its site: the end of its title, or a meta tag
 */
export function findByline(zone: BylineZone, sites: readonly string[]): Byline {
  const pair = zone.head.flatMap(({ text }) => text.split(SEAM).map(nameAndMedium)).find((found) => found !== null);
  const publisher =
    labelled(zone.head, SOURCE) ??
    pair?.publisher ??
    byNames(zone.head, SOURCE) ??
    besideDate(zone.head, sites) ??
    labelled([...zone.opening, ...zone.closing, ...zone.below.slice(0, 6)].filter(isCredit), SOURCE);
  const author =
    labelled(zone.head, AUTHOR) ??
    pair?.author ??
    byNames(
      zone.head.filter(({ run }) => run.size <= 40),
      AUTHOR,
    ) ??
    originalBy(zone.head) ??
    signedAuthors(zone) ??
    labelled([...zone.closing, ...zone.below.slice(0, 8)].filter(isCredit), AUTHOR);
  return { publisher, author };
}

/** A credit stands in a short line of its own, not in a sentence. */
const isCredit = ({ run, text }: BylineLine): boolean => run.size <= 60 && !/[。！？；]/.test(text.slice(0, -1));

function labelled(lines: readonly BylineLine[], field: Field): string | null {
  for (const [i, { text, run }] of lines.entries()) {
    for (const match of text.matchAll(field.label)) {
      const name = field.read(match[1]!);
      if (name !== null) return name;
    }
    const next = lines[i + 1];
    if (run.size > 8 || !field.bare.test(text) || next === undefined || next.run.size > 30) continue;
    const name = field.read(next.text);
    if (name !== null) return name;
  }
  return null;
}

/** The text of elements whose class or id says what they hold. */
function byNames(lines: readonly BylineLine[], field: Field): string | null {
  for (const { run } of lines) {
    const parts = run.chunks.filter(({ element }) => isNamed(element, field.names));
    const elements = [...new Set(parts.map(({ element }) => element))];
    const texts = elements.map((at) => parts.flatMap(({ element, data }) => (element === at ? [data] : [])).join(""));
    const said = texts.map((text) => text.trim()).filter((text) => text !== "");
    const name = field.read(said.join(field === AUTHOR ? "、" : SEAM));
    if (name !== null) return name;
  }
  return null;
}

function isNamed(element: BylineLine["run"]["block"], pattern: RegExp): boolean {
  for (let at: typeof element | null = element, up = 0; at !== null && up < 3; up++) {
    if (pattern.test(kebabCase(at.names))) return true;
    if (at === at.block) return false;
    at = at.parent;
  }
  return false;
}

/** Behind the mark of original work, where a medium and a time follow: `原创 田野君 基层观察 2023-07-06 19:05`. */
function originalBy(lines: readonly BylineLine[]): string | null {
  for (const { text } of lines) {
    const match = /^原创[\s\u001f]+([一-龥A-Za-z\d_]{2,8})[\s\u001f]+(?=.{2,40}(?:19|20)\d\d\s*[-年/.])/.exec(text);
    const name = match === null ? null : authorNames(match[1]!);
    if (name !== null) return name;
  }
  return null;
}

/** `石佳/中国青年报`, `聯合報 記者王小明`: a person and a medium in one line. */
function nameAndMedium(text: string): Byline | null {
  const behind = /^([一-龥]{2,12})\s+[一-龥]{0,4}(?:记者|記者)\s*([一-龥]{2,4}(?:[、\s][一-龥]{2,4})*)/.exec(text);
  if (behind !== null && MEDIUM_WORDS.test(behind[1]!)) {
    return { author: authorNames(behind[2]!), publisher: publisherName(behind[1]!) };
  }
  const match = /^([一-龥·]{2,4}(?:[\s、][一-龥]{2,4})*)\s*[/／|｜]\s*([^\s/|]{2,16})$/.exec(text);
  if (match === null || !MEDIUM_WORDS.test(match[2]!) || BYLINE_WORDS.test(match[1]!)) return null;
  return { author: authorNames(match[1]!), publisher: publisherName(match[2]!) };
}

/** The name that stands beside the date without a label, else in the line above or below it. */
function besideDate(lines: readonly BylineLine[], sites: readonly string[]): string | null {
  for (const line of lines) {
    const { text, run } = line;
    const moment = readMoments(text)[0] ?? readShortMoment(text.replaceAll(SEAM, " "), 2000);
    if (moment == null || run.size > 60 || byNames([line], AUTHOR) !== null) continue;
    const before = valueless(text.slice(0, moment.start)).reverse();
    const parts = [...valueless(text.slice(moment.end)), ...before];
    const name = parts.map(unlabelled).find((found) => found !== null);
    if (name != null) return name;
    const isAlone = parts.every((part) => part === "" || unlabelled(part) === null);
    const around = isAlone ? nameAround(line, lines, sites) : null;
    if (around !== null) return around;
  }
  return null;
}

/** A short line next to that of the date, where it is surely a medium's name: by its end, or as the page calls its site. */
function nameAround({ run }: BylineLine, lines: readonly BylineLine[], sites: readonly string[]): string | null {
  for (const { text, run: other, names } of lines) {
    if (Math.abs(other.index - run.index) !== 1 || other.size > 14) continue;
    const name = unlabelled(text);
    if (name === null || name.includes(" ")) continue;
    if (MEDIUM_WORDS.test(name) || NAME_NAMES.test(kebabCase(names)) || sites.some((site) => site.includes(name)))
      return name;
  }
  return null;
}

/** The parts of a line that are no values of a label. */
function valueless(text: string): string[] {
  const parts = text.split(SEAM).map((part) => part.trim());
  return parts.filter((_, i) => !/[:：]$/.test(parts.slice(0, i).findLast((part) => part !== "") ?? ""));
}

/** A name that could stand alone: its first word where several stand apart. */
function unlabelled(part: string): string | null {
  if (/[:：>＞]|字号|字體|字体|浏览|阅读|评论|点击|人气/.test(part)) return null;
  const name = ROLE_START.test(part.trim()) ? null : publisherName(part);
  return name === null || !/[\p{L}]{2}/u.test(name) ? null : (/^[一-龥]{3,}(?=\s)/.exec(name)?.[0] ?? name);
}
