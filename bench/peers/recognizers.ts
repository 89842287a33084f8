import { createRequire } from "node:module";
import type { FoundItem } from "../../extractors/quantities/found.ts";
import { UNIT_OF } from "./recognizers-units.ts";

const require = createRequire(import.meta.url);
const PACKAGE = "@microsoft/recognizers-text-suite";

/** What one model says: `end` is the last character, and every value is a string. */
interface ModelResult {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly resolution: Readonly<Record<string, unknown>> | null;
}
type Model = (text: string, culture: string) => readonly ModelResult[];
interface Suite {
  readonly recognizeNumber: Model;
  readonly recognizeOrdinal: Model;
  readonly recognizePercentage: Model;
  readonly recognizeCurrency: Model;
  readonly recognizeDimension: Model;
  readonly recognizeTemperature: Model;
  readonly recognizeAge: Model;
  readonly recognizeDateTime: (
    text: string,
    culture: string,
    options?: number,
    reference?: Date,
  ) => readonly ModelResult[];
}
interface DateValue {
  readonly type: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
}

// The package's own types import others by names that do not resolve, so its form is stated here.
const suite = require(PACKAGE) as Suite;
const CHINESE = "zh-cn";

export const RECOGNIZERS = {
  name: "Recognizers-Text",
  version: (require(`${PACKAGE}/package.json`) as { readonly version: string }).version,
};

const MODELS: readonly (readonly [FoundItem["kind"], Model])[] = [
  ["number", suite.recognizeNumber],
  ["ordinal", suite.recognizeOrdinal],
  ["percent", suite.recognizePercentage],
  ["currency", suite.recognizeCurrency],
  ["dimension", suite.recognizeDimension],
  ["dimension", suite.recognizeTemperature],
  ["dimension", suite.recognizeAge],
];

/** Numbers, percentages, ordinals and units of a text; dates left out, as they double the time. */
export const recognizeNumbers = (text: string): FoundItem[] =>
  MODELS.flatMap(([kind, model]) => model(text, CHINESE).map((result) => numeric(kind, result)));

/** Dates and periods, relative ones counted from `reference` (ISO 8601). */
export const recognizeDates = (text: string, reference?: string): FoundItem[] =>
  suite
    .recognizeDateTime(text, CHINESE, undefined, reference === undefined ? undefined : new Date(reference))
    .flatMap(dated);

function numeric(kind: FoundItem["kind"], { start, end, text, resolution }: ModelResult): FoundItem {
  const value = Number.parseFloat(String(resolution?.value ?? "NaN"));
  const name = resolution?.isoCurrency ?? resolution?.unit;
  const unit = kind === "percent" ? "percent" : typeof name === "string" ? unitOf(name, text) : undefined;
  return { start, end: end + 1, text, kind, value, ...(unit === undefined ? {} : { unit }) };
}

/** A year of age is named like a year. */
const unitOf = (name: string, text: string): string =>
  /[岁歲]|大$/.test(text) ? `age_${name.toLowerCase()}` : (UNIT_OF[name] ?? name);

/** Where the peer leaves two readings open, its first: the one before the reference. */
function dated({ start, end, text, resolution }: ModelResult): FoundItem[] {
  const first = (resolution?.values as readonly DateValue[] | undefined)?.[0];
  const span = { start, end: end + 1, text };
  if (first?.value !== undefined && first.type.startsWith("date")) {
    return [{ ...span, kind: "date", value: first.value.slice(0, 10) }];
  }
  if (first?.type !== "daterange") return [];
  return [
    { ...span, kind: "period", low: first.start ?? null, high: first.end === undefined ? null : dayBefore(first.end) },
  ];
}

/** The peer's intervals end before the day they name. */
const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
