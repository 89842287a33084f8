import { NAMING_PREFIXES, NAMING_SUFFIXES, NUMBER_WORDS } from "../../corpus/lexicon/number-words.ts";
import { boundBefore } from "./bound.ts";
import { isAlone, isArabic, isHan, isLatin, numeralCharacter, skipSpaces } from "./character.ts";
import type { Core } from "./core.ts";
import { currencyBefore } from "./measure.ts";
import { WordTrie, wordsOf } from "./word-trie.ts";

const WORDS = new WordTrie<true>(wordsOf(NUMBER_WORDS, true));
const PREFIXES = new WordTrie<true>(wordsOf(NAMING_PREFIXES, true));
const SUFFIXES = new WordTrie<true>(wordsOf(NAMING_SUFFIXES, true));

/** Folded first characters of those words. */
export const numberWordStarts = (): ReadonlySet<number> => WORDS.firstCodes;

/** Where the word that starts at `at` and states no quantity (统一, 一把手, 四川) ends, or -1. */
export function endOfNumberWord(text: string, at: number): number {
  return WORDS.at(text, at)?.edge ?? -1;
}

/** True where the core is a name, a place in a row, a year, a clock time or a list number. */
export function isRefused(text: string, core: Core): boolean {
  const { start, end, amount, measure } = core;
  if (
    isArabic(text, start) &&
    ((isLatin(text, start - 1) && currencyBefore(text, start, 0) === null) ||
      ("_-/.".includes(text[start - 1] ?? "?") && isGlued(text, start - 2)))
  )
    return true;
  if (measure === null && (text[start - 1] === "#" || (text[start] === "0" && isArabic(text, start + 1)))) return true;
  if (measure === null && (isClockPart(text, start, end) || isTerm(text, start, end))) return true;
  // 每万元, 单位：万元 and （万元） name a unit.
  if (amount.bare && /[每:：（(]/.test(text[start - 1] ?? "")) return true;
  if (isOrdinal(text, start) || isDateLike(text, core)) return true;
  if (amount.form === "half" && measure === null) return true;
  if (measure === null && isNamed(text, core)) return true;
  if (!amount.arabic && measure === null && !isPlainNumeral(text, core)) return true;
  if (amount.bare && measure === null && core.bound === null && !isReached(text, start, end))
    return amount.end - start < 2 || !isAlone(text, start, end);
  return measure === null && isListNumber(text, start, end);
}

const isGlued = (text: string, at: number): boolean => isArabic(text, at) || isLatin(text, at);

/** 第36次: the numeral belongs to 第, or to a list that 第 opens (第三、四批). */
export function isOrdinal(text: string, start: number): boolean {
  const at = start - (text[start - 1] === " " ? 2 : 1);
  if (text[at] === "第") return true;
  return text[start - 1] === "、" && text[start - 3] === "第" && numeralCharacter(text, start - 2) !== undefined;
}

/** 1+8+N, 7×24小时. */
const isTerm = (text: string, start: number, end: number): boolean =>
  /[+＋×*]/.test(text[start - 1] ?? "") || /[+＋×*]/.test(text[end] ?? "");

/** 8:30 and 3:2, where they are no ratio. */
const isClockPart = (text: string, start: number, end: number): boolean =>
  (isColon(text, end) && isArabic(text, end + 1)) || (isColon(text, start - 1) && isArabic(text, start - 2));
const isColon = (text: string, at: number): boolean => text[at] === ":" || text[at] === "：" || text[at] === "∶";

/** 2024年, 9日, 1至7月, 8点, 20时: dates and clock times, where no date reader has taken them. */
function isDateLike(text: string, { amount, measure, end }: Core): boolean {
  const value = amount.low;
  const after = text[amount.end] ?? "";
  if (measure === null) {
    return "月号號点點时時".includes(after) && after !== "" && value <= 31 && Number.isInteger(value);
  }
  if (measure.unit === "year" && measure.classifier === "年") {
    // 百年 and 千年 are figures of speech.
    if (amount.bare && amount.end - amount.start === 1 && measure.end - amount.end === 1) return true;
    const plain = amount.positional || (amount.arabic && amount.end - amount.start === 4);
    if (plain && value >= 1000 && value < 3000) return true;
    return (
      /^(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})月/.test(text.slice(end, end + 4)) ||
      /(?:民国|民國|公元|西元)$/.test(text.slice(Math.max(0, amount.start - 2), amount.start))
    );
  }
  if (measure.classifier === "日")
    return (
      value <= 31 &&
      !/^[内內以之]/.test(text.slice(end, end + 1)) &&
      (amount.arabic || !isAlone(text, amount.start, end))
    );
  if (measure.classifier === "分" && text[amount.start] === "十" && isHan(text, end))
    return !/[得打扣满滿评評]/.test(text[amount.start - 1] ?? " ");
  return measure.classifier === "分" && /[时時点點]/.test(text[amount.start - 1] ?? "");
}

/** Words before or after a bare number make it a name: 编号12, 66号, 12345热线. */
function isNamed(text: string, { start, amount, end }: Core): boolean {
  const { length } = amount.arabic && !isAlone(text, start, end) ? text.slice(start, amount.end) : "";
  if (length >= 7 && /^\d+$/.test(text.slice(start, amount.end))) return true;
  if (length === 4 && amount.low >= 1900 && amount.low < 2100 && isHan(text, end)) return true;
  if (text[start - 1] === " " && isLatin(text, start - 2) && currencyBefore(text, start, 0) === null) return true;
  if (isLatin(text, end) || (amount.arabic && isLatin(text, start - 1) && currencyBefore(text, start, 0) === null))
    return true;
  const edge = "：: ".includes(text[start - 1] ?? "?") ? start - 1 : start;
  return PREFIXES.before(text, edge) !== null || SUFFIXES.at(text, skipSpaces(text, amount.end)) !== null;
}

/** A Chinese numeral without a unit counts when it has a unit character of its own, or stands alone. */
function isPlainNumeral(text: string, { start, end, amount }: Core): boolean {
  if (amount.form === "fraction") return true;
  if (isAlone(text, start, end) || isPredicate(text, start, end) || isCompared(text, start)) return true;
  if (amount.bare && isReached(text, start, end)) return true;
  if (amount.positional) return false;
  let units = 0;
  for (let at = start; at < amount.end; at++) {
    const role = numeralCharacter(text, at)?.role;
    if (role === "small" || role === "large" || role === "point" || role === "tens") units++;
  }
  return units > 0 && amount.end - start > 1;
}

/** 票房破亿, 逾百万, 销量达百万: a round number that a limit or an arrival leads to. */
const isReached = (text: string, start: number, end: number): boolean =>
  !isHan(text, end) && (REACHED.test(text[start - 1] ?? "") || boundBefore(text, start, 0, true) !== null);
const REACHED = /[达達到至]/;

/** 大于十并且小于二十. */
const isCompared = (text: string, start: number): boolean =>
  /(?:[大小等多少高低]于|[超不]过|[至最][多少])$/.test(text.slice(Math.max(0, start - 2), start));

/** 这不是五这是九: a numeral by itself after a copula. */
const isPredicate = (text: string, start: number, end: number): boolean =>
  "是为為到".includes(text[start - 1] ?? "?") && (!isHan(text, end) || "这這而却卻但还還吗嗎".includes(text[end]!));

/** 1. and （三） at the start of a line or sentence, (26) in brackets. */
function isListNumber(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? "\n";
  const after = text[end] ?? "\n";
  if ("(（〔[【".includes(before) && ")）〕]】".includes(after)) return true;
  const opens = before === "\n" || (!isHan(text, start - 1) && "。；;　".includes(before));
  const spoken = numeralCharacter(text, start) !== undefined && end - start <= 2 && before === "\n";
  return opens && (spoken ? "、.．)），" : "、.．)）").includes(after);
}
