import type { Language } from "../../../texts.ts";

/** 2025-01/2025-07 as people say it; what is no ISO 8601 date, month, year or interval stays as it is. */
export function periodIn(period: string, language: Language): string {
  const [from = "", to] = period.split("/");
  if (to === undefined) return pointIn(from, language);
  const ends = [from, to].map((end) => (end === "" || end === ".." ? "…" : pointIn(end, language)));
  return ends.join(language === "zh" ? "至" : " to ");
}

function pointIn(point: string, language: Language): string {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(point);
  if (found === null) return point;
  const [, year = "", month, day] = found;
  if (language === "zh")
    return `${year}年${month === undefined ? "" : `${Number(month)}月`}${day === undefined ? "" : `${Number(day)}日`}`;
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return point;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");
