import { FOREIGN_STATES } from "../../corpus/gazetteer/foreign.ts";
import {
  CENTRAL_BODIES,
  FOREIGN_BODIES,
  OFFICE_FIELDS,
  OFFICE_KINDS,
  SAR_BODIES,
  SHORT_BODIES,
  TAIWAN_BODIES,
} from "../../corpus/gazetteer/organisations.ts";
import type { Span } from "../../schemas/span.ts";
import { derived } from "../vocabulary/in-use.ts";
import { NOTHING_ADDED } from "../vocabulary/vocabulary.ts";
import { bodyAt } from "./bodies.ts";
import { findPlaces, type PlaceMention } from "./find.ts";
import { foreignAt } from "./foreign.ts";
import { LongestFirst } from "./longest-first.ts";
import { zoneAt } from "./zones.ts";

/** An organisation or a foreign state named in a text. */
export interface OrganisationMention extends Span {
  /** As written, with the place before it where one stands there: 湖北省供销合作总社. */
  readonly name: string;
  /**
   * `nation` for a state or its government as a whole; `province` and `county` for its parts; `township` for a town that
   * a lexicon names; null for a zone.
   */
  readonly level: "organisation" | "nation" | "province" | "county" | "township" | null;
  /**
   * `listed`: known by name; `country`: a foreign state or its government; `part`: a part of one; `office`: a place's or a state's office by
   * what it is for; `zone`: a development zone or its committee; `body`: a company, school, hospital or society by its last word.
   */
  readonly kind: "listed" | "country" | "part" | "office" | "zone" | "body";
  /** True for an office without a place (县财政局): it belongs to the place in focus. */
  readonly local: boolean;
}

/** Names of foreign bodies that stand well without their state: no short ones, which may be a county's own. */
const foreignBodies = FOREIGN_STATES.flatMap(({ bodies }) => bodies).filter(
  (name) => /部$|省$/.test(name) || name.length > 4,
);
const LISTED = [
  ...CENTRAL_BODIES,
  ...SAR_BODIES,
  ...SHORT_BODIES.keys(),
  ...TAIWAN_BODIES,
  ...FOREIGN_BODIES,
  ...foreignBodies,
];

interface Body {
  readonly name: string;
  readonly level: "organisation" | "township";
}

/** Bodies known by name: how they are written, and which of these stand for something else than themselves. */
const known = derived(
  ({ organisations }) => organisations,
  (added) => ({
    names: new LongestFirst([...LISTED, ...added.flatMap(({ name, aliases }) => [name, ...aliases])]),
    meaning: new Map<string, Body>([
      ...[...SHORT_BODIES].map(([short, name]) => [short, { name, level: "organisation" }] as const),
      ...added.flatMap(({ name, level, aliases }) =>
        [name, ...aliases].map((word) => [word, { name, level }] as const),
      ),
    ]),
  }),
);
const fields = new LongestFirst(OFFICE_FIELDS);
const officeKinds = new LongestFirst(OFFICE_KINDS);

/** True for a body that the tables, without any lexicon, know by this name. */
export const isListed = (name: string): boolean => known(NOTHING_ADDED).names.at(name, 0) === name;

/**
 * Finds organisations in Simplified text, in order, without overlaps; time grows with the length of the text only.
 * @param places what {@link findPlaces} found in the same text, where that is known already
 */
export function findOrganisations(text: string, places = findPlaces(text)): OrganisationMention[] {
  const safe = places.filter(({ risky }) => !risky);
  const placeEnds = new Map(safe.map((place) => [place.end, place]));
  // A risky name (朝阳) before 高新区 is a place.
  const zoneStarts = new Map(places.map((place) => [place.end, place]));
  const placeStarts = new Map(safe.map((place) => [place.start, place]));
  const found: OrganisationMention[] = [];
  const listed = known().names;
  for (let at = 0; at < text.length; ) {
    const floor = found.at(-1)?.end ?? 0;
    const mention =
      placeStarts.has(at) && !listed.at(text, at)
        ? undefined
        : (listedAt(text, at) ??
          foreignAt(text, at) ??
          zoneAt(text, at, floor, zoneStarts) ??
          officeAt(text, at, floor, placeEnds) ??
          companyAt(text, at, floor, placeStarts));
    if (mention) addTo(found, mention);
    at = mention ? mention.end : Math.max(at + 1, listed.at(text, at) ? 0 : (placeStarts.get(at)?.end ?? 0));
  }
  return found;
}

/** 国家税务总局|兰州市税务局 and 水利部|黄河水利委员会 are one: a central body names its branch. */
function addTo(found: OrganisationMention[], mention: OrganisationMention): void {
  const last = found.at(-1);
  const branch = mention.kind === "office" || mention.kind === "listed";
  if (last?.kind === "listed" && branch && last.end === mention.start && /[部局行署会]$/.test(last.name))
    found[found.length - 1] = { ...mention, start: last.start, name: last.name + mention.name, local: false };
  else found.push(mention);
}

function listedAt(text: string, at: number): OrganisationMention | undefined {
  const { names, meaning } = known();
  const name = names.at(text, at);
  if (name === undefined || /^[门长]/.test(text.slice(at + name.length))) return undefined;
  // 省教育局 and 广西大学医院 are read by their kind, with what stands before them.
  if (/[省市县区州旗镇乡]/.test(text[at - 1] ?? "") && /[局部署委]$/.test(name)) return undefined;
  // 人力资源社会保障局 is one office: a listed name may be the tail of a longer one.
  if (/[局署委]$/.test(name) && tailOfOffice(text, at)) return undefined;
  const body = meaning.get(name) ?? { name, level: "organisation" };
  return { start: at, end: at + name.length, ...body, kind: "listed", local: false };
}

function tailOfOffice(text: string, at: number): boolean {
  const joined = /[和与、及]/.test(text[at - 1] ?? "") ? 1 : 0;
  return fields.endingAt(text, at - joined, 0) !== undefined;
}

/** At the start of an office's kind: walks back over what the office is for, then over the place. */
function officeAt(
  text: string,
  at: number,
  floor: number,
  placeEnds: ReadonlyMap<number, PlaceMention>,
): OrganisationMention | undefined {
  const kind = officeKinds.at(text, at);
  if (kind === undefined || /^(?:[部门长级面限势]|内(?!设))/.test(text.slice(at + kind.length))) return undefined;
  // 科学|城管委|会
  if (/委$/.test(kind) && /^[会员]/.test(text.slice(at + kind.length))) return undefined;
  const start = backOverFields(text, at, floor);
  const holder = holderStart(text, start, floor, placeEnds);
  // 省委编办 says what it is for; 中国委员会 does not.
  if (start === at && !(holder < start && /编办|总社|联社/.test(kind))) return undefined;
  const end = at + kind.length;
  const local = holder < start && !placeEnds.has(start) && /^[省市县区州旗镇乡]/.test(text.slice(holder));
  // A lone 管理局 or 服务委员会 names nothing.
  if (holder === start && (start === at || isVague(text.slice(start, at)))) return undefined;
  return { start: holder, end, name: text.slice(holder, end), level: "organisation", kind: "office", local };
}

const isVague = (field: string): boolean =>
  /^(?:管理|服务|监管|监督|监督管理|综合|事务|研究|行政|总|开发|协调|中央|国家|联合|机关)+$/.test(field);

function backOverFields(text: string, at: number, floor: number): number {
  let start = at;
  for (;;) {
    const join = start < at && /[和与、及]/.test(text[start - 1] ?? "") ? 1 : 0;
    const field = fields.endingAt(text, start - join, floor);
    if (field === undefined) return start;
    start -= join + field.length;
  }
}

function holderStart(text: string, start: number, floor: number, placeEnds: ReadonlyMap<number, PlaceMention>): number {
  let holder = start;
  for (let place = placeEnds.get(holder); place && place.start >= floor; place = placeEnds.get(holder))
    holder = place.start;
  if (holder < start) return holder;
  const word = /(?:国家|全国|中国|中央|[省市县区州旗镇乡])$/.exec(text.slice(Math.max(floor, start - 2), start));
  return word ? start - word[0].length : start;
}

/** 县中医院, 市第一人民医院: whose it is, the text has said before. */
const OF_THE_PLACE = /^(?:[县旗州](?!级|属|办)|[市区](?=第[一二三四五六七八九十]|人民|中心|中医|妇幼))/;

function companyAt(
  text: string,
  at: number,
  floor: number,
  placeStarts: ReadonlyMap<number, PlaceMention>,
): OrganisationMention | undefined {
  const span = bodyAt(text, at, floor, placeStarts);
  if (span === undefined) return undefined;
  const name = text.slice(span.start, span.end);
  const local = !placeStarts.has(span.start) && OF_THE_PLACE.test(name);
  return { ...span, name, level: "organisation", kind: "body", local };
}
