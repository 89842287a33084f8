import type { Modality } from "../../schemas/fact.ts";
import { type DateItem, hasCue, type Item } from "../context/item.ts";
import type { Claim } from "../rule.ts";
import { clauseStart, reachStart } from "./clause.ts";

/** What the text around a sentence says of it. */
export interface Setting {
  /** True in a notice, whose imperatives are requirements. */
  readonly notice: boolean;
  /** Plans, where a section or paragraph speaks of them. */
  readonly outlook: Modality | null;
  /** ISO 8601 day of publication, or null. */
  readonly published: string | null;
}

/** Whether a number holds, is planned, estimated or demanded: the nearest word before it that says so. */
export function modalityOf(items: readonly Item[], claim: Claim, setting: Setting): Modality {
  const { notice, outlook } = setting;
  const quantityText = claim.fields.map(({ item }) => item.text).join("");
  if (/不得|不宜|不准|不能超|严禁/.test(quantityText)) return "required";
  if (/^不/.test(quantityText) && /^(?:一般|原则上)$/.test(items[claim.first - 1]?.text ?? "")) return "required";
  const said = saidBefore(items, claim, setting);
  if (said !== null) return said;
  if (notice && isImperative(items, claim)) return "required";
  return outlook ?? "actual";
}

/** Back from the claim to the last ；, and where it is a budget that speaks, to the start of the sentence. */
function saidBefore(items: readonly Item[], claim: Claim, setting: Setting): Modality | null {
  const own = clauseStart(items, claim.first);
  const low = reachStart(items, claim.first);
  for (let i = claim.last; i >= low; i--) {
    const said = saidBy(items, i, claim, setting);
    // A notice's own budget lines are what it demands.
    if (/预算$/.test(items[i]!.text) && (setting.notice || isMeasure(items, i))) continue;
    if (said !== null && !(said === "actual" && standsFor(items[i]!, claim))) return demanded(items[i]!, said, setting);
    if (i === own && isDone(items, own, claim.last)) return "actual";
  }
  return claim.rule === "level" || claim.rule === "change" ? budgetBefore(items, low) : null;
}

/** What a notice wants done by some day, or next year, is what it demands. */
const demanded = ({ type }: Item, said: Modality, { notice }: Setting): Modality =>
  notice && type !== "cue" && said === "planned" ? "required" : said;

/** 预算案编列198亿元；人事费67亿元: the budget speaks on behind the semicolon. */
function budgetBefore(items: readonly Item[], low: number): Modality | null {
  for (let i = low - 1; i >= 0; i--) if (/^(?:预算案|编列|概算|预算草案)$/.test(items[i]!.text)) return "planned";
  return null;
}

/** 原有36个将精简为22个: what there was does not say that the change is done. */
const standsFor = ({ text }: Item, { rule }: Claim): boolean => rule !== "level" && /^(?:原|现)/.test(text);

/** A clause with 了 behind its verb tells what happened, whatever the clauses before it planned. */
const isDone = (items: readonly Item[], start: number, end: number): boolean =>
  items
    .slice(start, end + 1)
    .some(({ type, text }, i) => type === "verb" && (text.endsWith("了") || items[start + i + 1]?.text === "了"));

function saidBy(items: readonly Item[], at: number, claim: Claim, setting: Setting): Modality | null {
  const item = items[at]!;
  const [before, next] = [items[at - 1], items[at + 1]];
  if (/^(?:要求|规定)$/.test(item.text) && !demands(before, next)) return null;
  // 最多时有388人, 减得最多，: a superlative, no limit.
  if (/^[最至]多$/.test(item.text) && (/^[时的]/.test(next?.text ?? "") || next?.type === "punctuation")) return null;
  if (item.type === "cue") for (const cue of item.cues) if (cue.cue === "modality") return cue.modality;
  if (/^将$/.test(item.text) && isFuture(items, at, claim)) return "planned";
  if (/^(?:可|能|可以|约可)$/.test(item.text) && isVerbLike(next)) return "estimated";
  if (item.text === "要" && isGoingTo(items, at)) return "planned";
  if (isBudget(items, at, claim) || isDeadline(item)) return "planned";
  return item.type === "date" && isAhead(item, setting) ? "planned" : null;
}

const isAhead = ({ text, date }: DateItem, { published }: Setting): boolean =>
  /^(?:明年|后年|来年|下年度|下一年度)/.test(text) ||
  (published !== null && date.low !== null && date.low > published.slice(0, 10));

/** 两年内, 分三年, 年内, 年底前, 2026年6月前: by when it is to be done. */
function isDeadline({ type, text }: Item): boolean {
  if (type === "date") return /^年内$|[底末月日]前$/.test(text) && !/^[日年月此之]前$/.test(text);
  return /^分[一二两三四五六\d]+年/.test(text) || /^[一二两三四五六]年内$/.test(text);
}

/** 还要再压减, 就要核减. */
function isGoingTo(items: readonly Item[], at: number): boolean {
  const after = items
    .slice(at + 1, at + 3)
    .find(({ type, text }) => type !== "text" || !/^(?:再|进一步|继续|统一)$/.test(text));
  return /^(?:还|就|都|也|需|便)$/.test(items[at - 1]?.text ?? "") && after?.type === "verb";
}

/** 预算, 部门预算安排, 115年度预算员额; 收回预算员额720名 tells of a change that was made. */
function isBudget(items: readonly Item[], at: number, { rule, first }: Claim): boolean {
  const { type, text } = items[at]!;
  if (type !== "noun") return /^(?:部门|单位|收支|年初)?预算$/.test(text);
  return /预算(?:员额|编制|数|安排)?$/.test(text) && (rule === "level" || at < first);
}

/** 占预算的102.3%, 比预算数减少: the budget is what is compared with. */
const isMeasure = (items: readonly Item[], at: number): boolean =>
  /^(?:占|为|比|较|与)$/.test(items[at - 1]?.text ?? "");

/** What a notice says of limits and changes it demands; levels it only states. */
const isImperative = (items: readonly Item[], { rule, fields, first, last }: Claim): boolean =>
  rule !== "level" ||
  /^(?:核定|控制在|限|限定|封顶|只设|限设)$/.test(items[first - 1]?.text ?? "") ||
  /^核定/.test(items[last + 1]?.text ?? "") ||
  fields.some(({ item }) => item.quantity.bound === "le" || item.quantity.bound === "ge");

/** 通知要求 and a clause that opens with 要求 demand; 按照上级要求 and 规定动作 do not. */
const demands = (before: Item | undefined, next: Item | undefined): boolean =>
  !(next?.type === "punctuation" && next.text !== "：") &&
  !/^(?:动作|的|程序|时限|期限|标准|范围)/.test(next?.text ?? "") &&
  (before === undefined ||
    before.type === "place" ||
    /^[，；。、]$/.test(before.text) ||
    /(?:通知|方案|意见|明确|文件|会议|办法|规定|条例)》?$/.test(before.text));

/**
 * 将 before a verb or adverb speaks of what is to come; before a noun or a number that the claim itself changes it is 把
 * (将36个精简为22个).
 */
function isFuture(items: readonly Item[], at: number, claim: Claim): boolean {
  const next = items[at + 1];
  if (next === undefined) return false;
  // 将把9个缩减为6个: what would be 把 itself stands behind it.
  if (next.text === "把" || (next.type === "date" && /^[从自]/.test(next.text))) return true;
  if ((next.type === "verb" && !next.senses.includes("jurisdiction")) || hasCue(next, "from") || hasCue(next, "per"))
    return true;
  if (next.type !== "text") return next.type === "cue" && next.cues.some(({ cue }) => cue === "modality");
  return FUTURE_AFTER.test(next.text) && items.indexOf(claim.fields[0]!.item) !== at + 2;
}

/** Adverbs, prepositions and verbs that stand behind 将 of the future. */
const FUTURE_AFTER =
  /^(?:分阶段|分[步批期]|逐[步年]|进一步|先后|大幅|明显|持续|继续|一次性|直接|相应|同步|统一|严格|全[部面]|首次|陆续|连续|再|不再|不|会|可|在|于|以|按|对|向|给|为|比|较|达|超|突破|实[现施行]|维持|保持|完成|安排|拨付|投入|开展|推[行进动]|启动|组建|成立|新|建|迎来|有|被|就|也|均|都|只|至少|最多|年均|平均)/;

const isVerbLike = (next: Item | undefined): boolean =>
  (next?.type === "verb" && !next.senses.includes("level")) ||
  (next?.type === "noun" && next.metric === "budget.savings");
