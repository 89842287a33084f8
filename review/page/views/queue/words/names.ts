import type { Bound, Comparison, Fact, Modality } from "../../../../../schemas/fact.ts";
import { type Said, said } from "./said.ts";

/** What the closed values of a fact are called inside a sentence; beside a heading they are called as in `terms.ts`. */
export const BOUND_NAMES: Readonly<Record<Bound, Said>> = {
  exact: said("正好", "exactly"),
  approx: said("约", "about"),
  gt: said("超过", "over"),
  ge: said("至少", "at least"),
  lt: said("不足", "under"),
  le: said("不超过", "at most"),
};
export const MODALITY_NAMES: Readonly<Record<Modality, Said>> = {
  actual: said("已发生", "has happened"),
  planned: said("计划", "planned"),
  estimated: said("预计", "estimated"),
  required: said("要求", "required"),
};
export const COMPARISON_NAMES: Readonly<Record<Comparison, Said>> = {
  yoy: said("同比", "year on year"),
  mom: said("环比", "month on month"),
  reform: said("改革前后", "through the reform"),
};
export const PER_NAMES: Readonly<Record<NonNullable<Fact["per"]>, Said>> = {
  year: said("每年", "a year"),
  month: said("每月", "a month"),
  day: said("每天", "a day"),
};
