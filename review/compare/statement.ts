import type { StatedNumbers } from "../../schemas/comparison.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { SourceDocument } from "./document.ts";
import { lastDay } from "./key.ts";
import { combined, compareReaches, grainOf, percentGrain, type Reach, reachOf, type Verdict } from "./reach.ts";

/** What is kept of a fact to compare it. */
export interface Statement {
  readonly fact: string;
  readonly document: SourceDocument;
  readonly numbers: StatedNumbers;
  readonly bound: Fact["bound"];
  readonly modality: Fact["modality"];
  readonly comparison: Fact["comparison"];
  /** Whether the text itself gives the period. */
  readonly isDated: boolean;
  readonly isFlow: boolean;
  /** The evidence; several pieces with ` / ` between them. */
  readonly words: string;
  readonly quantities: Quantities;
}

/** Last day of the period that a fact is compared by, or an empty text. */
export const endOf = (period: string | null): string =>
  period === null ? "" : lastDay(period.split("/").at(-1) ?? period);

/** What a statement lets its quantities be. */
export interface Quantities {
  readonly level?: Reach;
  readonly before?: Reach;
  readonly change?: Reach;
  readonly percent?: Reach;
}

/** The stated numbers, and those that follow from them: 36 to 22 is also a change of -14, and by -38.9 %. */
export const quantitiesOf = (stated: Pick<Statement, "numbers" | "bound" | "words">): Quantities =>
  completed(statedOf(stated));

function statedOf({ numbers, bound, words }: Pick<Statement, "numbers" | "bound" | "words">): Quantities {
  const read = (value: number | undefined) =>
    value === undefined ? undefined : reachOf(value, bound, grainOf(value, words), words);
  const { range, change_pct: percentage } = numbers;
  // A percentage may be cut off as well as rounded, so that it is off by up to one of its last digit.
  const percent =
    percentage === undefined ? undefined : reachOf(percentage, bound, 2 * percentGrain(percentage, words), words);
  const level =
    read(numbers.after ?? numbers.value) ?? (range === undefined ? undefined : { core: range, limit: range });
  return defined({ level, before: read(numbers.before), change: read(numbers.change), percent });
}

function completed(given: Quantities): Quantities {
  const { level, change, percent } = given;
  const before =
    given.before ??
    (level && change ? combined(level, change, (now, by) => now - by) : undefined) ??
    (level && percent ? combined(level, percent, (now, by) => now / (1 + by / 100)) : undefined);
  const now = level ?? (before && change ? combined(before, change, (was, by) => was + by) : undefined);
  return defined({
    level: now,
    before,
    change: change ?? (now && before ? combined(now, before, (is, was) => is - was) : undefined),
    percent: percent ?? (now && before ? combined(now, before, (is, was) => (is / was - 1) * 100) : undefined),
  });
}

const defined = (given: { readonly [K in keyof Quantities]: Reach | undefined }): Quantities =>
  Object.fromEntries(Object.entries(given).filter(([, reach]) => reach !== undefined));

const SHARED = ["level", "before", "change", "percent"] as const;
const OUTLOOKS = { actual: "actual", planned: "outlook", estimated: "outlook", required: "required" } as const;

/**
 * Whether two statements under one key confirm each other, cannot both be true, or neither.
 * What is planned or required says nothing against what is; `isPlanOf` tells of that.
 */
export function judge(a: Statement, b: Statement): Verdict {
  return OUTLOOKS[a.modality] === OUTLOOKS[b.modality] ? judgeNumbers(a, b) : "open";
}

export function judgeNumbers(a: Statement, b: Statement): Verdict {
  const [one, other] = [a.quantities, b.quantities];
  // 同比 and 环比 count from different starts.
  const sameStart = a.comparison === b.comparison || a.comparison === null || b.comparison === null;
  const fields = sameStart ? SHARED : (["level"] as const);
  const verdicts = fields.flatMap((field) => {
    const [mine, its] = [one[field], other[field]];
    return mine && its ? [compareReaches(mine, its)] : [];
  });
  if (!verdicts.includes("conflict")) return verdicts.includes("agree") ? "agree" : "open";
  return isStart(one, other, a.isFlow) || isStart(other, one, a.isFlow) ? "agree" : "conflict";
}

/** A level alone may be the one that a change started from: 36个 beside 36个精简为22个. */
function isStart(level: Quantities, whole: Quantities, flow: boolean): boolean {
  const isAlone = level.level !== undefined && Object.keys(level).length === 1;
  return !flow && isAlone && whole.before !== undefined && compareReaches(level.level!, whole.before) === "agree";
}

const isOutlook = ({ modality }: Statement): boolean => OUTLOOKS[modality] === "outlook";

/** Whether `plan` foretold, or estimated, what `actual` then states as done. */
export function isPlanOf(plan: Statement, actual: Statement): boolean {
  if (!isOutlook(plan) || actual.modality !== "actual" || plan.document === actual.document) return false;
  const [foretold, done] = [plan.quantities, actual.quantities];
  const start = foretold.before;
  // Still where the plan starts from, and not where it leads: nothing has happened yet.
  if (
    start &&
    done.level &&
    foretold.level &&
    compareReaches(start, done.level) === "agree" &&
    compareReaches(foretold.level, done.level) !== "agree"
  )
    return false;
  return SHARED.some((field) => foretold[field] && done[field]);
}

export const hasLevel = (statement: Statement): boolean => statement.quantities.level !== undefined;

/** Whether the levels of two statements of different times are different ones. */
export function isOtherLevel(a: Statement, b: Statement): boolean {
  const [one, other] = [a.quantities.level, b.quantities.level];
  return one !== undefined && other !== undefined && compareReaches(one, other) === "conflict";
}
