import { SCOPES } from "../../corpus/lexicon/scopes.ts";
import { hasCue, type Item } from "../context/item.ts";
import type { Claim } from "../rule.ts";
import type { Attachment, Place } from "./attachment.ts";

const SCOPE_WORDS: ReadonlySet<string> = new Set(SCOPES.split(" "));

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

/** 一般公共预算收入4亿元，支出32亿元: the noun is halved, not repeated. */
export function counterpart(items: readonly Item[], start: number, claim: Claim, metric: string): string {
  const words = items.slice(start, claim.first).map(({ text }) => text);
  if (metric === "budget.revenue" && words.some((word) => word.startsWith("支出"))) return "budget.expenditure";
  return metric === "budget.expenditure" && words.some((word) => word.startsWith("收入")) ? "budget.revenue" : metric;
}

/** 其中厅级229个 of leadership posts are posts of division level; 其中公务员 of staff are staff. */
export function partMetric(metric: string, part: string): string {
  // 行政编制615名，实有572人: posts first, then who fills them.
  if (metric.startsWith("staff.quota") && /^实有|在岗/.test(part)) return "staff.headcount";
  if (!metric.startsWith("staff.posts.")) return metric;
  return /[厅处]级/.test(part) ? "staff.posts.division" : /科级/.test(part) ? "staff.posts.section" : metric;
}

/** The name of a part: 行政奖励 of 行政奖励75项, 乡镇 of 乡镇六十八名. */
export function partName(items: readonly Item[], claim: Claim, start: number): string {
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

/** 乡镇同比增长7.6% after a percentage of spending: the noun narrows whose spending it is. */
export function asScope(found: Attachment, claim: Claim, { frames }: Place): Attachment | null {
  if (!claim.fields.every(({ field }) => field === "change_pct") || !SCOPE_WORDS.has(found.label)) return null;
  const whole = frames.findLast(({ metric, fields }) => fields.has("change_pct") && metric.startsWith("budget."));
  if (whole === undefined || found.source !== "left" || found.modifier !== "") return null;
  return { metric: whole.metric, label: whole.label, modifier: found.label, source: "part", noun: null, from: whole };
}

/** 核减39名，其中县处级2名: a part with a noun of its own still belongs to its whole. */
export function withWhole(found: Attachment, claim: Claim, { items, frames }: Place): Attachment {
  if (claim.rule !== "level" || !inParts(items, claim.first)) return found;
  const family = found.metric.split(".").slice(0, 2).join(".");
  const wholes = frames.filter(({ metric }) => metric.startsWith(family));
  const whole = wholes.find(({ fields }) => fields.has("value") || fields.has("after")) ?? wholes.at(-1);
  return whole === undefined ? found : { ...found, from: whole };
}
