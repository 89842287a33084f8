import { PROVINCE_ABBREVIATIONS } from "../../corpus/gazetteer/aliases.ts";
import { CORPS_CITIES, CORPS_NAME } from "../../corpus/gazetteer/corps.ts";
import type { Span } from "../../schemas/span.ts";
import { type Division, divisionOf } from "../places/index.ts";
import { lineage } from "./lineage.ts";
import type { Named } from "./named.ts";
import type { SettledPlace } from "./survey.ts";
import { placeName } from "./survey.ts";

/**
 * Names that stand only beside fuller ones of the same text: 鄂旗 (鄂伦春自治旗), 陕方 and 晋陕两省, 一师 and 十团 of the corps.
 * @param text simplified
 */
export function nicknames(text: string, places: readonly SettledPlace[]): Named[] {
  return [...banners(text, places), ...sides(text, places), ...corps(text)];
}

const named = (start: number, end: number, division: Division): Named => ({
  start,
  end,
  division,
  name: placeName(division),
});

/** Not 大县, 全旗: what a county is like, or which. */
const NO_NAME = /^[大小强弱穷富新老东西南北上下中前后左右全各本该此每两多原我你贵农牧山水]/;

/** 鄂旗, 莫旗: the first character of a banner or autonomous county that the text names in full. */
function banners(text: string, places: readonly SettledPlace[]): Named[] {
  const byShort = new Map<string, Division | null>();
  for (const { division } of places) {
    if (!/(?:旗|自治县)$/.test(division.name) || division.name.length < 4) continue;
    const short = division.name[0]! + division.name.at(-1)!;
    if (NO_NAME.test(short)) continue;
    const other = byShort.get(short);
    byShort.set(short, other === undefined || other?.id === division.id ? division : null);
  }
  if (byShort.size === 0) return [];
  const found: Named[] = [];
  for (let at = 0; at < text.length - 1; at++) {
    const division = byShort.get(text.slice(at, at + 2));
    if (division) found.push(named(at, at + 2, division));
  }
  return found;
}

const ABBREVIATION = `[${Object.keys(PROVINCE_ABBREVIATIONS).join("")}]`;
const SEVERAL = new RegExp(`${ABBREVIATION}{2,5}(?=[两二三四五]省|[两二三四五]地|[两三四]省[区市]|省界|交界)`, "gu");
const SIDE = new RegExp(`${ABBREVIATION}方(?![面向法案针式位便言略程形志才家剂略])`, "gu");

/** 晋陕两省 names both; 陕方 is said of a province that the text names. */
function sides(text: string, places: readonly SettledPlace[]): Named[] {
  const found: Named[] = [];
  for (const { index, 0: several } of text.matchAll(SEVERAL)) {
    for (let i = 0; i < several.length; i++) {
      const division = province(several[i]!);
      if (division) found.push(named(index + i, index + i + 1, division));
    }
  }
  const known = new Set(
    [...places, ...found].flatMap(({ division }) => (division ? lineage(division) : [])).map(({ id }) => id),
  );
  for (const { index, 0: side } of text.matchAll(SIDE)) {
    const division = province(side[0]!);
    if (division && known.has(division.id)) found.push(named(index, index + side.length, division));
  }
  return found;
}

const province = (abbreviation: string): Division | undefined => divisionOf(PROVINCE_ABBREVIATIONS[abbreviation] ?? "");

const OF_CORPS = /生产建设兵团|兵团[第一二三四五六七八九十]+师|师市|团场/;
const NUMBER = "[一二三四五六七八九十]{1,3}";
/** Offices that speak for the whole: 兵团党委编办. */
const OFFICE = "(?:党委)?(?:编办|财政局|人社局|统计局|发展改革委|党委组织部|组织部)?";
const UNIT = new RegExp(
  `(?:新疆生产建设)?兵团(?!第?${NUMBER}师)(?![战的]?士)${OFFICE}|(?:(?:新疆生产建设)?兵团)?第?(${NUMBER})师(?:[^\\P{Script=Han}的和与及在]{2,4}市)?(?:(${NUMBER}|\\d{1,3})团(?![员队结体购长级以聚圆]))?(?![资生傅徒范])|(?<![第\\d])(${NUMBER}|\\d{1,3})团(?![员队结体购长级以聚圆镇])`,
  "gu",
);

/** The corps, its divisions by their cities and its regiments, in a text that speaks of it. */
function corps(text: string): Named[] {
  if (!OF_CORPS.test(text)) return [];
  return [...text.matchAll(UNIT)].flatMap(({ index, 0: whole, 1: number, 2: regiment, 3: alone }) => {
    const span = { start: index, end: index + whole.length };
    if (alone !== undefined) return [regimentOf(span, `${alone}团`)];
    if (regiment !== undefined) return [regimentOf(span, `第${number}师${regiment}团`)];
    if (number === undefined) return [{ ...span, division: null, name: { name: CORPS_NAME, code: null, level: null } }];
    return [ofDivision(text, span, number)];
  });
}

const regimentOf = (span: Span, name: string): Named => ({
  ...span,
  division: null,
  name: { name, code: null, level: null },
});

/** 第一师 and its city are one; 第一师电力公司 has taken more than the city's name, and gives it back. */
function ofDivision(text: string, { start, end }: Span, number: string): Named {
  const city = divisionOf(CORPS_CITIES[number] ?? "");
  const said = text.slice(start, end);
  const bare = start + said.indexOf("师") + 1;
  if (city === undefined)
    return { start, end: bare, division: null, name: { name: `${CORPS_NAME}第${number}师`, code: null, level: null } };
  return named(start, said.endsWith(city.name) ? end : bare, city);
}
