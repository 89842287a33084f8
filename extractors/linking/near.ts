import { hasCue, type Item, type QuantityItem } from "../context/item.ts";
import type { Claim } from "../rule.ts";
import { type Attachment, fitsAll, type Missed, made, type Place } from "./attachment.ts";
import { isClauseEnd } from "./clause.ts";

const MAX_MODIFIER = 10;

/** The noun that stands with a claim in its clause; null where there is none, a miss where another word is counted. */
export function near(claim: Claim, place: Place): Attachment | Missed | null {
  const [first, last] = [place.items.indexOf(claim.fields[0]!.item), place.items.indexOf(claim.fields.at(-1)!.item)];
  const right = (at: number) => nounRight(place, at, claim);
  if (claim.slot !== null) return right(claim.last) ?? innerNoun(claim, place, first, last) ?? nounLeft(place, claim);
  const inner = innerNoun(claim, place, first, last);
  if (inner !== null) return inner;
  const direct = right(first);
  if (direct !== null) return direct;
  const foreign = foreignRight(place, last) || (first !== last && foreignRight(place, first));
  const left = foreign ? null : nounLeft(place, claim);
  if (left !== null && "metric" in left) return left;
  const after = first === last ? null : right(last);
  if (after !== null) return after;
  return foreign ? { miss: "it counts what the words after it name" } : left;
}

/** Between verb and number (减少科级职数75个) or between the two ends of a transition. */
function innerNoun(claim: Claim, { items, words }: Place, first: number, last: number): Attachment | null {
  for (let i = last - 1; i > Math.min(claim.first, first); i--) {
    const item = items[i]!;
    if (item.type !== "noun" || i === first || !fitsAll(item.metric, claim)) continue;
    const next = items[i + 1];
    if (next !== undefined && next.type === "text" && words.startsWithNoun(next)) continue;
    return made(item, "inner");
  }
  return null;
}

/** After the number: 36个(涉改)党政机构. */
function nounRight({ items, words }: Place, at: number, claim: Claim): Attachment | null {
  let gap = 0;
  for (let i = at + 1; i < items.length && gap <= MAX_MODIFIER; i++) {
    const item = items[i]!;
    if (item.type === "noun") {
      // A second noun behind 的 or a verb belongs to the next phrase.
      if (!fitsAll(item.metric, claim) || (gap > 0 && hasVerbBetween(items, at, i))) return null;
      // A bare number counts only the word behind it: 18.2万的山区县 counts no counties.
      const bare = (items[at] as QuantityItem).quantity.kind === "number";
      if ((bare || item.text.length === 1) && gap > 0) return null;
      if (bare && /以[上下]$/.test(items[at]!.text)) return null;
      const next = items[i + 1];
      // 6家单位、部门相关负责人 are people.
      if (next !== undefined && PERSONS.test(next.text)) return null;
      const goesOn = next !== undefined && next.start === item.end && words.startsWithNoun(next);
      if (goesOn && !/^(?:division|pilot)\./.test(item.metric)) return null;
      // 9个县列入改革试点 counts the counties of a pilot.
      const listed =
        item.metric === "division.county" &&
        ((LISTING.test(items[i + 1]?.text ?? "") && isPilot(items, i)) || ROUND.test(items[at - 1]?.text ?? ""));
      return { ...made(item, "right"), ...(listed && { metric: "pilot.counties" }) };
    }
    if (LISTING.test(item.text) && fitsAll("pilot.counties", claim)) {
      if (isPilot(items, i)) continue;
      if (gap === 0 && madePilots(items, at, i)) return { ...PILOTS, label: items[i]!.text };
    }
    if (item.type === "text" || hasCue(item, "scope") || /^[“”"「」]$/.test(item.text)) gap += item.end - item.start;
    else return null;
  }
  return null;
}

/** 11个被列为改革县, 20个县全部列入改革县: what they were made counts them. */
const LISTING = /^(?:县|被|全部|均|都|已|列|列为|列入|为|入|确定|确定为|纳入|入选|成为|启动|开展|实施|推行)$/;
/** 首批6个县, 第二批试点9个县: rounds are of pilots. */
const ROUND = /(?:首|第[一二三四五])批(?:试点)?$/;
function isPilot(items: readonly Item[], from: number): boolean {
  const rest = items.slice(from + 1, from + 5);
  const next = rest.find(({ text }) => !LISTING.test(text));
  if (next === undefined) return false;
  return (
    (next.type === "noun" && next.metric === "pilot.counties") ||
    /^(?:改革|全国|全省)?(?:改革)?试点|机构改革(?:试点)?$/.test(next.text)
  );
}

/** 103个旗县里已有38个列为机构优化试点: counties were spoken of, and some of them were made pilots. */
function madePilots(items: readonly Item[], at: number, listing: number): boolean {
  const isCounty = (item: Item) => item.type === "noun" && /^division\.county$|^pilot\./.test(item.metric);
  if (!items.slice(0, at).some(isCounty)) return false;
  const rest = items.slice(listing + 1, listing + MAX_LISTING);
  const end = rest.findIndex(isClauseEnd);
  return rest.slice(0, end < 0 ? rest.length : end).some(({ text }) => /试点$|试点单位$/.test(text));
}

const MAX_LISTING = 8;
const PILOTS: Attachment = {
  metric: "pilot.counties",
  label: "试点",
  modifier: "",
  source: "right",
  noun: null,
  from: null,
};

const PERSONS = /^(?:相关|有关|主要|的)?(?:负责人|负责同志|领导|人士|代表)/;

const hasVerbBetween = (items: readonly Item[], from: number, to: number): boolean =>
  items.slice(from + 1, to).some((item) => /^(?:和|与|及|在|将|把|被|对|向|从|由|负责|共同)$/.test(item.text));

/** True when the words behind a counted number name something that is no noun of ours: 36个窗口. */
export function foreignRight({ items, words }: Place, at: number): boolean {
  const item = items[at];
  const next = items[at + 1];
  if (item?.type !== "quantity" || next === undefined || next.start !== item.end) return false;
  const { kind } = item.quantity;
  if (kind === "currency" || kind === "percent" || kind === "dimension" || kind === "ratio" || kind === "multiple")
    return false;
  // 超编的62名人员: the general word adds nothing.
  return words.startsWithNoun(next) && !/^(?:人员|同志|人|牌子|牌匾)/.test(next.text);
}

/** Before the claim, in its clause: 党政机构(总数)由33个减至21个. */
function nounLeft(place: Place, claim: Claim): Attachment | Missed | null {
  const { items, words } = place;
  let foreign = "";
  const from = foreignInside(place, claim);
  if (from !== "") return { miss: `it counts ${from}` };
  for (let i = claim.first - 1; i >= 0; i--) {
    const item = items[i]!;
    if (isClauseEnd(item) || hasCue(item, "ofWhich") || /^[（(]$/.test(item.text)) break;
    if (item.type === "quantity" && item.quantity.numeral.text !== "一") break;
    if (item.type === "noun") {
      if (item.text.length === 1 && !standsAlone(items, i)) continue;
      if (isActor(items, i)) continue;
      if (foreign !== "") return { miss: `${foreign} stands before it` };
      if (fitsAll(item.metric, claim))
        return shareBetween(items, i, claim) ? { miss: "a share of a whole" } : made(item, "left");
    } else if (words.holdsNoun(item)) foreign = item.text;
    if (hasCue(item, "share") && claim.fields.some(({ field }) => field === "change_pct"))
      return { miss: "a share or a rate" };
  }
  return foreign === "" ? null : { miss: `${foreign} stands before it` };
}

/** 乡镇设置5至7个, 每个乡镇保留4个: the units that have them, not what is counted. */
function isActor(items: readonly Item[], at: number): boolean {
  const item = items[at]!;
  if (item.type !== "noun" || !item.metric.startsWith("division.")) return false;
  return (
    /^(?:设置|设|设立|配备|配置|核定|核定为)$/.test(items[at + 1]?.text ?? "") ||
    /每个?$/.test((items[at - 2]?.text ?? "") + (items[at - 1]?.text ?? ""))
  );
}

/** 县, 乡 and 村 are nouns of their own only where no other word leads into them. */
function standsAlone(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  return before === undefined || before.type !== "text" || before.transparent;
}

/** A noun of its own between the claim's verb and its number (新设窗口36个). */
function foreignInside({ items, words }: Place, claim: Claim): string {
  if (claim.fields.length > 1) return "";
  const at = items.indexOf(claim.fields[0]!.item);
  // 辞退长期不在岗的233人: words before 的 say which people, not what is counted.
  if (items[at - 1]?.text === "的" && claim.metric !== null) return "";
  return items.slice(claim.first, at).find((item) => words.holdsNoun(item))?.text ?? "";
}

const shareBetween = (items: readonly Item[], noun: number, claim: Claim): boolean =>
  claim.fields.some(({ field }) => field === "change_pct") &&
  items.slice(noun, claim.first).some((item) => hasCue(item, "share"));
