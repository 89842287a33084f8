import { FOREIGN_SHORT_NAMES, FOREIGN_STATES, type ForeignState, SOUNDS } from "../../corpus/gazetteer/foreign.ts";
import { COUNTRIES } from "../../corpus/gazetteer/organisations.ts";
import { isCommonWord } from "./lexicon.ts";
import { LongestFirst } from "./longest-first.ts";
import type { OrganisationMention } from "./organisations.ts";

const countries = new LongestFirst(COUNTRIES);
const parts = new LongestFirst(FOREIGN_STATES.flatMap((state) => state.parts));
const shortParts = new LongestFirst(Object.keys(FOREIGN_SHORT_NAMES));
const byName = new Map(FOREIGN_STATES.map((state) => [state.name, state]));
const bodiesOf = new Map(FOREIGN_STATES.map(({ name, bodies }) => [name, new LongestFirst(bodies)]));
const partOf = new Map(FOREIGN_STATES.flatMap((state) => state.parts.map((part) => [part, state.name] as const)));

/** What is known of a state by its short name; undefined for most of the world. */
export const foreignState = (name: string): ForeignState | undefined => byName.get(name);

/** The state that a part of it (马里兰州) belongs to. */
export const stateOfPart = (part: string): string | undefined => partOf.get(part);

/**
 * Length of the foreign name of three characters or more that starts at `at`; 0 where none does. What lies inside it
 * is no Chinese division: 内华|达州, 北海|道.
 */
export function foreignLength(text: string, at: number): number {
  const part = parts.at(text, at)?.length ?? 0;
  const country = countries.at(text, at)?.length ?? 0;
  const longest = Math.max(part, country);
  return longest > 2 ? longest : 0;
}

/** True where the two characters before `at` write foreign sounds: 马|里|兰州, 费尔|法|克斯县. */
export const soundsForeign = (text: string, at: number): boolean =>
  at > 1 && SOUNDS.has(text[at - 1]!) && SOUNDS.has(text[at - 2]!);

/** 参加|纳税 is not 加纳, nor 今日|本市 日本. */
const isChance = (text: string, at: number): boolean =>
  isCommonWord(text.slice(at - 1, at + 1)) &&
  (isCommonWord(text.slice(at + 1, at + 3)) || /[本该此各全两几每]/.test(text[at + 1] ?? ""));

const GOVERNMENT = /^(?:联邦|中央)?(?:政府|当局)/;
const BODY =
  /^[^\P{Script=Han}的和与及在对向等人是于第州省县]{1,10}?(?:委员会|办公室|总署|国会|议会|法院|银行|(?<![东南西北中总内外各全])[部署局院](?![门长内下分落]))/u;
/** Kinds that only these states' offices have. */
const EXTRA_KINDS: Readonly<Record<string, RegExp>> = {
  日本: /^[^\P{Script=Han}的和与及在对向等人是于第]{1,6}?[省厅府](?![里内级])/u,
  韩国: /^[^\P{Script=Han}的和与及在对向等人是于第]{2,8}?[处厅](?![里内级理于])/u,
};

/** 美国联邦政府, 英国国防部, 日本: a state, its government, or a body of it; 马里兰州: a part of one. */
export function foreignAt(text: string, at: number): OrganisationMention | undefined {
  const part = parts.at(text, at);
  if (part !== undefined && !(part.length === 2 && isChance(text, at))) return partMention(text, at, part);
  const short = shortParts.at(text, at);
  if (short !== undefined && !isCommonWord(text.slice(at - 1, at + 1))) return partMention(text, at, short);
  const country = countries.at(text, at);
  if (country === undefined || (country.length === 2 && isChance(text, at))) return undefined;
  const behind = at + country.length;
  const rest = text.slice(behind, behind + 14);
  if (parts.at(text, behind)) return country.length > 2 ? undefined : stateMention(text, at, behind, "nation");
  const government = GOVERNMENT.exec(rest)?.[0];
  if (government !== undefined) return stateMention(text, at, behind + government.length, "nation");
  const body = bodiesOf.get(country)?.at(text, behind) ?? EXTRA_KINDS[country]?.exec(rest)?.[0] ?? BODY.exec(rest)?.[0];
  return stateMention(text, at, behind + (body?.length ?? 0), body === undefined ? "nation" : "organisation");
}

function stateMention(text: string, start: number, end: number, level: "nation" | "organisation"): OrganisationMention {
  const kind = level === "nation" ? "country" : "office";
  return { start, end, name: text.slice(start, end), level, kind, local: false };
}

/** A county of a part has its kind behind a foreign name: 弗吉尼亚州|费尔法克斯县. */
const COUNTY = /^[^\P{Script=Han}的和与及在对向等人是于第州省县市各全多某]{2,7}[县郡市](?![长级场])/u;

function partMention(text: string, start: number, name: string): OrganisationMention {
  const behind = start + name.length;
  const county = COUNTY.exec(text.slice(behind, behind + 9))?.[0];
  if (county !== undefined && mostlySounds(county.slice(0, -1)))
    return { start, end: behind + county.length, name: county, level: "county", kind: "part", local: false };
  const full = FOREIGN_SHORT_NAMES[name] ?? name;
  if (text.startsWith("政府", behind))
    return { start, end: behind + 2, name: full, level: "province", kind: "part", local: false };
  const body = BODY.exec(text.slice(behind, behind + 12))?.[0] ?? "";
  const level = body === "" ? "province" : "organisation";
  return {
    start,
    end: behind + body.length,
    name: full + body,
    level,
    kind: body === "" ? "part" : "office",
    local: false,
  };
}

const mostlySounds = (name: string): boolean =>
  [...name].filter((sound) => SOUNDS.has(sound)).length >= 0.6 * name.length;
