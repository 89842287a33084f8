import type { PictureChoice, PictureFigure } from "../../../../schemas/picture.ts";
import { session } from "../../session.ts";
import { MODALITY_TERMS, metricLabel, term } from "../../terms.ts";
import { type Language, language } from "../../texts.ts";
import { metricInEnglish } from "../queue/words/claim.ts";
import { BOUND_NAMES } from "../queue/words/names.ts";
import { amountIn, numberIn } from "../queue/words/numbers.ts";
import { periodIn } from "../queue/words/period.ts";
import { t } from "./texts.ts";
import { visible } from "./visible.ts";

/** Numbers of axes and marks: 1.2亿, 36; at most four figures, as nobody reads more off a picture. */
export function shortNumber(number: number, inLanguage: Language = language.value): string {
  return numberIn(Number(number.toPrecision(4)), inLanguage);
}

/** −38.9% */
export const percent = (number: number): string =>
  `${number > 0 ? "+" : number < 0 ? "−" : ""}${Math.abs(number).toFixed(1)}%`;

/** What a number of the choice counts: 个, 万元 stays 元; "per" stands before or behind it. */
export function unitWords({ metric, unit, per }: PictureChoice): string {
  const zh = language.value === "zh";
  const bare = unit === "count" && !zh ? "number" : amountIn(0, unit, metric, language.value).replace("0", "").trim();
  if (per === null) return bare;
  const rate = t(per === "year" ? "perYear" : per === "month" ? "perMonth" : "perDay");
  return zh ? `${bare}，${rate}` : `${bare} ${rate}`;
}

/** A metric as the title of a picture names it. */
export function metricWords(metric: string): string {
  if (language.value === "zh") return metricLabel(metric);
  const info = session.value?.metrics.find(({ id }) => id === metric);
  const words = metricInEnglish(metric, info);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** A number of a figure with its bound: 约36个. */
export function amountWords(figure: PictureFigure, { metric, unit }: PictureChoice): string {
  const words = amountIn(figure.amount, unit, metric, language.value);
  return figure.bound === "exact" ? words : `${BOUND_NAMES[figure.bound][language.value]} ${words}`;
}

/** All of a figure in a few lines, for whoever points at it. */
export function figureTitle(figure: PictureFigure & { readonly label: string }, choice: PictureChoice): string {
  const { label, scope, before, change, period, modality, evidence, publisher, differing } = figure;
  const amount = amountWords(figure, choice);
  const number =
    before === null ? amount : `${amountIn(before, choice.unit, choice.metric, language.value)} → ${amount}`;
  const circumstances = [
    period === null ? figure.day : periodIn(period, language.value),
    modality === "actual" ? null : term(MODALITY_TERMS, modality),
    publisher,
  ];
  return [
    `${label}${scope === null ? "" : ` · ${scope}`}`,
    change === null ? number : `${number}（${percent(change)}）`,
    circumstances.filter((part) => part !== null).join(" · "),
    `“${evidence}”`,
    ...(differing > 0 ? [t("differing", { n: differing })] : []),
  ]
    .map(visible)
    .join("\n");
}
