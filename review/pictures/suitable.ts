import type { PictureFacts, PictureKind } from "../../schemas/picture.ts";

const LEVEL = `coalesce("after", "value")`;
/** Spending whose fall is a saving. */
const SPENDING = ["operating_cost", "personnel", "public_expense", "three_public", "expenditure"];

interface Suited {
  /** What is drawn, over `current`. A range alone has no place in a picture. */
  readonly amount: string;
  readonly where: string;
}

/** TABLE of the facts that suit a picture. */
export const SUITED: Readonly<Record<PictureKind, Suited>> = {
  change: { amount: `"after"`, where: `"before" IS NOT NULL AND "after" IS NOT NULL` },
  distribution: { amount: LEVEL, where: `${LEVEL} IS NOT NULL` },
  time: { amount: LEVEL, where: `${LEVEL} IS NOT NULL` },
  savings: {
    amount: `CASE metric WHEN 'budget.savings' THEN ${LEVEL} ELSE -change END`,
    where: `(metric = 'budget.savings' AND ${LEVEL} > 0)
      OR (metric IN (${SPENDING.map((name) => `'budget.${name}'`).join(", ")}) AND change < 0)`,
  },
};

/** TABLE of what was decided on them. */
export const DECIDED: Readonly<Record<PictureFacts, string>> = {
  accepted: "status IN ('accepted', 'corrected', 'added')",
  all: "status <> 'rejected'",
};

/** Metric, unit and `per` as one text. */
export const MEASURE = "concat_ws(' ', metric, unit, per)";
export const SUBJECT = "coalesce(subject_code, subject_name)";
export const LEVEL_NAME = "coalesce(subject_level, '-')";

const LAST = "split_part(period, '/', -1)";
/** A month's last day; what is no date is left out. */
const MONTH_END = `strftime(last_day(try_cast(${LAST} || '-01' AS DATE)), '%Y-%m-%d')`;
/** Last day of the period, else the day of publication: ISO 8601, or NULL. */
export const DAY = `CASE WHEN period IS NULL THEN strftime(try_cast(left(doc_published, 10) AS DATE), '%Y-%m-%d')
  WHEN length(${LAST}) = 4 THEN ${LAST} || '-12-31'
  WHEN length(${LAST}) = 7 THEN ${MONTH_END}
  ELSE strftime(try_cast(left(${LAST}, 10) AS DATE), '%Y-%m-%d') END`;

/** A scope that narrows nothing speaks of the whole subject. */
export const PART = `(scope IS NOT NULL AND NOT regexp_full_match(scope, '全(?:[国省市县区旗州盟乡镇]|自治[区州县旗])(?:范围内?)?'))`;
const OUTLOOK = "list_position(['actual', 'estimated', 'planned', 'required'], modality)";
/** What says how good a choice a fact is, the best first; those that are the same in it are equally good. */
export const PREFERENCE = [PART, OUTLOOK] as const;
