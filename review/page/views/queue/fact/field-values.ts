import type { Fact, NumberField } from "../../../../../schemas/fact.ts";
import { BOUND_TERMS, COMPARISON_TERMS, MODALITY_TERMS, PER_TERMS, term } from "../../../terms.ts";
import { language } from "../../../texts.ts";
import { metricName } from "../metric-name.tsx";
import { amountIn, percentIn } from "../words/numbers.ts";
import { periodIn } from "../words/period.ts";
import { t } from "./texts.ts";

/** Fields that are shown of a fact, in their order; those that verdicts may differ in. */
export const SHOWN_FIELDS = [
  "subject",
  "metric",
  "label",
  "scope",
  "value",
  "before",
  "after",
  "change",
  "change_pct",
  "range",
  "bound",
  "unit",
  "per",
  "period",
  "comparison",
  "modality",
] as const;
export type ShownField = (typeof SHOWN_FIELDS)[number];

/** A field in words; null where the fact leaves it open. */
export function fieldText(fact: Fact, field: ShownField): string | null {
  switch (field) {
    case "subject":
      return `${fact.subject.name} ${fact.subject.code ?? t("noCode")}`;
    case "metric":
      return metricName(fact.metric);
    case "range":
      return fact.range === null
        ? null
        : t("rangeOf", { low: amount(fact, fact.range[0]), high: amount(fact, fact.range[1]) });
    case "bound":
      return term(BOUND_TERMS, fact.bound);
    case "per":
      return fact.per === null ? null : term(PER_TERMS, fact.per);
    case "period":
      return fact.period === null ? null : periodIn(fact.period, language.value);
    case "comparison":
      return fact.comparison === null ? null : term(COMPARISON_TERMS, fact.comparison);
    case "modality":
      return term(MODALITY_TERMS, fact.modality);
    case "label":
    case "scope":
    case "unit":
      return fact[field];
    default:
      return numberOf(fact, field);
  }
}

function numberOf(fact: Fact, field: NumberField): string | null {
  const value = fact[field];
  if (value === null) return null;
  return field === "change_pct" ? percentIn(value, language.value) : amount(fact, value);
}

const amount = ({ unit, metric }: Fact, value: number): string => amountIn(value, unit, metric, language.value);

export const isComputed = (fact: Fact, field: ShownField): boolean => fact.derived.some((name) => name === field);
