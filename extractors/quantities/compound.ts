import { clean } from "./amount.ts";
import { arabicDigit, chineseDigit, isArabic, isHan, numeralCharacter, skipSpaces } from "./character.ts";
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
  if (parts.length > 1) return lastFigure(text, joined(first, parts));
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

/** 三米九, 一米七五, 1米8, 十二块五, 12块5, 三块零四, 三十七度五: figures behind a unit are its tenths and hundredths. */
function elliptical(text: string, first: Core): Core | null {
  const { measure, end } = first;
  if (measure === null || first.low !== first.high) return null;
  const isMoney = measure.kind === "currency";
  if (!(measure.family === "length" || isMoney || measure.classifier === "度")) return null;
  if (first.amount.arabic && !ARABIC_UNITS.includes(measure.classifier)) return null;
  const figures = figuresAt(text, end);
  if (figures === null) return null;
  // Money is told in the main unit already: 两毛五 is 0.25.
  const value = clean(first.low + figures.value * (isMoney ? measure.factor : 1));
  return { ...first, low: value, high: value, end: figures.end };
}

/** Units that stand between Arabic figures, too. */
const ARABIC_UNITS = ["块", "米", "度"];
/** What may follow without having a claim to the figures. */
const FOLLOWERS = "的高长左以上多宽深钱";

/** One or two figures, or one behind a zero, as a fraction of one; null where they belong to what follows. */
function figuresAt(text: string, at: number): { value: number; end: number } | null {
  const digits: number[] = [];
  for (let end = at; digits.length < 3; end++) {
    const digit = Math.max(chineseDigit(text, end), arabicDigit(text, end));
    if (digit < 0) break;
    digits.push(digit);
  }
  const [first, second] = digits;
  const end = at + digits.length;
  if (first === undefined || digits.length > 2 || (first === 0 && second === undefined)) return null;
  const isFree = !isHan(text, end) || FOLLOWERS.includes(text[end]!);
  if (!isFree || isArabic(text, end) || numeralCharacter(text, end) || measureAt(text, end) || isDecimal(text, end))
    return null;
  const value = first / 10 + (second ?? 0) / 100;
  return value === 0 ? null : { value, end };
}

const isDecimal = (text: string, at: number): boolean =>
  /[.．%％:：/~～\-－—至到]/.test(text[at] ?? "") && text[at] !== undefined;

/** 五块八毛五: a last figure behind the tenths. */
function lastFigure(text: string, joint: Core): Core {
  const { measure, end } = joint;
  if (measure === null || measure.kind !== "currency" || !TENTH_WORDS.includes(text[end - 1]!)) return joint;
  const figures = figuresAt(text, end);
  if (figures === null || figures.end !== end + 1) return joint;
  const value = clean(joint.low + figures.value / 10);
  return { ...joint, low: value, high: value, end: figures.end };
}
const TENTH_WORDS = "毛角";
