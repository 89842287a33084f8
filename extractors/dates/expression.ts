import { readBounds } from "./bounds.ts";
import { type Context, shiftedYears } from "./context.ts";
import { type Cursor, continuing, GAP, sticky, TO } from "./cursor.ts";
import { readPoint } from "./point.ts";
import { type Closed, closed, isClosed, type Reading } from "./reading.ts";

const FROM = sticky(`(自从|从|自)${GAP}`);
const CONNECTOR = continuing(`(?:起|开始)?(?:${TO}|、)`);
const BETWEEN = continuing(`${GAP}[和与及]${GAP}`);
const BETWEEN_END = continuing(`${GAP}(?:之间|间|期间)`);

/**
 * A date, a range of dates, or an open side (自2018年以来), with the words that mark it.
 * @returns the reading and where it starts: behind 从 where that opens nothing (从2001年的11500人)
 */
export function readExpression(cursor: Cursor, context: Context): { reading: Reading; start: number } | null {
  return cursor.attempt(() => {
    const outside = cursor.at;
    if (cursor.eat(EVERY)) return readRecurring(cursor, context, outside);
    const from = cursor.eat(FROM)?.[1] ?? null;
    const inside = cursor.at;
    const first = readPoint(cursor, context);
    if (!first) return null;
    const range = isClosed(first) ? readRange(cursor, context, first) : null;
    const reading = readBounds(cursor, context, range ?? first, from);
    return { reading, start: reading.level === "range" ? outside : inside };
  });
}

const EVERY = sticky("每逢|每|逢");
const UNIT = continuing("个?(?:工作日|天|日|周|星期|礼拜|月|季度|季|年|半年)(?:度)?");

/** 每周三, 逢周一至周五, 每年: the span is known, the days are not. */
function readRecurring(cursor: Cursor, context: Context, start: number): { reading: Reading; start: number } | null {
  const unit = readPoint(cursor, context) ?? (cursor.eat(UNIT) ? NOWHERE : null);
  if (!unit) return null;
  const first = unit === NOWHERE ? readPoint(cursor, context) : unit;
  if (first && isClosed(first)) readRange(cursor, context, first);
  return { reading: { ...unit, recurring: true }, start };
}

const NOWHERE: Reading = { level: "range", low: null, high: null, origin: "reference", yearStated: false };

function readRange(cursor: Cursor, context: Context, first: Closed): Reading | null {
  return cursor.attempt(() => {
    const listed = cursor.text[cursor.at] === "、";
    if (listed && !isBare(cursor)) return null;
    if (!cursor.eat(CONNECTOR)) return readBetween(cursor, context, first);
    const second = readSecond(cursor, context, first);
    if (!second || (listed && second.low !== first.high + 1)) return null;
    return join(first, second);
  });
}

/** 1、2月: the first number has no unit of its own. Such a list is a period where its parts follow each other. */
const isBare = (cursor: Cursor): boolean => /[\d一二三四五六七八九十]/.test(cursor.before(1));

function readBetween(cursor: Cursor, context: Context, first: Closed): Reading | null {
  if (!cursor.eat(BETWEEN)) return null;
  const second = readSecond(cursor, context, first);
  return second && cursor.eat(BETWEEN_END) ? join(first, second) : null;
}

function readSecond(cursor: Cursor, context: Context, first: Closed): Closed | null {
  const second = readPoint(cursor, {
    ...context,
    anchor: { reading: first, end: cursor.at },
    second: true,
    start: cursor.at,
  });
  return second && isClosed(second) && !second.counted ? second : null;
}

/** From the first day of one to the last day of the other; a year that was only presumed gives way. */
function join(first: Closed, second: Closed): Reading | null {
  let [from, to] = [first, second];
  if (to.high < from.low && !to.yearStated && from.yearStated) to = shiftedYears(to, 1);
  if (to.high < from.low && !from.yearStated) from = shiftedYears(from, -1);
  if (to.high < from.low) return null;
  const source = { origin: from.origin, yearStated: from.yearStated || to.yearStated };
  const iso = [from.iso?.[0] ?? from.low, to.iso?.[1] ?? to.high] as const;
  return { ...closed("range", from.low, to.high, source), iso };
}
