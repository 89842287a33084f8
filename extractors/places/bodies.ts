import { BODY_KINDS } from "../../corpus/gazetteer/organisations.ts";
import type { Span } from "../../schemas/span.ts";
import { isCommonWord } from "./lexicon.ts";
import { LongestFirst } from "./longest-first.ts";

const kinds = new LongestFirst(BODY_KINDS);
/** Characters before the kind that a name may have. */
const MAX_STEM = 14;
const IN_NAME = /[\p{Script=Han}A-Za-z（）()·]/u;
/** Characters that no name holds: what stands before them is another phrase. */
const EDGE =
  /[的在和与及至到从对向由是为了将把被给赴于任称等或该各每所个名两座这那以并而且也就我你他她它们不没很更最还却太着了哪家些把因]/;
/** 华北|电力|大学: a part of the country opens a name as a place does. */
const REGION = /^(?:华北|华东|华南|华中|西北|西南|东北|中南|中国)(?!地区|各|最|的)/;
/** What a place's own hospital or school may be called. */
const OWN = /^(?:第[一二三四五六七八九十]+)?(?:人民|中心|附属|实验|职业技术|师范|医科)?$/;
const OF_THE_STATE = /^(?:中国|国家|全国|中华|中央)/;
/** 上市公司, 定点医院: which kind it is, and no name. */
const ORDINARY =
  /^(?:上市|国有|子|分|母|总|跨国|平台|中央|乡镇|县级|市级|省级|全资|控股|民营|私营|外资|城投|农民|专业|人民|附属|中心|定点|公立|民办|私立|重点|商业|股份|互联网|大数据|房地产|电商|装修|装饰|装潢|设计|数据|中|小|一|二|三|五|市)+$/;

/**
 * The company, school, hospital or society whose kind starts at `at`: from the place before it, where one stands near,
 * else from the last boundary of a phrase. Undefined where nothing is left that could be a name.
 */
export function bodyAt(
  text: string,
  at: number,
  floor: number,
  placeStarts: ReadonlyMap<number, Span>,
): Span | undefined {
  const kind = kinds.at(text, at);
  if (kind === undefined) return undefined;
  let low = at;
  const limit = Math.max(floor, at - MAX_STEM);
  while (low > limit && IN_NAME.test(text[low - 1]!)) low--;
  const edge = lastEdge(text, low, at);
  const place = firstPlace(placeStarts, edge, at);
  const start = place?.start ?? afterOtherWords(text, edge, at);
  const stem = text.slice(place?.end ?? start, at);
  if (EDGE.test(text.slice(Math.max(place?.end ?? start, at - 2), at))) return undefined;
  const brackets = text.slice(start, at);
  if (at - start < 2 || (ORDINARY.test(stem) && !(place && OWN.test(stem)))) return undefined;
  // 全县|中小学 are all of them.
  if (!place && /^[全本该各][县市省区州旗国镇乡]/.test(stem)) return undefined;
  if (!place && isAllWords(stem) && !REGION.test(stem)) return undefined;
  if (/[（(]/.test(brackets) !== /[）)]/.test(brackets)) return undefined;
  return { start, end: at + kind.length };
}

/** Where the phrase starts that ends at `at`, with two characters at least. */
function lastEdge(text: string, low: number, at: number): number {
  let start = Math.max(low, at - 2);
  while (start > low && !EDGE.test(text[start - 1]!)) start--;
  return start;
}

function firstPlace(placeStarts: ReadonlyMap<number, Span>, from: number, to: number): Span | undefined {
  for (let at = from; at < to; at++) {
    const place = placeStarts.get(at);
    if (place && place.end <= to) return place;
  }
  return undefined;
}

/** 确认中标广汽丰田公司: leading words of the sentence are no part of the name. */
function afterOtherWords(text: string, low: number, at: number): number {
  let start = low;
  while (
    at - start >= 4 &&
    !OF_THE_STATE.test(text.slice(start, start + 2)) &&
    !REGION.test(text.slice(start, at)) &&
    isCommonWord(text.slice(start, start + 2))
  ) {
    start += 2;
  }
  return start;
}

function isAllWords(stem: string): boolean {
  if (stem.length % 2 === 1) return false;
  for (let at = 0; at < stem.length; at += 2) if (!isCommonWord(stem.slice(at, at + 2))) return false;
  return true;
}
