import type { Item } from "./item.ts";
import type { PlaceName } from "./place-name.ts";

/** The division that a sentence is about: the first that opens a clause and tells no news; null where there is none. */
export function topicOf(items: readonly Item[]): PlaceName | null {
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.type !== "place" || item.reporting || item.places.length > 1 || !opensClause(items[i - 1])) continue;
    const [place] = item.places;
    if (place && place.level !== "organisation" && place.level !== "township" && place.level !== "nation") return place;
  }
  return null;
}

const opensClause = (before: Item | undefined): boolean =>
  before === undefined ||
  before.type === "punctuation" ||
  before.type === "date" ||
  /^(?:以|在|而|其中|例如|比如|全|\s)$|的$/.test(before.text);
