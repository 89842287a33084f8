import type { Bound } from "../../schemas/fact.ts";
import type { Span } from "../../schemas/span.ts";
import { type Amount, amountAt, clean } from "./amount.ts";
import { surplusAt } from "./bound.ts";
import { isAlone, isHan, isSpace, numeralCharacter, skipSpaces } from "./character.ts";
import { compound } from "./compound.ts";
import { foldedCode } from "./fold.ts";
import { countedMeasureAt, currencyBefore, type Measure, measureAt } from "./measure.ts";
import { shareMeasure, shareWordAt, tenthsFrom } from "./share.ts";

/** An amount with its measure, before bounds on either side and before ranges. */
export interface Core extends Span {
  readonly amount: Amount;
  /** In `measure.unit`; percent for fractions and shares without a unit. */
  readonly low: number;
  readonly high: number;
  readonly bound: Bound | null;
  readonly measure: Measure | null;
}

/** Reads the amount at `at` with its surplus word, unit or classifier, and what may follow a unit (半, 角分, 三米九). */
export function coreAt(text: string, at: number): { core: Core | null; next: number } {
  const word = shareWordAt(text, at);
  if (word !== null) return { core: word, next: word.end };
  const { amount, next } = amountAt(text, at);
  if (amount === null) return { core: null, next };
  return { core: withMeasure(text, amount), next: Math.max(next, amount.end) };
}

function withMeasure(text: string, amount: Amount): Core {
  if (amount.form === "percent") return { ...coreOf(amount, amount.end), measure: shareMeasure(text, amount) };
  const share = tenthsFrom(text, amount);
  if (share !== null) return share;
  const surplus = surplusAfter(text, amount);
  const from = surplus?.end ?? amount.end;
  const bound = surplus?.bound ?? amount.bound;
  const counted = countedAt(text, from, amount);
  const measure = counted?.measure ?? asMeant(text, amount, measureAt(text, from));
  if (measure === null) return { ...coreOf(amount, from), bound };
  const added = counted?.half ? 0.5 : 0;
  const found: Core = {
    start: amount.start,
    end: measure.end,
    amount,
    low: inMainUnit(amount.low + added, measure),
    high: inMainUnit(amount.high + added, measure),
    bound: counted?.bound ?? bound,
    measure,
  };
  return afterMeasure(text, found);
}

/** 块, 分 and 度 have several meanings: what stands around decides. */
function asMeant(text: string, amount: Amount, measure: Measure | null): Measure | null {
  if (measure === null) return null;
  const { classifier, end } = measure;
  if (classifier !== "度" && classifier !== "块" && classifier !== "分") return measure;
  const counts = { ...measure, kind: "count", unit: "count", family: "count", factor: 1 } as const;
  if (classifier === "度") return !amount.arabic && isHan(text, end) && amount.high < 10 ? counts : measure;
  const alone = isAlone(text, amount.start, end);
  const money = alone || currencyBefore(text, amount.start, 0) !== null;
  if (money || compound(text, { ...coreOf(amount, end), measure }) !== null) return measure;
  if (
    classifier === "块" &&
    (PRICED.test(text.slice(Math.max(0, amount.start - 4), amount.start)) || text[end] === "一")
  )
    return measure;
  return text[amount.start - 1] === "角" || text[amount.start - 1] === "毛" ? measure : counts;
}

/** Words before a price: 卖5块, 只要三块. */
const PRICED = /[卖賣买買花付价價涨漲降收赚賺值罚罰挣掙钱錢交][了到至得约約为為是要近]{0,2}$/;

/** Money is told in the main unit (5角 is 0.5), measures in the unit they are written in. */
function inMainUnit(value: number, { kind, factor, times }: Measure): number {
  const scale = kind === "currency" ? factor : times;
  return scale === 1 ? value : clean(value * scale);
}

/** An amount without measure as a core. */
export const coreOf = (amount: Amount, end: number): Core => ({
  start: amount.start,
  end,
  amount,
  low: amount.low,
  high: amount.high,
  bound: amount.bound,
  measure: null,
});

/** 余 and 多 after a round number; 来 and 把 only before a unit (十来个, 万把块). */
function surplusAfter(text: string, amount: Amount): { bound: Bound; end: number } | null {
  const at = skipSpaces(text, amount.end) - amount.end > 1 ? amount.end : skipSpaces(text, amount.end);
  const end = surplusAt(text, at);
  if (end >= 0 && isRound(text, amount)) return { bound: "gt", end };
  const about = text[at] === "来" || text[at] === "來" || (amount.bare && text[at] === "把");
  if (about && isRound(text, amount) && measureAt(text, at + 1) !== null) {
    return { bound: "approx", end: at + 1 };
  }
  return null;
}

function isRound(text: string, amount: Amount): boolean {
  if (amount.form !== "numeral") return false;
  const last = numeralCharacter(text, amount.end - 1)?.role;
  return (
    last === "small" ||
    last === "large" ||
    last === "tens" ||
    (amount.arabic && amount.low % 10 === 0 && amount.low > 0)
  );
}

/** 两个多月, 一个半小时: 个 with 多 or 半 and then the unit. */
function countedAt(
  text: string,
  at: number,
  amount: Amount,
): { measure: Measure; bound: Bound | null; half: boolean } | null {
  if (String.fromCharCode(foldedCode(text, at)) !== "个") return null;
  const half = text[at + 1] === "半";
  const more = surplusAt(text, at + 1);
  if (!half && more < 0) return null;
  const measure = countedMeasureAt(text, half ? at + 2 : more);
  return measure === null ? null : { measure, bound: half ? amount.bound : "gt", half };
}

/** What may follow a unit: 半 (三年半), 多 (一年多), a smaller unit (三斤五两), a digit alone (三米九). */
function afterMeasure(text: string, found: Core): Core {
  const longer = compound(text, found);
  if (longer !== null) return longer;
  const { measure, end } = found;
  if (measure === null || measure.kind === "count") return found;
  const halved =
    (text[end] === "半" && !isHan(text, end + 1)) ||
    /^半(?:[过過以的左了后後前来來内內又])/.test(text.slice(end, end + 2));
  if (halved) return { ...found, low: found.low + 0.5, high: found.high + 0.5, end: end + 1 };
  const more = surplusAt(text, end);
  if (
    more >= 0 &&
    !isSpace(text, end) &&
    (measure.family === "time" || measure.kind === "multiple" || measure.kind === "dimension")
  ) {
    return { ...found, bound: "gt", end: more };
  }
  return found;
}
