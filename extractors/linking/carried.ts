import type { Quantity } from "../../schemas/mention.ts";
import { hasCue, hasSense, type Item, type NounItem } from "../context/item.ts";
import type { Claim } from "../rule.ts";
import { metric } from "../vocabulary/metrics.ts";
import { type Attachment, fitsAll, made, type Place } from "./attachment.ts";
import { clauseStart } from "./clause.ts";
import { foreignRight } from "./near.ts";
import { counterpart, inParts, partMetric, partName } from "./parts.ts";

/** What an earlier clause counted: 收回31名 after 行政编制压减5%. */
export function carried(claim: Claim, place: Place): Attachment | null {
  const { items, frames } = place;
  const start = clauseStart(items, claim.first);
  if (!mayCarry(claim, place, start)) return null;
  const fitting = frames.filter(
    ({ metric, fields }) =>
      fitsAll(metric, claim) &&
      sameWay(
        claim,
        metric,
        [...fields.values()].map(({ quantity }) => quantity),
      ),
  );
  const frame = fitting.findLast(({ source }) => source !== "part") ?? fitting.at(-1);
  const noun = bareNounBefore(items, start, claim);
  const nearer =
    frame === undefined || frame.sentence !== place.index || (noun !== null && noun.start > frame.span.end);
  if (noun !== null && nearer) return made(noun, "carried");
  if (frame === undefined) return introducedBy(claim, place);
  const part = partName(items, claim, start);
  // The value added of an industry is part of no administration's figure.
  if (part !== "" && frame.metric.startsWith("economy.")) return null;
  return {
    metric: counterpart(items, start, claim, partMetric(frame.metric, filled(items, start, claim) ? "实有" : part)),
    label: frame.label,
    modifier: part,
    source: part === "" ? "carried" : "part",
    noun: null,
    from: frame,
  };
}

/** A noun in an earlier clause that no number of its own has taken. */
function bareNounBefore(items: readonly Item[], start: number, claim: Claim): NounItem | null {
  for (let i = start - 1; i >= 0; i--) {
    const item = items[i]!;
    if (item.type === "quantity" && item.quantity.kind !== "percent" && item.quantity.numeral.text !== "一")
      return null;
    if (item.type !== "noun" || !fitsAll(item.metric, claim)) continue;
    // Units are named in passing all the time: only 社区不减反增，由… opens with what it counts.
    if (!item.metric.startsWith("division.") || (claim.rule !== "level" && i === clauseStart(items, i))) return item;
  }
  return null;
}

/** A level speaks of an earlier noun only where the clause points back: 其中…, 则为…, 乡镇…名. */
function mayCarry(claim: Claim, place: Place, start: number): boolean {
  const { items, words } = place;
  const before = items.slice(start, claim.first);
  const listed = inParts(items, claim.first);
  const at = items.indexOf(claim.fields[0]!.item);
  const foreign = [...before, ...items.slice(claim.first, at)].some((item) => words.holdsNoun(item));
  if (foreign && !listed) return false;
  if (foreignRight(place, items.indexOf(claim.fields.at(-1)!.item))) return false;
  if (claim.rule !== "level") return true;
  return (
    listed ||
    isTopicClause(items, start) ||
    LIMIT.test(claim.fields[0]!.item.text) ||
    before.some(
      (item) =>
        item.type === "place" ||
        hasCue(item, "scope") ||
        hasCue(item, "each") ||
        hasCue(item, "later") ||
        hasSense(item, "level") ||
        item.type === "noun",
    )
  );
}

/** 至于党政部门，我们目前29个: a clause that holds a noun and no number of its own says what the next one counts. */
function isTopicClause(items: readonly Item[], start: number): boolean {
  const before = clauseStart(items, Math.max(0, start - 2));
  const whole = items.slice(before, start - 1);
  // 人事费方面，总预算案编列5243亿元: 方面 only closes the topic.
  const clause = /^(?:方面|部分|而言|上)$/.test(whole.at(-1)?.text ?? "") ? whole.slice(0, -1) : whole;
  return (
    clause.at(-1)?.type === "noun" &&
    clause.length <= MAX_TOPIC &&
    clause.every(({ type }) => type !== "quantity" && type !== "verb")
  );
}

const MAX_TOPIC = 5;
const LIMIT = /^(?:不得|最多|至多|不超过|不宜|一般不|不能)/;

/** 实有572人 after 行政编制615名. */
const filled = (items: readonly Item[], start: number, claim: Claim): boolean =>
  items.slice(start, claim.first).some(({ text }) => /^实有/.test(text));

/** The noun that the line above a list named. */
function introducedBy(claim: Claim, { introduced }: Place): Attachment | null {
  if (introduced === null || !fitsAll(introduced.metric, claim)) return null;
  return {
    metric: introduced.metric,
    label: introduced.text,
    modifier: introduced.modifier,
    source: "carried",
    noun: null,
    from: null,
  };
}

/** Carried numbers must be counted in the same way as those they follow: 名 after 名, 元 after 元. */
function sameWay(claim: Claim, id: string, before: readonly Quantity[]): boolean {
  if (metric(id).unit === "ratio") return true;
  return claim.fields.every(
    ({ item, field }) =>
      field === "change_pct" ||
      before.some((quantity) => alike(quantity, item.quantity)) ||
      claim.rule === "change" ||
      claim.rule === "saving",
  );
}

const PEOPLE = "名人个位";
const alike = (a: Quantity, b: Quantity): boolean =>
  (a.kind === b.kind && a.kind !== "count") ||
  a.classifier === b.classifier ||
  (PEOPLE.includes(a.classifier) && PEOPLE.includes(b.classifier));
