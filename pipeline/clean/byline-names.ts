import { BYLINE_WORDS, MEDIUM_WORDS, NAME_END, ROLE_HEAD, ROLE_TAIL, VALUE_END } from "../../corpus/lexicon/bylines.ts";

/** A source's name without what stands around it; null when the text is none. */
export function publisherName(text: string): string | null {
  const start = text.replace(/^[\s\u001f[(（【《"“·>|]+/, "");
  const end = VALUE_END.exec(start);
  const value = (end === null ? start : start.slice(0, end.index))
    .replace(/(?:[[(（【][^\])）】]{0,8}[\])）】]?|[\s·"”,，。;；、/／|｜]+)$/, "")
    .trim();
  const name = firstMedium(value).replace(/^([^《]*)》$/, "$1");
  if (name.length < 2 || name.length > 24 || BYLINE_WORDS.test(name)) return null;
  return /^[\d\s:：./%-]+$|https?:|[。！？]|\d+(?:人|次|条|评论|阅读)/.test(name) ? null : name;
}

/** Of words apart the first, where it is a medium's name in full: `青石日报 山东`. */
function firstMedium(value: string): string {
  const first = value.split(/\s/, 1)[0]!;
  return first.length >= 3 && first.length < value.length && MEDIUM_WORDS.test(first) ? first : value;
}

const PERSON =
  /^(?:[一-龥]{2,4}|[一-龥]{1,8}[·•][一-龥·•]{1,12}|[A-Za-z][\w.]*(?: [A-Za-z][\w.]*){0,2}|[\w一-龥]{2,8})$/;
const LATIN_NAME = /^[A-Za-z][\w.]*(?: [A-Za-z][\w.]*){1,2}$/;

/** Names of people in a text, without their roles, joined by `、`; null when something else stands there. */
export function authorNames(text: string): string | null {
  const start = text.replace(/^[\s\u001f]+/, "");
  const end = NAME_END.exec(start);
  const listed = spacedNames((end === null ? start : start.slice(0, end.index)).replace(ROLE_HEAD, " ").trim());
  if (LATIN_NAME.test(listed) && !BYLINE_WORDS.test(listed)) return listed;
  const names = listed
    .split(/[\s、,，&＆/／]+/)
    .map((name) => name.replace(/^[[(（【《]+|[\])）】》:：]+$/g, ""))
    .map((name) => withoutTail(name))
    .filter((name) => name !== "");
  if (names.length === 0 || names.length > 8) return null;
  const good = names.filter((name) => PERSON.test(name) && !BYLINE_WORDS.test(name) && !MEDIUM_WORDS.test(name));
  return good.length === 0 ? null : [...new Set(good)].join("、");
}

/** Names of two characters are spaced out to three: `丁　磊`. */
const spacedNames = (text: string): string =>
  text.replace(/(?<![一-龥·])([一-龥])[\s\u3000]+([一-龥])(?![一-龥·])/g, "$1$2");

/** `陈智整合` is 陈智; `整合` alone is nobody. */
function withoutTail(name: string): string {
  const short = name.replace(ROLE_TAIL, "");
  return short.length >= 2 ? short : short === name ? name : "";
}
