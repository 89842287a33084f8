import type { Item, NounItem, PlaceItem } from "../context/item.ts";
import { hasCue } from "../context/item.ts";
import type { PlaceName } from "../context/place-name.ts";
import type { Claim } from "../rule.ts";
import { reachStart } from "./clause.ts";

const JOINERS = /^(?:、|和|及|与|以及|，)$/;

/** What a distribution shares its numbers out to, by slot. */
export interface Referents {
  readonly places: readonly PlaceName[];
  readonly nouns: readonly NounItem[];
  readonly scopes: readonly string[];
  /** 2022年、2023年: years share numbers out too. */
  readonly periods: readonly (string | null)[];
}

/** The coordinated places, nouns or scopes before a claim, as many as it has slots; empty lists where there are none. */
export function referents(items: readonly Item[], claim: Claim): Referents {
  const wanted = claim.slot?.of ?? 0;
  const before = items.slice(reachStart(items, claim.first), claim.first);
  return {
    places: coordinated(before, wanted, (item) => (item.type === "place" && !item.reporting ? item.places : [])),
    nouns: coordinated(before, wanted, (item) => (item.type === "noun" ? [item] : [])),
    periods: coordinated(before, wanted, (item) => (item.type === "date" ? [item.date.iso] : [])),
    scopes: coordinated(before, wanted, (item) => (hasCue(item, "scope") || item.type === "noun" ? [item.text] : [])),
  };
}

/** The last run of things joined by 、 or 和 that has exactly `wanted` members. */
function coordinated<T>(items: readonly Item[], wanted: number, of: (item: Item) => readonly T[]): readonly T[] {
  for (let end = items.length - 1; end >= 0; end--) {
    if (of(items[end]!).length === 0) continue;
    const run: T[] = [...of(items[end]!)];
    for (let at = before(items, end, of); run.length < wanted && at >= 0; at = before(items, at, of)) {
      run.unshift(...of(items[at]!));
    }
    if (run.length === wanted) return run;
  }
  return [];
}

/** The member joined before item `at`, or -1; each may carry a number of its own (党政机构42个、事业单位163个). */
function before<T>(items: readonly Item[], at: number, of: (item: Item) => readonly T[]): number {
  if (!JOINERS.test(items[at - 1]?.text ?? "")) return -1;
  const last = items[at - 2]?.type === "quantity" ? at - 3 : at - 2;
  return last >= 0 && of(items[last]!).length > 0 ? last : -1;
}

/** The places that 各 shares a number out to: 刚察县、天峻县各350万元. */
export function eachOf(items: readonly Item[], at: number): readonly PlaceName[] {
  const before = items[at - 1];
  if (!hasCue(before, "each")) return [];
  // 呼玛、塔河还各收回: an adverb may stand between.
  const end = items[at - 2]?.type === "text" ? at - 3 : at - 2;
  const last = items[end];
  if (last?.type !== "place") return [];
  const places = [...last.places];
  for (let i = end; i >= 2 && JOINERS.test(items[i - 1]!.text) && items[i - 2]!.type === "place"; i -= 2) {
    places.unshift(...(items[i - 2] as PlaceItem).places);
  }
  return places.length > 1 ? places : [];
}
