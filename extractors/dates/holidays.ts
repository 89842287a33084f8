import { AMBIGUOUS_TERMS, HOLIDAYS, type Holiday, NUMBERED_HOLIDAYS } from "../../corpus/lexicon/dates.ts";
import { type Cursor, GAP, sticky } from "./cursor.ts";
import { type Day, dayOf, firstOfMonth, weekdayFrom } from "./day.ts";
import { lunarMonth } from "./lunar.ts";
import { type Closed, dayReading, yearOf } from "./reading.ts";
import { dayOfTerm } from "./solar-terms.ts";

const NAMES = Object.keys(HOLIDAYS).sort((a, b) => b.length - a.length);
const NUMBERED = Object.keys(NUMBERED_HOLIDAYS).join("|");
const HOLIDAY = sticky(`的?${GAP}(?:${NUMBERED})?(?:国际)?(${NAMES.join("|")})`);
const NUMBERED_DAY = sticky(
  `的?${GAP}["“「]?(${NUMBERED})["”」]?(?:国际)?(?:节|劳动节|妇女节|儿童节|(?=国际|假期|小长假|黄金周|长假|期间|前夕|前后|前[,，。完]))`,
);
const AMBIGUOUS = sticky(`的?${GAP}(${Object.keys(AMBIGUOUS_TERMS).join("|")})(?=节气|这天|当天|时节)`);

/** A holiday of a year, by its name. */
export function holidayIn(cursor: Cursor, outer: Closed): Closed | null {
  const holiday = named(cursor);
  const day = holiday ? dayOfHoliday(holiday, yearOf(outer)) : null;
  return day === null ? null : dayReading(day, outer);
}

function named(cursor: Cursor): Holiday | null {
  const known = cursor.eat(HOLIDAY);
  if (known) return HOLIDAYS[known[1]!] ?? null;
  const numbered = cursor.eat(NUMBERED_DAY);
  if (numbered) return NUMBERED_HOLIDAYS[numbered[1]!] ?? null;
  const term = cursor.eat(AMBIGUOUS);
  return term ? { kind: "term", degrees: AMBIGUOUS_TERMS[term[1]!]! } : null;
}

function dayOfHoliday(holiday: Holiday, year: number): Day | null {
  switch (holiday.kind) {
    case "solar":
      return dayOf(year, holiday.month, holiday.day);
    case "lunar":
      return lunarDay(year, holiday.month, holiday.day);
    case "before-new-year":
      return lunarDay(year, 1, 1 - holiday.days);
    case "weekday":
      return weekdayFrom(firstOfMonth(year, holiday.month), holiday.weekday) + (holiday.week - 1) * 7;
    case "term":
      return dayOfTerm(year, holiday.degrees);
  }
}

function lunarDay(year: number, month: number, day: number): Day | null {
  const borders = lunarMonth(year, month);
  return borders === null ? null : borders.low + day - 1;
}
