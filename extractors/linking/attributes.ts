import type { Comparison, Modality } from "../../schemas/fact.ts";
import type { Item } from "../context/item.ts";
import type { Claim } from "../rule.ts";
import { clauseStart, reachStart } from "./clause.ts";
import { modalityOf, type Setting } from "./modality.ts";

/** What the words around a claim say of it, besides what is counted and of whom. */
export interface Attributes {
  readonly per: "year" | "month" | "day" | null;
  readonly period: string | null;
  readonly comparison: Comparison | null;
  readonly modality: Modality;
}

export function attributes(items: readonly Item[], claim: Claim, setting: Setting): Attributes {
  return {
    per: perOf(items, claim),
    period: periodOf(items, claim),
    comparison: comparisonOf(items, claim),
    modality: modalityOf(items, claim, setting),
  };
}

function perOf(items: readonly Item[], claim: Claim): Attributes["per"] {
  const start = clauseStart(items, claim.first);
  for (let i = claim.last; i >= start; i--) {
    const item = items[i]!;
    const isYear = item.type === "text" && item.text.endsWith("一年") && isSpan(items[i + 1]);
    // 一年清退158人: how many it took a year to let go, no rate.
    if (isYear && claim.metric !== "staff.layoff" && claim.metric !== "staff.reassigned") return "year";
    if (item.type !== "cue") continue;
    for (const cue of item.cues) if (cue.cue === "per") return cue.per;
  }
  return null;
}

/** 一年减少, 一年可省, 一年下来: each year; 一年来 and 一年后 are when. */
const isSpan = (next: Item | undefined): boolean =>
  next !== undefined && !/^[来多内后间前期之以度\s]/.test(next.text) && next.type !== "punctuation";

/** The date that reaches the claim: the nearest before it, dates of comparison and of events left out. */
function periodOf(items: readonly Item[], claim: Claim): string | null {
  const low = reachStart(items, claim.first);
  for (let i = claim.last; i >= 0; i--) {
    const item = items[i]!;
    if (item.type !== "date" || item.date.iso === null) continue;
    const before = items[i - 1];
    if (i < low && before !== undefined && i > 0) return null;
    if (before !== undefined && /^(?:比|较|同|与|跟|自|从|由|于|即|比起|较之|相比|对比)$/.test(before.text)) continue;
    if (/^(?:比|较|与|同)/.test(before?.text ?? "") && before?.type === "cue") continue;
    if (/^(?:起|以来|启动|的)/.test(items[i + 1]?.text ?? "") && !/^的/.test(items[i + 1]?.text ?? "")) continue;
    if (/(?:比起|较之)$/.test((items[i - 2]?.text ?? "") + (before?.text ?? ""))) continue;
    if (/^(?:的)?基础/.test(items[i + 1]?.text ?? "")) continue;
    // 2019年前 is before a change, 要在2019年前 by when.
    if (/前$/.test(item.text) && !/[底末月日]前$/.test(item.text) && !isDeadline(before)) continue;
    // 3月起, 2023年以前: an open side says since when, not for which time.
    if (item.date.iso.includes("..")) continue;
    if (isDay(item.date.iso) && !/截至|截止|到/.test(before?.text ?? "")) continue;
    return item.date.iso;
  }
  return null;
}

const isDeadline = (before: Item | undefined): boolean => /[在到于至须争]$/.test(before?.text ?? "");

const isDay = (iso: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(iso);

function comparisonOf(items: readonly Item[], claim: Claim): Comparison | null {
  const start = clauseStart(items, claim.first);
  for (let i = claim.last; i >= 0; i--) {
    const item = items[i]!;
    if (/^[。；;]$/.test(item.text)) break;
    if (item.type === "date" && i >= start) {
      const compared = comparedWith(items, i);
      if (compared !== null) return compared;
    }
    if (item.type !== "cue") continue;
    for (const cue of item.cues) {
      // A comparison reaches no further than its clause, what came of the reform to the end of the sentence.
      if (cue.cue === "comparison" && (i >= start || cue.comparison === "reform")) return cue.comparison;
    }
  }
  return null;
}

/** 比上年, 较去年同期, 由上年的: the date itself says what is compared. */
function comparedWith(items: readonly Item[], at: number): Comparison | null {
  const date = items[at]!.text;
  if (
    !/^(?:比|较|由|从|同|与|比起|较之)$/.test(items[at - 1]?.text ?? "") &&
    !/^(?:基础|同期)/.test(items[at + 1]?.text ?? "")
  )
    return null;
  if (/^(?:上年|去年|上一年|前一年|前年|今年)/.test(date)) return "yoy";
  return /^上(?:个)?月/.test(date) ? "mom" : null;
}
