/** A date, or date and time, that a text states. */
export interface Moment {
  /** ISO 8601: `2019-09-07`, `2019-09-07T13:43+08:00` or with seconds. */
  readonly iso: string;
  readonly hasTime: boolean;
  /** UTF-16 offsets into the text read. */
  readonly start: number;
  readonly end: number;
}

const CLOCK =
  "(?:[\\s\\x1fT,，|·]{0,20}(?:[(（]?(?:星期|周|週)[一二三四五六日天][)）]?)?[\\s\\x1f]{0,20}(?:HKT|GMT\\+8|CST|(?:香港|北京|台北|臺北|澳門|澳门|当地|當地)(?:時間|时间)[:：]?)?[\\s\\x1f]{0,20}[(（]?(上午|下午|晚上|晚间|凌晨|中午|AM|PM)?\\s{0,20}([01]?\\d|2[0-4])(?:[:：]|时|時|点|點)([0-5]\\d)(?:[:：分]([0-5]\\d))?分?(?:\\.\\d+)?\\s{0,20}(Z|[+-]\\d{2}:?\\d{2}|[AP]M)?)?";
const FULL = new RegExp(
  `(?<!\\d)((?:19|20)\\d{2}|民國\\s{0,20}\\d{2,3})[\\s\\x1f]{0,20}(?:年|[-/.]|\\x1f)[\\s\\x1f]{0,20}(1[0-2]|0?[1-9])[\\s\\x1f]{0,20}(?:月|[-/.]|\\x1f)[\\s\\x1f]{0,20}(3[01]|[12]\\d|0?[1-9])(?:\\s{0,20}[日号號])?${CLOCK}`,
  "gi",
);
const SHORT =
  /(?<![\d-])(?:(\d{2})[-/])?(1[0-2]|0?[1-9])(?:[-/]|月)(3[01]|[12]\d|0?[1-9])日?[\s\x1f]+([01]\d|2[0-3])[:：]([0-5]\d)/g;

/** All dates with a year in a text, in order. Without a stated offset the time is that of Beijing. */
export function readMoments(text: string): Moment[] {
  const found: Moment[] = [];
  for (const match of narrow(text).matchAll(FULL)) {
    const moment = fromMatch(match);
    if (moment !== null) found.push(moment);
  }
  return found.length > 0 ? found : englishMoments(text);
}

/** `Jun 14, 2022`, `14 June 2022`: pages in Chinese whose frame is in English. */
const ENGLISH =
  /\b(?:(\d{1,2})\s+)?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?((?:19|20)\d{2})\b/g;
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

function englishMoments(text: string): Moment[] {
  return [...text.matchAll(ENGLISH)].flatMap((match) => {
    const [all, before, month, behind, year] = match;
    const day = before ?? behind;
    if (day === undefined || Number(day) < 1 || Number(day) > 31) return [];
    const iso = `${year}-${pad(String(MONTHS.indexOf(month!) / 3 + 1))}-${pad(day)}`;
    return [{ iso, hasTime: false, start: match.index, end: match.index + all.length }];
  });
}

/** Full-width digits and signs as ASCII, so that offsets stay. */
const narrow = (text: string): string =>
  /[０-９]/.test(text)
    ? text.replace(/[０-９－：／．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    : text;

function fromMatch(match: RegExpExecArray): Moment | null {
  const [all, y, m, d, half, h, min, s, zone] = match;
  const year = y!.startsWith("民") ? Number(y!.slice(2)) + 1911 : Number(y);
  const span = { start: match.index, end: match.index + all.length };
  if (Number(d) > new Date(Date.UTC(year, Number(m), 0)).getUTCDate()) return null;
  const day = `${year}-${pad(m!)}-${pad(d!)}`;
  if (h === undefined) return { iso: day, hasTime: false, ...span };
  const isLate = /下午|晚/.test(half ?? "") || /pm/i.test(`${half ?? ""}${zone ?? ""}`);
  const hour = isLate && Number(h) < 12 ? Number(h) + 12 : Number(h);
  if (hour > 23) return { iso: day, hasTime: false, ...span };
  const clock = `${pad(String(hour))}:${min}${s === undefined ? "" : `:${s}`}`;
  return { iso: inBeijing(`${day}T${clock}`, zone ?? ""), hasTime: true, ...span };
}

/** A date without its year (`10-08 12:00`), read with the year of another date of the page. */
export function readShortMoment(text: string, year: number): Moment | null {
  for (const match of text.matchAll(SHORT)) {
    const [all, y, m, d, h, min] = match;
    const day = `${y === undefined ? year : 2000 + Number(y)}-${pad(m!)}-${pad(d!)}`;
    return { iso: `${day}T${h}:${min}+08:00`, hasTime: true, start: match.index, end: match.index + all.length };
  }
  return null;
}

function inBeijing(local: string, zone: string): string {
  if (!/^(?:Z|[+-])/i.test(zone) || /^\+08:?00$/.test(zone)) return `${local}+08:00`;
  const offset = /^z$/i.test(zone) ? "Z" : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const time = Date.parse(`${local}${offset}`);
  if (Number.isNaN(time)) return `${local}+08:00`;
  return fromEpoch(time);
}

/** Milliseconds since 1970 as the time of Beijing, to the second. */
export const fromEpoch = (timeMs: number): string =>
  `${new Date(timeMs + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

const pad = (digits: string): string => digits.padStart(2, "0");
