import { derive, type Numbers } from "../../../../../extractors/linking/derive.ts";
import type { Check, Fact, NumberField } from "../../../../../schemas/fact.ts";
import type { MetricInfo } from "../../../../../schemas/review.ts";
import { readNumber } from "./read-number.ts";

export const NUMBER_INPUTS = ["value", "before", "after", "change", "change_pct"] as const satisfies NumberField[];
export const RANGE_INPUTS = ["low", "high"] as const;
type NumberInput = (typeof NUMBER_INPUTS)[number] | (typeof RANGE_INPUTS)[number];

/** A fact as text to type; "" is null. A number that the program computed stands empty, and is computed anew. */
export type FactForm = Readonly<
  Record<
    | "metric"
    | "name"
    | "code"
    | "level"
    | "label"
    | "scope"
    | "unit"
    | "per"
    | "bound"
    | "period"
    | "comparison"
    | "modality"
    | NumberInput,
    string
  >
>;
export type FormField = keyof FactForm;

/** Why a form is no fact yet; `remedy` is told in the page's texts under this name. */
export type ProblemName =
  | "no-number"
  | "unread-number"
  | "number-is-range"
  | "wrong-unit"
  | "range-open"
  | "range-turned"
  | "no-metric"
  | "no-subject"
  | "bad-code"
  | "bad-period"
  | "no-unit";
export interface Problem {
  readonly field: FormField;
  readonly name: ProblemName;
}
export type FormReading =
  | { readonly fact: Fact; readonly problems: readonly [] }
  | { readonly fact: null; readonly problems: readonly Problem[] };

export function formOf(fact: Fact): FactForm {
  const number = (field: NumberField): string => (fact.derived.includes(field) ? "" : text(fact[field]));
  return {
    metric: fact.metric,
    name: fact.subject.name,
    code: text(fact.subject.code),
    level: text(fact.subject.level),
    label: fact.label,
    scope: text(fact.scope),
    value: number("value"),
    before: number("before"),
    after: number("after"),
    change: number("change"),
    change_pct: number("change_pct"),
    low: text(fact.range?.[0] ?? null),
    high: text(fact.range?.[1] ?? null),
    unit: fact.unit,
    per: text(fact.per),
    bound: fact.bound,
    period: text(fact.period),
    comparison: text(fact.comparison),
    modality: fact.modality,
  };
}

const text = (value: string | number | null): string => (value === null ? "" : String(value));
const orNull = <T extends string>(typed: string): T | null => (typed.trim() === "" ? null : (typed.trim() as T));

/**
 * Reads a form back into a fact: evidence, rule and document stay those of `from`.
 * @param known the metrics there are
 */
export function readForm(form: FactForm, from: Fact, known: readonly MetricInfo[]): FormReading {
  const { numbers, range, problems } = readNumbers(form);
  problems.push(...problemsOf(form, known));
  if (problems.length > 0) return { fact: null, problems };
  const derived = derive(numbers, form.bound === "exact" && range === null);
  const all: Numbers = { ...numbers, ...derived };
  const fact: Fact = {
    ...from,
    subject: { name: form.name.trim(), code: orNull(form.code), level: orNull(form.level) },
    metric: form.metric,
    label: form.label.trim(),
    scope: orNull(form.scope),
    ...(Object.fromEntries(NUMBER_INPUTS.map((field) => [field, all[field] ?? null])) as Record<
      NumberField,
      number | null
    >),
    derived: NUMBER_INPUTS.filter((field) => derived[field] !== undefined),
    unit: form.unit.trim(),
    per: orNull(form.per),
    bound: form.bound as Fact["bound"],
    range,
    period: orNull(form.period),
    comparison: orNull(form.comparison),
    modality: form.modality as Fact["modality"],
  };
  return { fact: { ...fact, checks: stillTrue(from, fact) }, problems: [] };
}

/** Checks whose numbers were changed say nothing any more. */
function stillTrue(from: Fact, to: Fact): Check[] {
  const same = (...fields: NumberField[]): boolean => fields.every((field) => from[field] === to[field]);
  return from.checks.filter(({ check }) => {
    if (check === "sum") return same("value");
    return check === "change" ? same("before", "after", "change") : same("before", "after", "change_pct");
  });
}

interface NumbersRead {
  readonly numbers: Numbers;
  readonly range: [number, number] | null;
  readonly problems: Problem[];
}

function readNumbers(form: FactForm): NumbersRead {
  const numbers: Numbers = {};
  const problems: Problem[] = [];
  for (const field of NUMBER_INPUTS) {
    const typed = readTyped(form, field);
    if (typeof typed === "string") problems.push({ field, name: typed });
    else if (typed !== null) numbers[field] = typed;
  }
  const [low, high] = [readTyped(form, "low"), readTyped(form, "high")];
  let range: [number, number] | null = null;
  if (typeof low === "string") problems.push({ field: "low", name: low });
  else if (typeof high === "string") problems.push({ field: "high", name: high });
  else if ((low === null) !== (high === null))
    problems.push({ field: low === null ? "low" : "high", name: "range-open" });
  else if (low !== null && high !== null) {
    if (low > high) problems.push({ field: "high", name: "range-turned" });
    range = [low, high];
  }
  if (problems.length === 0 && range === null && Object.keys(numbers).length === 0)
    problems.push({ field: "value", name: "no-number" });
  return { numbers, range, problems };
}

/** A number, null for an empty field, or what is wrong with it. */
function readTyped(form: FactForm, field: NumberInput): number | null | ProblemName {
  const typed = readNumber(form[field]);
  if (typed.is === "empty") return null;
  if (typed.is === "range") return "number-is-range";
  if (typed.is === "unread") return "unread-number";
  const wanted = field === "change_pct" ? "percent" : form.unit;
  return typed.unit === null || fits(typed.unit, wanted) ? typed.value : "wrong-unit";
}

/** 36个, 36名 and 36人 are all counted; a percentage, money or a ratio stands only where its unit does. */
const fits = (typed: string, wanted: string): boolean => typed === wanted || (isCounted(typed) && isCounted(wanted));
const isCounted = (unit: string): boolean => unit === "count" || unit === "person";

const PERIOD = /^(?:\d{4}(?:-\d{2}){0,2}|\.\.)?(?:\/(?:\d{4}(?:-\d{2}){0,2}|\.\.)?)?$/;

function problemsOf(form: FactForm, known: readonly MetricInfo[]): Problem[] {
  const problems: Problem[] = [];
  const wrong = (field: FormField, name: ProblemName, is: boolean): void => {
    if (is) problems.push({ field, name });
  };
  wrong("metric", "no-metric", !known.some(({ id }) => id === form.metric));
  wrong("name", "no-subject", form.name.trim() === "");
  wrong("code", "bad-code", !/^(?:\d{6})?$/.test(form.code.trim()));
  wrong("unit", "no-unit", form.unit.trim() === "");
  wrong("period", "bad-period", !PERIOD.test(form.period.trim()));
  return problems;
}

/** The unit a fact has once its metric is chosen: money keeps the currency that stands there. */
export function unitFor(chosen: MetricInfo, unit: string): string {
  if (chosen.unit !== "money") return chosen.unit;
  return /^[A-Z]{3}$/.test(unit) ? unit : "CNY";
}

export const isChanged = (form: FactForm, from: FactForm): boolean =>
  (Object.keys(form) as FormField[]).some((field) => form[field] !== from[field]);
