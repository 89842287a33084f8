import { clean } from "./amount.ts";
import { chineseDigit, isArabic, isHan, numeralCharacter, skipSpaces } from "./character.ts";
import type { Core } from "./core.ts";
import { type Measure, measureAt } from "./measure.ts";
import { readNumeral } from "./numeral.ts";

/** Clock words that measure time only after a larger unit of time: 8天20时, 4分15秒. */
const CLOCK_PARTS: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  时: ["hour", 3600],
  時: ["hour", 3600],
  分: ["minute", 60],
};
const LINKS = "零又〇和加";

/** A number with its unit inside a compound. */
interface Part {
  readonly value: number;
  readonly measure: Measure;
}

/**
 * Joins smaller units of the same family to a core, as often as they follow: 十二块五毛, 3个小时15分钟30秒, 两年零三个月,
 * 三斤五两; then a last digit without unit (三米九, 十块五).
 * @returns null where nothing follows
 */
export function compound(text: string, core: Core): Core | null {
  const first = asMinutes(text, core) ?? core;
  if (first.measure === null || first.low !== first.high) return null;
  const parts: Part[] = [{ value: Math.abs(first.low), measure: first.measure }];
  for (let part = partAfter(text, parts.at(-1)!); part !== null; part = partAfter(text, parts.at(-1)!))
    parts.push(part);
  if (parts.length > 1) return joined(first, parts);
  return first === core ? elliptical(text, first) : first;
}

function partAfter(text: string, { measure }: Part): Part | null {
  if (measure.kind === "count" || measure.kind === "percent") return null;
  const from = skipSpaces(text, measure.end);
  const linked = from < text.length && LINKS.includes(text[from]!);
  return partAt(text, from, measure) ?? (linked ? partAt(text, from + 1, measure) : null);
}

function partAt(text: string, at: number, than: Measure): Part | null {
  const numeral = readNumeral(text, at);
  if (numeral === null || numeral.value === null || numeral.value < 0) return null;
  const measure = smaller(text, numeral.end, than);
  return measure === null ? null : { value: numeral.value, measure };
}

function smaller(text: string, at: number, than: Measure): Measure | null {
  const found = clockPart(text, at, than) ?? measureAt(text, at);
  if (found === null || found.family !== than.family || found.factor >= than.factor) return null;
  return found;
}

function clockPart(text: string, at: number, than: Measure): Measure | null {
  const part = CLOCK_PARTS[text[at] ?? ""];
  if (part === undefined || than.family !== "time" || (isHan(text, at + 1) && "钟鐘间間期代候".includes(text[at + 1]!)))
    return null;
  const [unit, factor] = part;
  return { kind: "dimension", unit, family: "time", factor, times: 1, classifier: text[at]!, end: at + 1 };
}

/** 4分15秒: what looked like money or marks was minutes; 五分半 too. */
function asMinutes(text: string, first: Core): Core | null {
  const { measure } = first;
  if (measure?.classifier !== "分" || measure.unit !== "CNY") return null;
  const minute: Measure = { ...measure, kind: "dimension", unit: "minute", family: "time", factor: 60 };
  if (text[measure.end] === "半" && first.amount.low < 60) {
    const value = first.amount.low + 0.5;
    return { ...first, low: value, high: value, end: measure.end + 1, measure: { ...minute, end: measure.end + 1 } };
  }
  const numeral = readNumeral(text, measure.end);
  if (numeral === null || text[numeral.end] !== "秒") return null;
  const { low, high } = first.amount;
  return { ...first, low, high, measure: minute };
}

function joined(first: Core, parts: readonly Part[]): Core {
  const main = first.measure!;
  const last = parts.at(-1)!.measure;
  const sign = first.amount.negative ? -1 : 1;
  // Money stays in its main unit; other sums are told in the smallest unit, where they are whole numbers.
  const money = main.kind === "currency";
  const total = money
    ? sumOfMoney(parts)
    : parts.reduce((sum, { value, measure }) => sum + value * ratio(measure, last), 0);
  const value = sign * clean(total);
  return { ...first, low: value, high: value, end: last.end, measure: { ...(money ? main : last), end: last.end } };
}

/** The first part is told in the main unit already. */
const sumOfMoney = (parts: readonly Part[]): number =>
  parts.reduce((sum, { value, measure }, i) => sum + (i === 0 ? value : value * measure.factor), 0);

/** Years are twelve months, not 365 days of them. */
function ratio(from: Measure, to: Measure): number {
  if (from.unit === "year" && to.unit === "month") return 12;
  return from.factor / to.factor;
}

/** 三米九, 十二块五, 三块零四. */
function elliptical(text: string, first: Core): Core | null {
  const { measure, end } = first;
  if (measure === null || first.low !== first.high || first.amount.arabic) return null;
  if (!(measure.family === "length" || measure.kind === "currency") || measure.factor < 0.1) return null;
  const zero = chineseDigit(text, end) === 0;
  const at = zero ? end + 1 : end;
  const digit = chineseDigit(text, at);
  if (digit <= 0 || isHan(text, at + 1) || isArabic(text, at + 1) || numeralCharacter(text, at + 1)) return null;
  const value = clean(first.low + digit * (zero ? 0.01 : 0.1));
  return { ...first, low: value, high: value, end: at + 1 };
}
