import type { Span } from "../../schemas/span.ts";
import { findPlaces } from "./find.ts";
import { isCommonWord } from "./lexicon.ts";

/** A town, township, street or sumu named in a text; the gazetteer has no codes for them. */
export interface TownshipMention extends Span {
  readonly name: string;
  readonly code: null;
  readonly level: "township";
}

/** 区公所 is the office of a district that is run as towns are (苓雅区公所). */
const KIND = /镇|乡|街道|苏木|区(?=公所)/g;
const MAX_STEM = 7;
/** Words that go on behind the kind: 乡镇, 乡村, 镇级; names do not. */
const GOES_ON = /^(?:镇(?!党|政|人|委)|村|级|企业|亲|愁|土|绅|下|间|情|音|域|改|区)/;
/** Characters that end what stands before a name: function words and kinds of division. */
const EDGE = /[在的和与及至到从对向由是为了将把被给赴离距于任原省市县区旗州盟镇乡等称名以]/;
/** Stems that say which towns are meant and name none: 各镇, 驻地镇, 特色小镇. */
const NO_STEM =
  /[省市县区旗州盟镇乡的和与及各全该我本两几个等为改并撤设道强重老下之到在往向对给回返还]$|^[省市县区旗州盟的和与及在]?[城村集小]$|^.?[省市县区旗州盟与和][城村集小]$|^(?:苏木|驻地|所在|重点|中心|特色|试点|建制|卫星|工业|旅游|贫困|经济|历史|文化|政府|边境|美丽|示范|人口|撤并|合并|部分|所有|农业|偏远|其他|其它|其余|每个|多个|若干|附近|当地|邻近|相邻|下放|赋予|延伸|下沉|综合|推进|整个|优化|调整|全部|有关|相关|涉改|改革|精简|加强|直属|基层|管理|统一|服务|规模|千年|其中|包括|分别|撤销|新设|新增|设立|保留|减少|增加|去年|今年|明年|近年|当年|一些|有的|[一二三四五六七八九十百千]+[个座]?)$|^(?:各|每|全|去年|今年)/;
const SMALL = /[小城乡集村市家]$/;

/** Finds names of townships in Simplified text: two to seven characters before 镇, 乡, 街道 or 苏木, cut where another word ends. */
export function extractTownships(text: string): TownshipMention[] {
  const found: TownshipMention[] = [];
  for (const match of text.matchAll(KIND)) {
    const end = match.index + match[0].length;
    const stem = stemBefore(text, match.index, found.at(-1)?.end ?? 0);
    if (stem === null || GOES_ON.test(text.slice(end, end + 2))) continue;
    found.push({ start: match.index - stem.length, end, name: stem + match[0], code: null, level: "township" });
  }
  return found;
}

function stemBefore(text: string, kind: number, floor: number): string | null {
  const low = Math.max(floor, kind - MAX_STEM);
  // 柳家瑶族乡: a name stands before the ethnic group's.
  const least = text[kind - 1] === "族" ? 4 : 2;
  let start = kind - least;
  if (start < low || !/^(?![的了是])\p{Script=Han}+$/u.test(text.slice(start, kind))) return null;
  while (start > low && isHan(text[start - 1]) && !EDGE.test(text[start - 1]!) && !endsWord(text, start, low)) start--;
  const stem = afterPlace(text.slice(start, kind), least);
  return NO_STEM.test(stem) || isDescribed(stem) ? null : stem;
}

const endsWord = (text: string, start: number, low: number): boolean =>
  start - 2 >= low && isCommonWord(text.slice(start - 2, start));

/** 特色小镇, 中心集镇: a common word and a small kind of town. */
const isDescribed = (stem: string): boolean => SMALL.test(stem) && stem.length >= 3 && isCommonWord(stem.slice(-3, -1));

/** 佛坪大河坝镇: a bare name before the township's is none of it. */
function afterPlace(stem: string, least: number): string {
  if (stem.length < least + 2) return stem;
  const [place] = findPlaces(stem);
  return place?.start === 0 && !place.risky && stem.length - place.end >= least ? stem.slice(place.end) : stem;
}

const isHan = (char: string | undefined): char is string => char !== undefined && /\p{Script=Han}/u.test(char);
