import { childrenOf, type Division, divisionOf, isWithin, parentOf } from "./division.ts";
import type { PlaceMention } from "./find.ts";

/** What a document says beyond doubt, for the mentions that are in doubt. */
export interface PlaceContext {
  /** `id`s of divisions that the document names for certain. */
  readonly certain: ReadonlySet<string>;
}

/** Score of a division that is certain elsewhere in the document. */
const CERTAIN = 8;
/** Score of one whose province is; a parent or a neighbour scores more. */
const NEAR = 3;
const LEVEL_ORDER: Readonly<Record<Division["level"], number>> = { nation: 0, province: 1, prefecture: 2, county: 3 };

/**
 * The ids of divisions that a document's mentions name beyond doubt: full or short names of one meaning, and chains.
 * Two rounds: the first settles what stands alone, the second what that settles.
 */
export function certainPlaces(mentions: readonly PlaceMention[]): PlaceContext {
  const certain = new Set<string>();
  for (const mention of mentions) {
    if (mention.entries.length === 1 && standsAlone(mention)) certain.add(mention.entries[0]!.id);
  }
  for (const mention of mentions) {
    if (mention.entries.length === 1 || mention.risky) continue;
    const division = resolvePlace(mention, { certain });
    if (division) certain.add(division.id);
  }
  return { certain };
}

/** A county's bare name of two characters proves nothing of itself: 其|中江|南. */
const standsAlone = ({ form, chained, risky, text, entries }: PlaceMention): boolean =>
  !risky && (form !== "bare" || chained || text.length > 2 || entries[0]!.level !== "county");

/**
 * The one division that a mention means, or null when the document does not settle it.
 * Evidence in order: the division is certain elsewhere; what holds it is; a neighbour is. Risky names need the first.
 * A county's bare name needs some unless it follows what holds it. A bare name shared by levels (吉林, 昌吉) means the
 * highest, and a name shared with a former division means today's, when nothing speaks against it.
 */
export function resolvePlace(mention: PlaceMention, context: PlaceContext): Division | null {
  const scored = mention.entries.map((division) => ({ division, score: evidence(division, context.certain) }));
  const best = Math.max(...scored.map(({ score }) => score));
  if (mention.risky && best < CERTAIN) return null;
  const bare = mention.form === "bare" && !mention.chained;
  if (bare && best < CERTAIN) return settleBare(mention, best);
  const top = scored.filter(({ score }) => score === best).map(({ division }) => division);
  return (
    onlyOne(top) ?? onlyOne(top.filter(({ former }) => !former)) ?? (mention.form === "official" ? null : highest(top))
  );
}

function settleBare(mention: PlaceMention, best: number): Division | null {
  const division = highest(mention.entries);
  return division?.level === "county" && best < NEAR && mention.text.length < 3 ? null : division;
}

const onlyOne = (divisions: readonly Division[]): Division | null => (divisions.length === 1 ? divisions[0]! : null);

function highest(divisions: readonly Division[]): Division | null {
  const today = divisions.filter(({ former }) => !former);
  const among = today.length > 0 ? today : divisions;
  const rank = Math.min(...among.map(({ level }) => LEVEL_ORDER[level]));
  return onlyOne(among.filter(({ level }) => LEVEL_ORDER[level] === rank));
}

function evidence(division: Division, certain: ReadonlySet<string>): number {
  if (certain.has(division.id)) return CERTAIN;
  const parent = parentOf(division);
  if (!parent || parent.level === "nation") return 0;
  if (certain.has(parent.id)) return 6;
  if (childrenOf(parent).some((sibling) => certain.has(sibling.id))) return 4;
  const province = parent.level === "prefecture" ? parentOf(parent) : null;
  if (!province) return 0;
  if (certain.has(province.id)) return NEAR;
  return [...certain].some((id) => isInside(id, province)) ? 2 : 0;
}

function isInside(id: string, outer: Division): boolean {
  const division = divisionOf(id);
  return division !== undefined && isWithin(division, outer);
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
