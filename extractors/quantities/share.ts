import { type Amount, clean } from "./amount.ts";
import { surplusAt } from "./bound.ts";
import { arabicDigit, chineseDigit, isArabic, isHan, numeralCharacter, skipSpaces } from "./character.ts";
import { type Core, coreOf } from "./core.ts";
import { type Measure, measureAt } from "./measure.ts";
import { readNumeral } from "./numeral.ts";

/** The measure of everything that is told in percent. */
export const PERCENT = { kind: "percent", unit: "percent", family: "percent", factor: 1, times: 1 } as const;

const SHARE_WORDS = "成折";
const NOT_SHARES = /^[成折][立员員为為功果本都长長熟份年绩績就交效品型人语語形分叠疊合旧舊算腾騰射磨返]/;

/** 三成, 七成六, 三成半, 9.5折: tenths. */
export function tenthsFrom(text: string, amount: Amount): Core | null {
  const spaced = skipSpaces(text, amount.end);
  const at = spaced <= amount.end + 1 ? spaced : amount.end;
  const word = text[at];
  if (word === undefined || !SHARE_WORDS.includes(word) || NOT_SHARES.test(text.slice(at, at + 2))) return null;
  if (amount.form !== "numeral" || amount.low < 0) return null;
  if (word === "折" && isHundredths(amount)) return inPercent(text, amount, at, 1);
  if (amount.high > 10) return null;
  return inPercent(text, amount, at, 10);
}

/** 98折 and 七五折 write two figures, 九点八折 and 七折 a number of tenths. */
const isHundredths = ({ low, high, arabic, positional }: Amount): boolean =>
  low === high && low > 10 && low < 100 && Number.isInteger(low) && (arabic || positional);

function inPercent(text: string, amount: Amount, at: number, scale: number): Core {
  const { extra, end } = scale === 1 ? { extra: 0, end: at + 1 } : afterTenths(text, at + 1);
  const more = extra === 0 ? surplusAt(text, end) : -1;
  return {
    ...coreOf(amount, Math.max(end, more)),
    low: clean(amount.low * scale) + extra,
    high: clean(amount.high * scale) + extra,
    bound: more >= 0 ? "gt" : amount.bound,
    measure: { ...PERCENT, classifier: text[at]!, end },
  };
}

/** 半 is five points more, a digit as many: 三成半 is 35, 七成六 and 7成6 76; not in 三成五个 and 三成二十家. */
function afterTenths(text: string, at: number): { extra: number; end: number } {
  if (text[at] === "半") return { extra: 5, end: at + 1 };
  const digit = Math.max(chineseDigit(text, at), isArabic(text, at - 2) ? arabicDigit(text, at) : -1);
  const own =
    isArabic(text, at + 1) || numeralCharacter(text, at + 1) !== undefined || measureAt(text, at + 1) !== null;
  return digit > 0 && !own ? { extra: digit, end: at + 1 } : { extra: 0, end: at };
}

const DOUBLED = /翻(?:了)?(?:[近约約])?(?=[一二两兩三四五六七八九十\d])/y;

/** 一半, 半数, 近半, 翻一番: shares that are one word. */
export function shareWordAt(text: string, at: number): Core | null {
  const first = text[at];
  if (first === "翻") return doublingAt(text, at);
  if (first === "一" && text[at + 1] === "半" && !isHalfUnit(text, at + 2)) return percentWord(text, at, at + 2, 50);
  if (first !== "半") return null;
  if ("数數".includes(text[at + 1] ?? "?")) return percentWord(text, at, at + 2, 50);
  const bounded = "近过過逾超占佔约約".includes(text[at - 1] ?? "?");
  const ends = !isHan(text, at + 1) || "的为為是由来來在和与與".includes(text[at + 1]!) || isCountedNoun(text, at + 1);
  return bounded && ends ? percentWord(text, at, at + 1, 50) : null;
}

/** 一半天 is no share. */
const isHalfUnit = (text: string, at: number): boolean =>
  measureAt(text, at)?.kind === "dimension" && text[at] === "天";

/** 过半机构: what is halved is a noun, not a unit. */
const isCountedNoun = (text: string, at: number): boolean => {
  const measure = measureAt(text, at);
  return measure?.kind === "count" && measure.classifier.length > 1;
};

/** 翻一番 is 100 percent more, 翻两番 300. */
function doublingAt(text: string, at: number): Core | null {
  DOUBLED.lastIndex = at;
  const numeral = DOUBLED.test(text) ? readNumeral(text, DOUBLED.lastIndex) : null;
  if (numeral !== null && numeral.value !== null && numeral.value <= 20 && text[numeral.end] === "番") {
    return percentWord(text, at, numeral.end + 1, clean((2 ** numeral.value - 1) * 100));
  }
  const once = text[at + 1] === "了" ? at + 2 : at + 1;
  return "番倍".includes(text[once] ?? "?") ? percentWord(text, at, once + 1, 100) : null;
}

function percentWord(text: string, start: number, end: number, value: number): Core {
  const flags = { bare: false, positional: false, arabic: false, negative: false };
  const amount: Amount = { start, end, form: "percent", low: value, high: value, bound: null, ...flags };
  return { ...coreOf(amount, end), measure: shareMeasure(text, amount) };
}

/** The measure of an amount that is in percent by its own words (百分之五, 一半). */
export const shareMeasure = (text: string, { start, end }: Amount): Measure => ({
  ...PERCENT,
  classifier: text.slice(start, end),
  end,
});
