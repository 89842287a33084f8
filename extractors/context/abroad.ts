import { FOREIGN_SHORT_NAMES, FOREIGN_STATES } from "../../corpus/gazetteer/foreign.ts";
import { COUNTRIES } from "../../corpus/gazetteer/organisations.ts";
import type { Document } from "../../schemas/document.ts";
import { foreignState, stateOfPart } from "../places/foreign.ts";
import { LongestFirst } from "../places/longest-first.ts";
import type { OrganisationMention } from "../places/organisations.ts";
import type { PlaceName } from "./place-name.ts";

interface Evidence {
  readonly at: number;
  readonly state: string;
}

const signOf = new Map(FOREIGN_STATES.flatMap(({ name, signs }) => signs.map((sign) => [sign, name] as const)));
const signs = new LongestFirst([...signOf.keys()]);
/** Bodies that only one state has, by name. */
const ownerOf = uniqueOwners();
const countryNames = new LongestFirst(COUNTRIES);
/** 联邦政府 and 联邦法官 are of the state last spoken of. */
const FEDERAL = /^联邦(?:政府|机构)?$/;

/** Which foreign state a text speaks of, where it names its bodies without it. */
export class Abroad {
  /** The state that the whole text is about; null in news of China and in news of many states. */
  readonly home: string | null;
  private readonly evidence: readonly Evidence[];
  private readonly blockStarts: readonly number[];

  /** @param divisions how often the text names divisions of China */
  constructor(document: Document, organisations: readonly OrganisationMention[], divisions: number) {
    this.evidence = evidenceIn(document.simplified, organisations);
    this.home = homeOf(this.evidence, divisions + signsOfChina(document.simplified), titleEnd(document));
    this.blockStarts = document.sentences
      .filter(({ block }, i, all) => i === 0 || all[i - 1]!.block !== block)
      .map(({ start }) => start);
  }

  /** 卫生与公众服务部 is 美国卫生与公众服务部 in news of America; names that need no state stay. */
  nameOf(mention: OrganisationMention): PlaceName {
    const { name, level, kind, start } = mention;
    if (kind === "part") return { name, code: null, level };
    if (level === "nation") return { name: stateName(name), code: null, level };
    if (kind === "country" || kind === "body" || countryNames.at(name, 0)) return { name, code: null, level };
    const state = this.stateAt(start);
    if (FEDERAL.test(name)) return { name: state ?? name, code: null, level: state ? "nation" : level };
    const here = state !== null && this.home !== null && foreignState(state)?.bodies.includes(name) ? state : null;
    const owner = here ?? ownerOf.get(name);
    return { name: owner === undefined ? name : `${owner}${name}`, code: null, level };
  }

  /** The state last named before `at` in its paragraph, else the text's own. */
  private stateAt(at: number): string | null {
    const from = last(this.blockStarts, (start) => start <= at) ?? 0;
    const near = last(this.evidence, (one) => one.at < at);
    return near !== undefined && near.at >= from ? near.state : this.home;
  }

  /** The part that a short name stands for (德州) in news of its state; undefined elsewhere. */
  partBy(short: string): PlaceName | undefined {
    const name = FOREIGN_SHORT_NAMES[short];
    const state = name === undefined ? undefined : stateOfPart(name);
    if (name === undefined || !this.evidence.some((one) => one.state === state)) return undefined;
    return { name, code: null, level: "province" };
  }
}

/** 阿根廷政府 is Argentina. */
const stateName = (name: string): string => name.replace(/(?:联邦|中央)?(?:政府|当局)$/, "");

function uniqueOwners(): Map<string, string> {
  const owners = new Map<string, string[]>();
  for (const { name, bodies } of FOREIGN_STATES) {
    for (const body of bodies) owners.set(body, [...(owners.get(body) ?? []), name]);
  }
  const shared =
    /^(?:国务院|财政部|国防部|教育部|司法部|农业部|商务部|交通部|外交部|公安部|文化部|环境部|卫生部|内务部|法务部|铁道部|人事部|建设部|科技部|审计署|国家统计局|总理府|环保署|国税局|国家审计署|国家气象局|国家安全局|社会保障局|邮政局|税务局|统计局)$/;
  return new Map(
    [...owners].flatMap(([body, [only, ...more]]) =>
      more.length === 0 && only && !shared.test(body) ? [[body, only] as const] : [],
    ),
  );
}

function evidenceIn(text: string, organisations: readonly OrganisationMention[]): Evidence[] {
  const found: Evidence[] = [];
  for (const { name, kind, start, end } of organisations) {
    // 维州 and 新州 prove nothing of themselves.
    if (kind === "part" && end - start < name.length) continue;
    const state = kind === "part" ? stateOfPart(name) : (countryNames.at(name, 0) ?? ownerOf.get(name));
    if (state !== undefined && state !== "联合国") found.push({ at: start, state });
  }
  for (let at = 0; at < text.length; at++) {
    const sign = signs.at(text, at);
    if (sign === undefined) continue;
    found.push({ at, state: signOf.get(sign)! });
    at += sign.length - 1;
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Words that only news of China uses of itself. */
const CHINA =
  /中国(?!驻)|我国|中共|党中央|国务院办公厅|国家发展改革委|国家发改委|中央编办|编办|编委|党委|党组|本报讯|全国人大|全国政协|人民币/g;
const signsOfChina = (text: string): number => text.match(CHINA)?.length ?? 0;

/** The state with most of the evidence, where the text has more of it than of China; the headline's goes first. */
function homeOf(evidence: readonly Evidence[], ofChina: number, title: number): string | null {
  const counts = new Map<string, number>();
  for (const { state } of evidence) counts.set(state, (counts.get(state) ?? 0) + 1);
  const [top, next] = [...counts].sort((a, b) => b[1] - a[1]);
  if (top === undefined || evidence.length <= ofChina) return null;
  const headline = new Set(evidence.filter(({ at }) => at < title).map(({ state }) => state));
  const [first] = headline;
  if (headline.size === 1 && first !== undefined) return first;
  return next === undefined || top[1] > next[1] ? top[0] : null;
}

const titleEnd = ({ sentences }: Document): number => last(sentences, ({ kind }) => kind === "title")?.end ?? 0;

/** The last element of an ordered list that satisfies a test which holds for its beginning. */
function last<T>(all: readonly T[], holds: (one: T) => boolean): T | undefined {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(all[middle]!)) low = middle + 1;
    else high = middle;
  }
  return all[low - 1];
}
