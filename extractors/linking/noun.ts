import type { Claim } from "../rule.ts";
import { type Attachment, fitsAll, type Missed, type Place } from "./attachment.ts";
import { carried } from "./carried.ts";
import { near } from "./near.ts";
import { asScope, inParts, withWhole } from "./parts.ts";

/** Finds the noun of a claim, or says why there is none. */
export function attach(claim: Claim, place: Place): Attachment | Missed {
  const found = near(claim, place);
  if (found !== null && "metric" in found) return asScope(found, claim, place) ?? withWhole(found, claim, place);
  const posts = postsCut(claim, place);
  if (posts !== null) return posts;
  const listed = found === null || inParts(place.items, claim.first);
  return (listed ? carried(claim, place) : null) ?? found ?? { miss: "no noun of the metrics table is near" };
}

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
