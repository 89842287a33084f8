import { COMMITTEE_KINDS, NAMED_ZONES, ZONE_KINDS } from "../../corpus/gazetteer/zones.ts";
import { isCommonWord } from "./lexicon.ts";
import { LongestFirst } from "./longest-first.ts";
import type { OrganisationMention } from "./organisations.ts";

const named = new LongestFirst(NAMED_ZONES);
const zones = new LongestFirst(ZONE_KINDS);
const kinds = new LongestFirst([...ZONE_KINDS, ...COMMITTEE_KINDS]);
const COMMITTEE = /^(?:党工委)?(?:、)?(?:管理委员会|管委会)/;
/** 国家级高新区, 各类开发区: which zones are meant, and no name. */
const GENERAL =
  /(?:国家|省|市|县|级|各|类|个|家|级别|等|全|每|该|本|的|和|与|及|在|对|为|把|由|将|是|有|区|园|所|些|国|型|性)$/;
const STEM = /[\p{Script=Han}]{2,6}$/u;
const EDGE = /[的在和与及至到从对向由是为了将把被给赴于各每该本等个家类级，。、]/;

/**
 * A development zone, or its committee, that starts at `at`: after a place that ends there, known by name, or with any
 * name before it where its committee stands behind. The committee goes by its full title.
 */
export function zoneAt(
  text: string,
  at: number,
  floor: number,
  placeEnds: ReadonlyMap<number, { readonly start: number }>,
): OrganisationMention | undefined {
  const whole = named.at(text, at);
  if (whole !== undefined) return mention(text, at, at + whole.length);
  const kind = kinds.at(text, at) ?? (COMMITTEE.test(text.slice(at, at + 8)) ? "" : undefined);
  if (kind === undefined) return undefined;
  const end = at + kind.length;
  const place = placeEnds.get(at);
  const committee = COMMITTEE.test(text.slice(end, end + 8));
  if (place !== undefined && place.start >= floor)
    return committee || zones.at(text, at) === kind ? mention(text, place.start, end) : undefined;
  const start = committee && kind !== "" ? stemStart(text, at, floor) : at;
  return start < at ? mention(text, start, end) : undefined;
}

function mention(text: string, start: number, end: number): OrganisationMention | undefined {
  const committee = COMMITTEE.exec(text.slice(end, end + 8))?.[0];
  // 开发区内, 新区建设 speak of the ground.
  if (committee === undefined && /^[内外域里块位间段]/.test(text.slice(end))) return undefined;
  const zone = text.slice(start, end);
  const name = committee === undefined ? zone : `${zone}管理委员会`;
  const level = committee === undefined ? null : "organisation";
  return { start, end: end + (committee?.length ?? 0), name, level, kind: "zone", local: false };
}

/** Where a zone's own name starts: two to six characters back to where another phrase ends. */
function stemStart(text: string, at: number, floor: number): number {
  const before = STEM.exec(text.slice(Math.max(floor, at - 6), at))?.[0] ?? "";
  let length = 2;
  while (length < before.length && !EDGE.test(before.at(-1 - length)!) && !endsWord(before, length)) length++;
  const stem = before.slice(before.length - length);
  if (before.length < 2 || GENERAL.test(stem) || EDGE.test(stem) || isCommonWord(stem)) return at;
  return at - length;
}

const endsWord = (before: string, length: number): boolean =>
  before.length - length >= 2 && isCommonWord(before.slice(-length - 2, before.length - length));
