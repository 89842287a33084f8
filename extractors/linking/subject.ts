import { metric } from "../../schemas/metrics.ts";
import type { Item } from "../context/item.ts";
import type { PlaceName } from "../context/place-name.ts";
import { clauseStart } from "./clause.ts";

/** Metrics that a bureau, a town or a company can have of its own. */
const OWN = /^(?:staff\.|budget\.|agencies\.(?:internal|other|enforcement|institution|gov)|paperwork\.|approval\.)/;
const TOWNSHIP_TOO = /^(?:area\.|population\.|division\.(?:village|natural_village|community))/;

/**
 * The nearest place before item `at` that a number of this metric can be about; null where the sentence names none.
 * Who tells the news is passed over, and so is an office that does not open the clause of the number.
 */
export function namedSubject(items: readonly Item[], at: number, metricId: string): PlaceName | null {
  const start = clauseStart(items, at);
  for (let i = at; i >= 0; i--) {
    const item = items[i]!;
    if (item.type !== "place" || item.reporting) continue;
    const [place] = item.places;
    if (place === undefined || !canOwn(place, metricId, i >= start)) continue;
    if (isAside(items, i)) continue;
    return item.places.length === 1 ? place : together(item.places);
  }
  return null;
}

function canOwn({ level }: PlaceName, metricId: string, sameClause: boolean): boolean {
  if (level === "township") return sameClause && (OWN.test(metricId) || TOWNSHIP_TOO.test(metricId));
  if (level === "organisation") return sameClause && OWN.test(metricId) && metric(metricId).id !== "agencies.party_gov";
  return true;
}

/** 距大理市29公里, 赴浮山县参加培训: on the way, not spoken of. */
function isAside(items: readonly Item[], at: number): boolean {
  return (
    /(?:距|离|赴|前往|毗邻|紧邻|学习|借鉴|来自|途经|邻近|对标|考察|同|与|比|隔壁)$/.test(items[at - 1]?.text ?? "") &&
    items[at - 1]?.type !== "punctuation" &&
    !/隔壁$/.test(items[at - 1]?.text ?? "")
  );
}

const together = (places: readonly PlaceName[]): PlaceName => ({
  name: places.map(({ name }) => name).join("、"),
  code: null,
  level: places[0]!.level,
});
