import { SCOPES } from "../../corpus/lexicon/scopes.ts";
import type { Quantity } from "../../schemas/mention.ts";
import { metric } from "../../schemas/metrics.ts";
import type { Item, NounItem, QuantityItem } from "../context/item.ts";
import { hasCue, hasSense } from "../context/item.ts";
import type { Claim } from "../rule.ts";
import { clauseStart, isClauseEnd } from "./clause.ts";
import { fitsMetric } from "./fit.ts";
import type { Frame, Source } from "./frame.ts";
import type { Words } from "./words.ts";

/** What a claim counts: a metric, the words that say so, and how they were found. */
export interface Attachment {
  readonly metric: string;
  readonly label: string;
  readonly modifier: string;
  readonly source: Source;
  readonly noun: NounItem | null;
  /** The frame whose noun was taken over, for carried ones. */
  readonly from: Frame | null;
}

export interface Place {
  readonly items: readonly Item[];
  readonly words: Words;
  /** Index of the sentence. */
  readonly index: number;
  /** Frames of the same sentence so far, behind those of the sentence before. */
  readonly frames: readonly Frame[];
  /** All frames of the document before this sentence. */
  readonly recent: readonly Frame[];
  /** The noun that introduced the list this sentence stands in. */
  readonly introduced: NounItem | null;
}

const MAX_MODIFIER = 10;
const SCOPE_WORDS: ReadonlySet<string> = new Set(SCOPES.split(" "));

/** Finds the noun of a claim, or says why there is none. */
export function attach(claim: Claim, place: Place): Attachment | { readonly miss: string } {
  const first = near(claim, place);
  const scoped = first !== null && "metric" in first ? asScope(first, claim, place) : null;
  const listed = first !== null && "miss" in first && inParts(place.items, claim.first);
  const posts = first !== null && "metric" in first ? null : postsCut(claim, place);
  const found =
    scoped ?? posts ?? (first === null || listed ? (carried(claim, place) ?? first) : withWhole(first, claim, place));
  if (found !== null && "metric" in found) return found;
  return { miss: found?.miss ?? "no noun of the metrics table is near" };
}

const fitsAll = (metric: string, claim: Claim): boolean =>
  claim.fields.every(({ item, field }) => fitsMetric(metric, item.quantity, field));

function near(claim: Claim, place: Place): Attachment | { readonly miss: string } | null {
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

const made = (noun: NounItem, source: Source): Attachment => ({
  metric: noun.metric,
  label: noun.text,
  modifier: noun.modifier,
  source,
  noun,
  from: null,
});

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

/** 乡镇同比增长7.6% after a percentage of spending: the noun narrows whose spending it is. */
function asScope(found: Attachment, claim: Claim, { frames }: Place): Attachment | null {
  if (!claim.fields.every(({ field }) => field === "change_pct") || !SCOPE_WORDS.has(found.label)) return null;
  const whole = frames.findLast(({ metric, fields }) => fields.has("change_pct") && metric.startsWith("budget."));
  if (whole === undefined || found.source !== "left" || found.modifier !== "") return null;
  return { metric: whole.metric, label: whole.label, modifier: found.label, source: "part", noun: null, from: whole };
}

/** 核减39名，其中县处级2名: a part with a noun of its own still belongs to its whole. */
function withWhole(
  found: Attachment | { readonly miss: string },
  claim: Claim,
  { items, frames }: Place,
): Attachment | { readonly miss: string } {
  if ("miss" in found || claim.rule !== "level" || !inParts(items, claim.first)) return found;
  const family = found.metric.split(".").slice(0, 2).join(".");
  const wholes = frames.filter(({ metric }) => metric.startsWith(family));
  const whole = wholes.find(({ fields }) => fields.has("value") || fields.has("after")) ?? wholes.at(-1);
  return whole === undefined ? found : { ...found, from: whole };
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
      const goesOn = next !== undefined && next.start === item.end && words.startsWithNoun(next);
      return goesOn && !/^(?:division|pilot)\./.test(item.metric) ? null : made(item, "right");
    }
    if (item.type === "text" || hasCue(item, "scope") || /^[“”"「」]$/.test(item.text)) gap += item.end - item.start;
    else return null;
  }
  return null;
}

const hasVerbBetween = (items: readonly Item[], from: number, to: number): boolean =>
  items.slice(from + 1, to).some((item) => /^(?:和|与|及|在|将|把|被|对|向|从|由|负责|共同)$/.test(item.text));

function foreignRight({ items, words }: Place, at: number): boolean {
  const item = items[at];
  const next = items[at + 1];
  if (item?.type !== "quantity" || next === undefined || next.start !== item.end) return false;
  const { kind } = item.quantity;
  if (kind === "currency" || kind === "percent" || kind === "dimension" || kind === "ratio" || kind === "multiple")
    return false;
  return words.startsWithNoun(next);
}

/** Before the claim, in its clause: 党政机构(总数)由33个减至21个. */
function nounLeft(place: Place, claim: Claim): Attachment | { readonly miss: string } | null {
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
      if (foreign !== "") return { miss: `${foreign} stands before it` };
      if (fitsAll(item.metric, claim))
        return shareBetween(items, i, claim) ? { miss: "a share of a whole" } : made(item, "left");
    } else if (words.holdsNoun(item)) foreign = item.text;
    if (hasCue(item, "share") && claim.fields.some(({ field }) => field === "change_pct"))
      return { miss: "a share or a rate" };
  }
  return foreign === "" ? null : { miss: `${foreign} stands before it` };
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
  return items.slice(claim.first, at).find((item) => words.holdsNoun(item))?.text ?? "";
}

const shareBetween = (items: readonly Item[], noun: number, claim: Claim): boolean =>
  claim.fields.some(({ field }) => field === "change_pct") &&
  items.slice(noun, claim.first).some((item) => hasCue(item, "share"));

/** What an earlier clause counted: 收回31名 after 行政编制压减5%. */
function carried(claim: Claim, place: Place): Attachment | { readonly miss: string } | null {
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
  return {
    metric: counterpart(items, start, claim, partMetric(frame.metric, part)),
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
    if (item.type === "noun" && fitsAll(item.metric, claim) && !item.metric.startsWith("division.")) return item;
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
  if (claim.rule !== "level" && (claim.rule !== "distribution" || claim.verb !== null)) return true;
  return (
    listed ||
    LIMIT.test(claim.fields[0]!.item.text) ||
    before.some(
      (item) =>
        item.type === "place" ||
        hasCue(item, "scope") ||
        hasCue(item, "each") ||
        hasSense(item, "level") ||
        item.type === "noun",
    )
  );
}

const LIMIT = /^(?:不得|最多|至多|不超过|不宜|一般不|不能)/;

/** True after 其中, or within brackets behind a whole. */
export function inParts(items: readonly Item[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const item = items[i]!;
    if (hasCue(item, "ofWhich")) return true;
    if (/^[；。;]$/.test(item.text)) return false;
    if (/^[（(]$/.test(item.text)) return items[i - 1]?.type === "noun" || items[i - 1]?.type === "quantity";
  }
  return false;
}

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

/** 一般公共预算收入4亿元，支出32亿元: the noun is halved, not repeated. */
function counterpart(items: readonly Item[], start: number, claim: Claim, metric: string): string {
  const words = items.slice(start, claim.first).map(({ text }) => text);
  if (metric === "budget.revenue" && words.some((word) => word.startsWith("支出"))) return "budget.expenditure";
  return metric === "budget.expenditure" && words.some((word) => word.startsWith("收入")) ? "budget.revenue" : metric;
}

/** 其中厅级229个 of leadership posts are posts of division level; 其中公务员 of staff are staff. */
function partMetric(metric: string, part: string): string {
  if (!metric.startsWith("staff.posts.")) return metric;
  return /[厅处]级/.test(part) ? "staff.posts.division" : /科级/.test(part) ? "staff.posts.section" : metric;
}

/** The name of a part: 行政奖励 of 行政奖励75项, 乡镇 of 乡镇六十八名. */
function partName(items: readonly Item[], claim: Claim, start: number): string {
  let from = claim.first;
  while (from > start) {
    const item = items[from - 1]!;
    if (
      item.type === "quantity" ||
      hasCue(item, "ofWhich") ||
      hasCue(item, "comparison") ||
      hasCue(item, "modality") ||
      item.type === "verb" ||
      item.type === "date"
    )
      break;
    if (item.type === "punctuation" && !/^[“”"]$/.test(item.text)) break;
    from--;
  }
  return items
    .slice(from, claim.first)
    .filter((item) => item.type === "noun" || hasCue(item, "scope") || (item.type === "text" && !item.transparent))
    .map(({ text }) => text)
    .join("");
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
  a.kind === b.kind &&
  (a.classifier === b.classifier ||
    a.kind !== "count" ||
    (PEOPLE.includes(a.classifier) && PEOPLE.includes(b.classifier)));
