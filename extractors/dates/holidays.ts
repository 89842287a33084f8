import { HOLIDAYS, type Holiday } from "../../corpus/lexicon/dates.ts";
import { type Cursor, GAP, sticky } from "./cursor.ts";
import { type Day, dayOf, firstOfMonth, weekdayFrom } from "./day.ts";
import { lunarMonth } from "./lunar.ts";
import { type Closed, dayReading, yearOf } from "./reading.ts";

const NAMES = Object.keys(HOLIDAYS).sort((a, b) => b.length - a.length);
const HOLIDAY = sticky(`的?${GAP}(${NAMES.join("|")})`);
const MAY_DAY = sticky(`的?${GAP}["“”]?五一["“”]?(?=劳动节|国际|假期|小长假|黄金周|期间|节)(?:国际劳动节|劳动节|节)?`);

/** A holiday of a year, by its name. */
export function holidayIn(cursor: Cursor, outer: Closed): Closed | null {
  const match = cursor.eat(HOLIDAY);
  const holiday = match ? HOLIDAYS[match[1]!] : cursor.eat(MAY_DAY) ? HOLIDAYS.劳动节 : undefined;
  const day = holiday ? dayOfHoliday(holiday, yearOf(outer)) : null;
  return day === null ? null : dayReading(day, outer);
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
    case "qingming":
      return qingming(year);
  }
}

function lunarDay(year: number, month: number, day: number): Day | null {
  const borders = lunarMonth(year, month);
  return borders === null ? null : borders.low + day - 1;
}

/** The sun's way takes 365.2422 days; right for 1901 to 2100 by the usual constants. */
function qingming(year: number): Day | null {
  const sinceCentury = year % 100;
  const constant = year < 2000 ? 5.59 : 4.81;
  return dayOf(year, 4, Math.floor(sinceCentury * 0.2422 + constant) - Math.floor(sinceCentury / 4));
}
