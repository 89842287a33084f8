import { REGION_SIGNS } from "../../corpus/lexicon/regions.ts";
import type { Document, Sentence } from "../../schemas/document.ts";
import {
  certainPlaces,
  type Division,
  divisionOf,
  extractTownships,
  findPlaces,
  isWithin,
  type PlaceContext,
  type PlaceMention,
  parentOf,
  resolvePlace,
} from "../places/index.ts";
import type { PlaceName } from "./place-name.ts";

/** A place of the text, settled. */
export interface SettledPlace {
  readonly start: number;
  readonly end: number;
  readonly division: Division;
}

/** What the whole document says of places, before any sentence is read. */
export interface Survey {
  /** In text order, offsets of the simplified text; a chain (山西省忻州市河曲县) is one, its last. */
  readonly places: readonly SettledPlace[];
  readonly townships: readonly { readonly start: number; readonly end: number; readonly name: string }[];
  /** Whom the document speaks of where a sentence names nobody; null where it names no place at all. */
  readonly focus: Division | null;
  /** How often each division is named, by id. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Finds and settles every place of a document, and whom it is about. */
export function survey(document: Document): Survey {
  const mentions = findPlaces(document.simplified);
  const context = certainPlaces(mentions);
  const sure = settledPlaces(document, mentions, (mention) => settle(mention, context, document.simplified));
  // 凤山机改: a name that could be a word is one where the text names no other place and leads with it.
  const places = sure.length > 0 ? sure : settledPlaces(document, leading(mentions), only);
  const counts = new Map<string, number>();
  for (const { division } of places) counts.set(division.id, (counts.get(division.id) ?? 0) + 1);
  return { places, townships: extractTownships(document.simplified), focus: focusOf(document, places, counts), counts };
}

/** How far the head of a text goes, with headline and byline. */
const HEAD = 60;

/** The mentions of the name that a text's head repeats, or names with others of it further down. */
function leading(mentions: readonly PlaceMention[]): PlaceMention[] {
  const first = mentions.find(({ start }) => start < HEAD);
  const same = mentions.filter(({ text }) => text === first?.text);
  return same.length > 1 ? same : [];
}

const only = ({ entries }: PlaceMention): Division | null => (entries.length === 1 ? entries[0]! : null);

function settledPlaces(
  document: Document,
  mentions: readonly PlaceMention[],
  settled: (mention: PlaceMention) => Division | null,
): SettledPlace[] {
  const places: SettledPlace[] = [];
  for (const mention of mentions) {
    const division = settled(mention);
    if (division === null) continue;
    const last = places.at(-1);
    // 山西省忻州市河曲县 speaks of the county alone.
    const chained = last !== undefined && last.end === mention.start && isWithin(division, last.division);
    if (chained) places.pop();
    if (isDateline(document.simplified, mention)) continue;
    places.push({ start: chained ? last.start : mention.start, end: mention.end, division });
  }
  return places;
}

/** 【南投讯】, 本报兰州1月9日电: where the news was written. */
const isDateline = (text: string, { start, end }: PlaceMention): boolean =>
  /^(?:讯|电|\d{1,2}日电|\d{1,2}月\d{1,2}日[电讯]|(?:\d{4}年)?\d{1,2}月\d{1,2}日[电讯])/.test(
    text.slice(end, end + 14),
  ) && /(?:^|[【（(\n“]|本报|社|记者|本刊)$/.test(text.slice(Math.max(0, start - 3), start));

/** A bare name counts where the document names the place in full too, or where it is no common word. */
function settle(mention: PlaceMention, context: PlaceContext, text: string): Division | null {
  const division = resolvePlace(mention, context) ?? (mention.entries.length === 1 ? mention.entries[0]! : null);
  if (division === null) return null;
  if (mention.risky && !context.certain.has(division.id) && !isListed(mention, division, context, text)) return null;
  return division;
}

/** 三明市的明溪、泰宁、建宁: bare names in a list under a parent that the document names. */
function isListed(
  { start, end }: PlaceMention,
  division: Division,
  { certain, holders }: PlaceContext,
  text: string,
): boolean {
  const parent = parentOf(division);
  if (parent === null || !(certain.has(parent.id) || (holders.has(parent.id) && parent.level === "prefecture")))
    return false;
  return /[、和与]/.test(text[end] ?? "") || /[、和与，。；\s]/.test(text[start - 1] ?? " ");
}

const RANK: Readonly<Record<Division["level"], number>> = { nation: 0, province: 1, prefecture: 2, county: 3 };

function focusOf(
  document: Document,
  places: readonly SettledPlace[],
  counts: ReadonlyMap<string, number>,
): Division | null {
  const title = document.sentences.filter(({ kind }) => kind === "title");
  const inTitle = places
    .filter((place) => title.some((sentence) => within(place, sentence)))
    .map(({ division }) => division);
  const first = oneLine(inTitle);
  if (first !== null) return refine(first, counts);
  if (inTitle.length > 0) return common(inTitle);
  // In news of a region that only names mainland counties in short, such names are piers, shops and people.
  const region = REGION_SIGNS.find(([signs]) => signs.test(document.simplified))?.[1];
  const isShort = ({ start, end, division }: SettledPlace) =>
    division.level !== "province" && !division.id.startsWith(region!.slice(0, 2)) && end - start < division.name.length;
  if (region !== undefined && places.length > 0 && places.every(isShort)) return divisionOf(region) ?? null;
  return busiest(
    counts,
    places.find(({ division }) => division.level === "county"),
  );
}

const within = (place: SettledPlace, sentence: Sentence): boolean =>
  place.start >= sentence.start && place.end <= sentence.end;

/** The deepest of several divisions that all lie on one line (山西, 忻州, 河曲), or null. */
function oneLine(divisions: readonly Division[]): Division | null {
  const deepest = [...divisions].sort((a, b) => RANK[b.level] - RANK[a.level])[0];
  if (deepest === undefined) return null;
  return divisions.every((division) => division.id === deepest.id || isWithin(deepest, division)) ? deepest : null;
}

/** A headline that names a province alone may stand over a text about one county: then the county is meant. */
function refine(found: Division, counts: ReadonlyMap<string, number>): Division {
  if (found.level === "county") return found;
  const inside = [...counts].flatMap(([id, count]) => {
    const division = divisionOf(id);
    return division?.level === "county" && isWithin(division, found) ? [{ division, count }] : [];
  });
  const total = inside.reduce((sum, { count }) => sum + count, 0);
  const top = inside.sort((a, b) => b.count - a.count)[0];
  return top !== undefined && top.count >= 3 && top.count / total > 0.7 && top.count > (counts.get(found.id) ?? 0)
    ? top.division
    : found;
}

/** The smallest division that holds all of them. */
function common(divisions: readonly Division[]): Division | null {
  for (let up: Division | null = divisions[0] ?? null; up; up = parentOf(up)) {
    const holder = up;
    if (divisions.every((division) => division.id === holder.id || isWithin(division, holder))) return holder;
  }
  return null;
}

/** Without a headline: the county named most; where several share the text, what holds them. */
function busiest(counts: ReadonlyMap<string, number>, first: SettledPlace | undefined): Division | null {
  const all = [...counts].flatMap(([id, count]) => {
    const division = divisionOf(id);
    return division === undefined ? [] : [{ division, count }];
  });
  const counties = all.filter(({ division }) => division.level === "county").sort((a, b) => b.count - a.count);
  const [top, next] = counties;
  if (top !== undefined && (next === undefined || top.count >= 2 * next.count)) return top.division;
  // News leads with whom it is about: the county named first, where no other comes up more.
  const lead = counties.find(({ division }) => division.id === first?.division.id);
  const leads = lead !== undefined && (lead.count >= Math.max(2, top?.count ?? 0) || (first?.start ?? HEAD) < HEAD);
  if (leads) return lead.division;
  if (top !== undefined) return common(counties.map(({ division }) => division));
  return all.sort((a, b) => b.count - a.count || RANK[b.division.level] - RANK[a.division.level])[0]?.division ?? null;
}

/** A division as a fact's subject. */
export const placeName = ({ name, code, level }: Division): PlaceName => ({ name, code, level });
