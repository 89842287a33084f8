import { GENERIC_NAMES } from "../../corpus/gazetteer/aliases.ts";
import { type Division, divisionOf, parentOf } from "./division.ts";
import type { PlaceMention } from "./find.ts";

/** What a document says beyond doubt, for the mentions that are in doubt. */
export interface PlaceContext {
  /** `id`s of divisions that the document names for certain. */
  readonly certain: ReadonlySet<string>;
  /** `id`s of all that hold one of them, at any depth. */
  readonly holders: ReadonlySet<string>;
}

/** How much speaks for a division: the document names it for certain; names what holds it; names a neighbour; … */
const CERTAIN = 8;
const PARENT = 6;
const NEIGHBOUR = 4;
const PROVINCE = 3;
const SAME_PROVINCE = 2;
const LEVEL_ORDER: Readonly<Record<Division["level"], number>> = { nation: 0, province: 1, prefecture: 2, county: 3 };
/** Stems that are verbs and adjectives of slogans and conjunctions: 科技|兴县, 千年|古县, 市|和县. */
const SLOGAN = /^[和富兴古]县$/;

/**
 * What a document's mentions name beyond doubt: full or short names of one meaning, chains, neighbours in a list, and
 * then the ambiguous names that these settle.
 * @param mentions all of the document's, in order
 */
export function certainPlaces(mentions: readonly PlaceMention[]): PlaceContext {
  const certain = new Set<string>();
  mentions.forEach((mention, index) => {
    const only = mention.entries.length === 1 ? mention.entries[0]! : null;
    if (only && (standsAlone(mention) || isListed(only, mentions, index))) certain.add(only.id);
  });
  const first = contextOf(certain);
  for (const mention of mentions) {
    if (mention.entries.length === 1 || mention.risky) continue;
    const division = resolvePlace(mention, first);
    if (division) certain.add(division.id);
  }
  return contextOf(certain);
}

/** @param certain `id`s of divisions that are known beyond doubt */
export function contextOf(certain: Iterable<string>): PlaceContext {
  const ids = new Set(certain);
  const holders = new Set<string>();
  for (const id of ids) {
    const division = divisionOf(id);
    for (let up = division && parentOf(division); up && !holders.has(up.id); up = parentOf(up)) holders.add(up.id);
  }
  return { certain: ids, holders };
}

/** A county's bare name of two characters proves nothing of itself: 其|中江|南. */
const standsAlone = ({ form, chained, risky, text, entries }: PlaceMention): boolean =>
  !risky && (form !== "bare" || chained || text.length > 2 || entries[0]!.level !== "county");

/** 港口区、防城区: one sign away from a sure neighbour under the same parent. */
function isListed(division: Division, mentions: readonly PlaceMention[], index: number): boolean {
  const mention = mentions[index]!;
  if (mention.form === "bare") return false;
  const near = [mentions[index - 1], mentions[index + 1]].filter((other) => other !== undefined);
  return near.some(
    (other) =>
      !other.risky &&
      (other.start - mention.end === 1 || mention.start - other.end === 1) &&
      other.entries.some(({ parent, level }) => level === "county" && parent === division.parent),
  );
}

/**
 * The one division that a mention means, or null when the document does not settle it.
 * Evidence in order: the division is certain elsewhere; what holds it is; a neighbour is. A risky name needs that much;
 * a county's bare name needs some unless it follows what holds it. A bare name shared by levels (吉林, 昌吉) means the
 * highest, and a name shared with a former division means today's, when nothing speaks against it.
 */
export function resolvePlace(mention: PlaceMention, context: PlaceContext): Division | null {
  const scored = mention.entries.map((division) => ({ division, score: evidence(division, context) }));
  const best = Math.max(...scored.map(({ score }) => score));
  if (best < neededBy(mention)) return null;
  const bare = mention.form === "bare" && !mention.chained;
  if (bare && best < CERTAIN) return settleBare(mention, best);
  const top = scored.filter(({ score }) => score === best).map(({ division }) => division);
  return (
    onlyOne(top) ?? onlyOne(top.filter(({ former }) => !former)) ?? (mention.form === "official" ? null : highest(top))
  );
}

function neededBy({ risky, form, text }: PlaceMention): number {
  if (!risky) return 0;
  if (form === "bare" || SLOGAN.test(text)) return CERTAIN;
  // Every city has a 城区 and a 新城区, but not a 港口区.
  if (GENERIC_NAMES.has(text)) return text.length === 2 || text.includes("城") ? CERTAIN : PARENT;
  return text.endsWith("区") ? NEIGHBOUR : PARENT;
}

function settleBare(mention: PlaceMention, best: number): Division | null {
  const division = highest(mention.entries);
  return division?.level === "county" && best < PROVINCE && mention.text.length < 3 ? null : division;
}

const onlyOne = (divisions: readonly Division[]): Division | null => (divisions.length === 1 ? divisions[0]! : null);

function highest(divisions: readonly Division[]): Division | null {
  const today = divisions.filter(({ former }) => !former);
  const among = today.length > 0 ? today : divisions;
  const rank = Math.min(...among.map(({ level }) => LEVEL_ORDER[level]));
  return onlyOne(among.filter(({ level }) => LEVEL_ORDER[level] === rank));
}

function evidence(division: Division, { certain, holders }: PlaceContext): number {
  if (certain.has(division.id)) return CERTAIN;
  const parent = parentOf(division);
  if (!parent || parent.level === "nation") return 0;
  if (certain.has(parent.id)) return PARENT;
  if (holders.has(parent.id)) return NEIGHBOUR;
  const province = parent.level === "prefecture" ? parentOf(parent) : null;
  if (!province) return 0;
  return certain.has(province.id) ? PROVINCE : holders.has(province.id) ? SAME_PROVINCE : 0;
}

/** Mentions that stand without a gap, each within the one before, in order: 山西省|忻州市|河曲县 is one chain of three. */
export function chainsOf(mentions: readonly PlaceMention[]): readonly (readonly PlaceMention[])[] {
  const chains: PlaceMention[][] = [];
  for (const mention of mentions) {
    if (mention.chained) chains.at(-1)?.push(mention);
    else chains.push([mention]);
  }
  return chains;
}
