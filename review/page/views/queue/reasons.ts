import { type Said, said } from "./words/said.ts";

/** Why a fact is rejected, with the digit that says so. What is kept is `id`, in whatever language the page is. */
export interface Reason extends Said {
  readonly digit: string;
  readonly id: string;
}

const reason = (digit: string, id: string, zh: string, en: string): Reason => ({ digit, id, ...said(zh, en) });

export const REASONS: readonly Reason[] = [
  reason("1", "wrong number", "数不对", "Wrong number"),
  reason("2", "wrong metric", "指标不对", "Wrong metric"),
  reason("3", "wrong subject", "主体不对", "Wrong subject"),
  reason("4", "not a fact", "不是事实", "Not a fact"),
  reason("5", "duplicate", "重复", "Duplicate"),
  reason("6", "wrong period or modality", "时间或性质不对", "Wrong period or modality"),
];
/** Any other, in the reviewer's own words. */
export const OTHER_DIGIT = "0";
