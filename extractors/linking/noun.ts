import type { Claim } from "../rule.ts";
import { type Attachment, fitsAll, type Missed, type Place } from "./attachment.ts";
import { carried } from "./carried.ts";
import { clauseStart, isClauseEnd } from "./clause.ts";
import { near } from "./near.ts";
import { asScope, inParts, withWhole } from "./parts.ts";

/** Finds the noun of a claim, or says why there is none. */
export function attach(claim: Claim, place: Place): Attachment | Missed {
  const found = near(claim, place);
  if (found !== null && "metric" in found) return asScope(found, claim, place) ?? withWhole(found, claim, place);
  const area = bareArea(claim, place);
  if (area !== null) return area;
  const posts = postsCut(claim, place);
  if (posts !== null) return posts;
  const listed = found === null || inParts(place.items, claim.first);
  return (listed ? carried(claim, place) : null) ?? found ?? { miss: "no noun of the metrics table is near" };
}

/** 我们县不大，386平方公里，; 1251平方公里的小县: square kilometres of nothing else are the unit's own. */
function bareArea(claim: Claim, { items, words }: Place): Attachment | null {
  if (claim.rule !== "level" || claim.fields[0]!.item.quantity.unit !== "km2") return null;
  const at = items.indexOf(claim.fields[0]!.item);
  const before = items.slice(clauseStart(items, at), at);
  const after = items
    .slice(at + 1, at + 3)
    .map(({ text }) => text)
    .join("");
  const alone = before.length === 0 && (items[at + 1] === undefined || isClauseEnd(items[at + 1]!));
  const ownLand =
    OWN_LAND.test(after) &&
    !before.some((item) => item.type === "noun" || (item.type !== "text" && words.holdsNoun(item)));
  if (!alone && !ownLand) return null;
  return { metric: "area.land", label: "平方公里", modifier: "", source: "verb", noun: null, from: null };
}

const OWN_LAND =
  /^的?(?:小县|小城|山水|土地|大地|国土|版图|疆域|县域|山城|山区县|县|热土|峡谷|山谷|高原|草原|沟壑|丘陵|河谷|群山|林海|戈壁)/;

/** 撤减岗位2100个: posts that go, where no establishment is named. */
function postsCut(claim: Claim, { items }: Place): Attachment | null {
  if (
    claim.verb?.direction !== -1 ||
    !fitsAll("staff.quota", claim) ||
    !claim.fields.every(({ field }) => field === "change")
  )
    return null;
  const at = items.indexOf(claim.fields[0]!.item);
  const word = [...items.slice(claim.first, at), ...items.slice(at + 1, at + 2)].find(({ text }) =>
    /^(?:岗位|职位)$/.test(text),
  );
  return word === undefined
    ? null
    : { metric: "staff.quota", label: word.text, modifier: "", source: "inner", noun: null, from: null };
}
