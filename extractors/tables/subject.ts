import { OFFICE_END, SUBJECT_HEAD, SUBTOTAL_ROW, TOTAL_ROW, TOWN_HEAD } from "../../corpus/lexicon/tables.ts";
import type { PlaceItem } from "../context/item.ts";
import type { PlaceName } from "../context/place-name.ts";
import { divisionOf, extractTownships, findPlaces, isWithin } from "../places/index.ts";
import { findOrganisations } from "../places/organisations.ts";

/** Whom the table speaks of where its labels name nobody. */
export interface Whom {
  /** The county or city in focus. */
  readonly whole: PlaceName | null;
}

/** Whose numbers stand with a label. */
export interface LabelSubject {
  readonly name: PlaceName;
  /** Words of the label that are no part of the name: 党政机构 of 佛坪县党政机构. */
  readonly rest: string;
}

export const isTotal = (text: string): boolean => TOTAL_ROW.test(text);
export const isSubtotal = (text: string): boolean => SUBTOTAL_ROW.test(text);

/**
 * The place, town or office that a label names.
 * @param places those found in the label's own span
 * @param head the head of the label's column: 部门, 乡镇
 */
export function subjectOf(
  label: string,
  places: readonly PlaceItem[],
  head: string,
  whole: PlaceName | null,
): LabelSubject | null {
  const text = label.replace(/^\s*\d{1,2}[.、．]\s*/, "").replace(/[（(][^）)]*[）)]$/, "");
  if (text === "" || isTotal(text)) return null;
  const office = officeIn(text, whole);
  if (office !== null) return { name: office, rest: "" };
  const place = places.at(-1);
  if (place !== undefined && place.places.length === 1)
    return { name: place.places[0]!, rest: text.slice(text.indexOf(place.text) + place.text.length) };
  const spaced = nameIn(text, whole);
  if (spaced !== null) return { name: spaced, rest: "" };
  const [town] = extractTownships(text);
  if (town !== undefined && town.start === 0 && TOWN_GOVERNMENT.test(text.slice(town.end)))
    return { name: { name: town.name, code: null, level: "township" }, rest: "" };
  return byHead(text, head, whole);
}

/** 萧　县, whose space hid it from the reader of running text. */
function nameIn(text: string, whole: PlaceName | null): PlaceName | null {
  const found = findPlaces(text).find(({ start, end }) => start === 0 && end === text.length);
  if (found === undefined || found.form === "bare") return null;
  const outer = whole?.code == null ? undefined : divisionOf(whole.code);
  const inside = found.entries.filter((entry) => outer !== undefined && isWithin(entry, outer));
  const division = inside[0] ?? (found.entries.length === 1 ? found.entries[0] : undefined);
  return division === undefined ? null : { name: division.name, code: division.code, level: division.level };
}

/** 丹州街道办事处 is the street itself. */
const TOWN_GOVERNMENT = /^(?:办事处|人民政府|政府|公所)?$/;
const TOWN_NAME = /^(.+?(?:[镇乡]|街道|苏木))(?:办事处|人民政府|政府|公所)?$/;

/** 县教育局 is that of the county in focus. */
function officeIn(text: string, whole: PlaceName | null): PlaceName | null {
  const [found] = findOrganisations(text);
  if (found === undefined || found.start > 0 || found.end < text.length) return null;
  if (found.level === "nation") return { name: found.name, code: null, level: "nation" };
  return officeOf(found.name, found.local || !/[省市县区州旗]/.test(found.name) ? whole : null);
}

function officeOf(name: string, holder: PlaceName | null): PlaceName {
  const own = holder === null || name.startsWith(holder.name) ? "" : holder.name;
  return {
    name: own + (own === "" ? name : name.replace(/^[省市县区州旗](?=.{2})/, "")),
    code: null,
    level: "organisation",
  };
}

/** Under 部门 or 乡镇 any name is one. */
function byHead(text: string, head: string, whole: PlaceName | null): LabelSubject | null {
  if (!SUBJECT_HEAD.test(head) || !/^\p{Script=Han}{2,20}$/u.test(text)) return null;
  const town = TOWN_HEAD.test(head) ? TOWN_NAME.exec(text)?.[1] : undefined;
  if (town !== undefined) return { name: { name: town, code: null, level: "township" }, rest: "" };
  if (/部门|单位|机[构关]/.test(head) && OFFICE_END.test(text)) return { name: officeOf(text, whole), rest: "" };
  return null;
}
