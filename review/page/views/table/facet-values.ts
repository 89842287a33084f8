import type { FacetCount, FacetName } from "../../../../schemas/review.ts";
import {
  BOUND_TERMS,
  CHECKS_TERMS,
  MODALITY_TERMS,
  metricLabel,
  provinceName,
  STATUS_TERMS,
  term,
} from "../../terms.ts";
import { titleOf } from "./document-titles.ts";
import { t } from "./texts.ts";

const NONE = "-";
const NATION = "100000";
/** Upper ends of the ranges of confidence, by their lower ones (`CONFIDENCE_STEPS`). */
const CONFIDENCE_ENDS: Readonly<Record<string, string>> = {
  "0": "0.5",
  "0.5": "0.7",
  "0.7": "0.8",
  "0.8": "0.9",
  "0.9": "0.95",
  "0.95": "1",
};

/** TABLE of facets whose values are shown by other words. */
const WORDS: Readonly<Partial<Record<FacetName, (value: string) => string>>> = {
  metric: metricLabel,
  province: (code) => (code === NATION ? t("nation") : provinceName(code)),
  document: (id) => titleOf(id) ?? id,
  modality: (value) => term(MODALITY_TERMS, value),
  bound: (value) => term(BOUND_TERMS, value),
  checks: (value) => term(CHECKS_TERMS, value),
  confidence: (value) => `${value} – ${CONFIDENCE_ENDS[value] ?? ""}`,
  status: (value) => term(STATUS_TERMS, value),
};

/** A value of a facet for people. */
export function valueWords(name: FacetName, { value, label }: Pick<FacetCount, "value" | "label">): string {
  if (value === NONE && name !== "checks") return t("none");
  return label ?? WORDS[name]?.(value) ?? value;
}
