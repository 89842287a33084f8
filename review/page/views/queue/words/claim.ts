import type { Fact } from "../../../../../schemas/fact.ts";
import type { MetricInfo } from "../../../../../schemas/review.ts";
import type { Language } from "../../../texts.ts";
import { BOUND_NAMES, COMPARISON_NAMES, MODALITY_NAMES, PER_NAMES } from "./names.ts";
import { amountIn, percentIn } from "./numbers.ts";
import { periodIn } from "./period.ts";

/** What a fact says, without where it says it. */
export type Claimed = Omit<Fact, "id" | "doc" | "evidence" | "rule" | "confidence" | "checks">;

/**
 * A fact in one sentence: 河曲县的党政机构由36个减为22个（2025年，已发生）. It speaks of the stated numbers; computed ones stand
 * among the fields.
 * @param info the metric's name and meaning, where the page knows it
 */
export function claimIn(fact: Claimed, info: MetricInfo | undefined, language: Language): string {
  const words = language === "zh" ? chinese(fact) : english(fact);
  const circumstances = [
    ...(isOfOne(fact) || fact.bound === "exact" ? [] : [someBound(fact, language)]),
    ...(fact.period === null ? [] : [periodIn(fact.period, language)]),
    ...(fact.comparison === "reform" ? [COMPARISON_NAMES.reform[language]] : []),
    MODALITY_NAMES[fact.modality][language],
  ];
  const { name } = fact.subject;
  if (language === "zh") {
    const scope = fact.scope === null ? "" : `（${fact.scope}）`;
    const noun = fact.label === "" ? (info?.label ?? fact.metric) : fact.label;
    return `${name}${scope}的${noun}${words}（${circumstances.join("，")}）`;
  }
  const scope = fact.scope === null ? "" : ` (${fact.scope})`;
  return `${capital(metricInEnglish(fact.metric, info))} of ${name}${scope}: ${words} (${circumstances.join(", ")})`;
}

/** The meaning of a metric as a noun phrase: posts of an establishment. */
export const metricInEnglish = (metric: string, info: MetricInfo | undefined): string =>
  info === undefined || info.doc === "" ? metric : info.doc.replace(/, kind not said$/, "");

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

type Field = "value" | "before" | "after" | "change" | "change_pct";

/** A number that the text states; null for one that the program computed. */
const stated = (fact: Claimed, field: Field): number | null => (fact.derived.includes(field) ? null : fact[field]);

const NUMBERS: readonly Field[] = ["value", "before", "after", "change", "change_pct"];

/** A fact has one bound for all its numbers: of several nobody knows whose it is. */
const isOfOne = (fact: Claimed): boolean => NUMBERS.filter((field) => stated(fact, field) !== null).length <= 1;

const someBound = ({ bound }: Claimed, language: Language): string =>
  language === "zh" ? `其中有“${BOUND_NAMES[bound].zh}”之数` : `one of the numbers is “${BOUND_NAMES[bound].en}”`;

const bounded = (fact: Claimed, amount: string, language: Language): string => {
  if (fact.bound === "exact" || !isOfOne(fact)) return amount;
  return `${BOUND_NAMES[fact.bound][language]}${language === "zh" ? "" : " "}${amount}`;
};

function chinese(fact: Claimed): string {
  const amount = (value: number) => amountIn(value, fact.unit, fact.metric, "zh");
  const [value, before, after] = [stated(fact, "value"), stated(fact, "before"), stated(fact, "after")];
  const parts: string[] = [];
  if (value !== null) parts.push(`为${bounded(fact, amount(value), "zh")}`);
  if (before !== null && after !== null)
    parts.push(
      `由${amount(before)}${way(after - before, "减为", "增为", "保持为")}${bounded(fact, amount(after), "zh")}`,
    );
  else if (before !== null) parts.push(`原为${amount(before)}`);
  else if (after !== null)
    parts.push(`${way(fact.change ?? fact.change_pct, "减至", "增至", "变为")}${bounded(fact, amount(after), "zh")}`);
  const compared = fact.comparison === null || fact.comparison === "reform" ? "" : COMPARISON_NAMES[fact.comparison].zh;
  for (const [moved, said] of movesOf(fact, "zh"))
    parts.push(`${compared}${way(moved, "减少", "增加", "没有变化，为")}${said}`);
  if (fact.range !== null) parts.push(`在${amount(fact.range[0])}至${amount(fact.range[1])}之间`);
  const per = fact.per === null ? "" : PER_NAMES[fact.per].zh;
  return parts.length === 0 ? "没有写出数值" : `${per}${parts.join("，")}`;
}

function english(fact: Claimed): string {
  const amount = (value: number) => amountIn(value, fact.unit, fact.metric, "en");
  const [value, before, after] = [stated(fact, "value"), stated(fact, "before"), stated(fact, "after")];
  const parts: string[] = [];
  if (value !== null) parts.push(bounded(fact, amount(value), "en"));
  if (before !== null && after !== null)
    parts.push(
      `from ${amount(before)} ${way(after - before, "down to", "up to", "unchanged at")} ${bounded(fact, amount(after), "en")}`,
    );
  else if (before !== null) parts.push(`${amount(before)} before`);
  else if (after !== null)
    parts.push(
      `${way(fact.change ?? fact.change_pct, "down to", "up to", "now")} ${bounded(fact, amount(after), "en")}`,
    );
  const compared =
    fact.comparison === null || fact.comparison === "reform" ? "" : ` ${COMPARISON_NAMES[fact.comparison].en}`;
  for (const [moved, said] of movesOf(fact, "en"))
    parts.push(`${way(moved, "down by", "up by", "unchanged:")} ${said}${compared}`);
  if (fact.range !== null) parts.push(`between ${amount(fact.range[0])} and ${amount(fact.range[1])}`);
  const per = fact.per === null ? "" : ` ${PER_NAMES[fact.per].en}`;
  return parts.length === 0 ? "no number" : `${parts.join(", ")}${per}`;
}

const way = (moved: number | null, down: string, up: string, same: string): string =>
  moved === null || moved === 0 ? same : moved < 0 ? down : up;

/** The stated changes with their size in words. */
function movesOf(fact: Claimed, language: Language): [number, string][] {
  const moves: [number, string][] = [];
  const change = stated(fact, "change");
  const percent = stated(fact, "change_pct");
  if (change !== null)
    moves.push([change, bounded(fact, amountIn(Math.abs(change), fact.unit, fact.metric, language), language)]);
  if (percent !== null) moves.push([percent, bounded(fact, percentIn(Math.abs(percent), language), language)]);
  return moves;
}
