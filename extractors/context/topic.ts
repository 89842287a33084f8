import type { Item } from "./item.ts";
import type { PlaceName } from "./place-name.ts";

/** The division that a sentence is about: the first that opens a clause and tells no news; null where there is none. */
export function topicOf(items: readonly Item[]): PlaceName | null {
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.type !== "place" || item.places.length > 1 || !opensClause(items[i - 1])) continue;
    if (item.reporting && item.holder?.level === "county") return item.holder;
    if (item.reporting) continue;
    const [place] = item.places;
    if (place && place.level !== "organisation" && place.level !== "township" && place.level !== "nation") return place;
  }
  return null;
}

/** Bodies whose work is the staff and money of others: what they speak of is not their own. */
const OF_OTHERS =
  /编办|编委|编制|财政|组织部|人社|人力资源|人事|公务员|统计|审计|发展|发改|办公室|主计|机关事务|(?<!管理)委员会|改革|议会|立法会|行政院/;

/** True for a town or a body that can be what a passage is about. */
export const isOwner = ({ name, level }: PlaceName): boolean =>
  level === "township" || (level === "organisation" && !OF_OTHERS.test(name));

/** The town or body that a sentence opens with and is about (池河镇是…, 市教育局则…); null where there is none. */
export function bodyTopicOf(items: readonly Item[]): PlaceName | null {
  const at = items.findIndex(({ type }) => type === "place");
  const item = items[at];
  if (item?.type !== "place" || item.reporting || item.places.length > 1 || at > MAX_LEAD) return null;
  const [place] = item.places;
  return place !== undefined && isOwner(place) && opensClause(items[at - 1]) ? place : null;
}

/** 相邻的, 再看, 去年，: what may stand before it. */
const MAX_LEAD = 3;

const opensClause = (before: Item | undefined): boolean =>
  before === undefined ||
  before.type === "punctuation" ||
  before.type === "date" ||
  /^(?:以|在|而|其中|例如|比如|再看|先看|又如|全|\s)$|的$/.test(before.text);
