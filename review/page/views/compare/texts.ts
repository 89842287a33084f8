import type { GroupState } from "../../../../schemas/comparison.ts";
import { texts } from "../../texts.ts";

export const t = texts({
  states: { zh: "对照的结果", en: "What comes of comparing" },
  conflicting: { zh: "相互矛盾", en: "Conflicting" },
  superseded: { zh: "已被更新", en: "Superseded" },
  corroborated: { zh: "相互印证", en: "Corroborated" },
  compatible: { zh: "可以并存", en: "Compatible" },
  single: { zh: "只有一个来源", en: "One source" },
  conflictingWhy: {
    zh: "同一主体、同一指标、同一时期，各来源的数字不能同时成立。",
    en: "Sources give numbers on the same thing and time that cannot all be true.",
  },
  supersededWhy: {
    zh: "同一来源后来给出了新的数字，或者计划已经落实。",
    en: "The same source gave a later number, or what was planned has been done.",
  },
  corroboratedWhy: {
    zh: "两个以上各自独立的来源给出了同样的数字；转载不另算来源。",
    en: "Two or more sources of their own give the same number; copies of one text count once.",
  },
  compatibleWhy: {
    zh: "几个来源的说法都可能成立，但没有哪一个证实另一个。",
    en: "What the sources say may all be true, but none confirms another.",
  },
  singleWhy: {
    zh: "只有一个来源说到，也许有几家转载。这里列出有转载的。",
    en: "One source alone states it, perhaps with copies. Those with copies are listed here.",
  },
  accounts: { zh: "{n} 种说法", en: "{n} accounts" },
  agreeing: { zh: "{n} 个来源一致", en: "{n} sources agree" },
  sources: { zh: "{n} 个来源", en: "{n} sources" },
  withCopies: { zh: "{n} 个来源，连转载 {all} 篇", en: "{n} sources, {all} documents with copies" },
  account: { zh: "说法 {n}", en: "Account {n}" },
  gone: { zh: "已被取代", en: "No longer holds" },
  now: { zh: "现在是", en: "Now" },
  copies: { zh: "另有 {n} 篇转载", en: "{n} copies" },
  copiesOne: { zh: "另有 1 篇转载", en: "1 copy" },
  copiesMore: { zh: "还有 {n} 篇没有列出", en: "{n} more are not listed" },
  statementsMore: { zh: "还有 {n} 条说法没有列出", en: "{n} more statements are not listed" },
  noPublisher: { zh: "来源不详", en: "Publisher not known" },
  noDate: { zh: "日期不详", en: "no date" },
  noPeriod: { zh: "时期不详", en: "period not known" },
  open: { zh: "看证据", en: "See the evidence" },
  sorting: { zh: "正在归类……", en: "Sorting the facts…" },
  comparing: { zh: "正在对照：{done} / {of} 条", en: "Comparing: {done} of {of} facts" },
  facts: { zh: "{n} 条事实", en: "{n} facts" },
  changed: { zh: "数据有变化，重新对照", en: "The facts have changed: compare again" },
  none: { zh: "没有这样的一组。", en: "There are none." },
  noneCopied: { zh: "没有转载。", en: "None has copies." },
  nothingMet: {
    zh: "每件事都只有一个来源说到，没有可以对照的。",
    en: "One source alone speaks of each thing: there is nothing to compare.",
  },
  noneYet: { zh: "到现在为止还没有。", en: "None so far." },
  loading: { zh: "正在读取……", en: "Loading…" },
  range: { zh: "第 {from}–{to} 组，共 {n} 组", en: "{from}–{to} of {n}" },
  previous: { zh: "上一页", en: "Previous" },
  next: { zh: "下一页", en: "Next" },
  pages: { zh: "翻页", en: "Pages" },
});

export const WHY: Readonly<Record<GroupState, () => string>> = {
  conflicting: () => t("conflictingWhy"),
  superseded: () => t("supersededWhy"),
  corroborated: () => t("corroboratedWhy"),
  compatible: () => t("compatibleWhy"),
  single: () => t("singleWhy"),
};
