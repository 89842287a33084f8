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

/**
 * Joins smaller units of the same family to a core, as often as they follow: 十二块五毛, 3个小时15分钟30秒, 两年零三个月,
 * 三斤五两; then a last digit without unit (三米九, 十块五).
 * @returns null where nothing follows
 */
export function compound(text: string, first: Core): Core | null {
  const minutes = asMinutes(text, first);
  let whole = minutes ?? first;
  for (let part = partAfter(text, whole); part !== null; part = partAfter(text, whole)) whole = joined(whole, part);
  if (whole === first) return elliptical(text, first);
  return whole;
}

interface Part {
  readonly value: number;
  readonly measure: Measure;
  readonly link: boolean;
}

function partAfter(text: string, whole: Core): Part | null {
  const { measure } = whole;
  if (measure === null || measure.kind === "count" || measure.kind === "percent" || whole.low !== whole.high)
    return null;
  const from = skipSpaces(text, whole.end);
  const link = from < text.length && LINKS.includes(text[from]!);
  const numeral = readNumeral(text, link ? from + 1 : from);
  if (numeral === null || numeral.value === null || numeral.text.startsWith("-")) return null;
  const part = smaller(text, numeral.end, measure);
  return part === null ? null : { value: numeral.value, measure: part, link };
}

function smaller(text: string, at: number, than: Measure): Measure | null {
  const found = clockPart(text, at, than) ?? measureAt(text, at);
  if (found === null || found.family !== than.family || found.factor >= than.factor) return null;
  // 三天前5年 has no larger unit first; two measures of length side by side (3米5厘米) are one only when they nest.
  return found;
}

function clockPart(text: string, at: number, than: Measure): Measure | null {
  const part = CLOCK_PARTS[text[at] ?? ""];
  if (part === undefined || than.family !== "time" || (isHan(text, at + 1) && "钟鐘间間期代候".includes(text[at + 1]!)))
    return null;
  const [unit, factor] = part;
  return { kind: "dimension", unit, family: "time", factor, classifier: text[at]!, end: at + 1 };
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

function joined(whole: Core, part: Part): Core {
  const from = whole.measure!;
  const sign = whole.amount.negative ? -1 : 1;
  // Money stays in its main unit; other sums are told in the smallest unit, where they are whole numbers.
  const money = from.kind === "currency";
  const value = money
    ? clean(whole.low + sign * part.value * part.measure.factor)
    : clean(whole.low * ratio(from, part.measure) + sign * part.value);
  const measure = money ? { ...from, factor: part.measure.factor, end: part.measure.end } : part.measure;
  return { ...whole, low: value, high: value, end: part.measure.end, measure };
}

/** Years are twelve months, not 365 days of them. */
function ratio(from: Measure, to: Measure): number {
  if (from.unit === "year" && to.unit === "month") return 12;
  return clean(from.factor / to.factor);
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
