/** Words of a scope that narrow nothing. */
const WHOLE = /^(?:全[国省市县区旗州盟乡镇]|全自治[区州县旗])(?:范围内?)?/u;
const FILLERS = /[\p{P}\p{S}\s的各]/gu;

/** Money and paper flow through a period; how many there are of something is of a moment. */
export const isFlow = (metric: string): boolean => /^(?:budget|economy|paperwork)\./.test(metric);

/** One spelling of a subject's name. */
export const nameKey = (name: string): string => name.normalize("NFKC").replace(/\s+/gu, "");

/** One spelling of a scope; an empty text where it narrows nothing. */
export const scopeKey = (scope: string): string => scope.normalize("NFKC").replace(FILLERS, "").replace(WHOLE, "");

/**
 * The period that a fact is compared by: one spelling for each, and for a level the moment at its end, so that 2025年,
 * 2025年12月 and 2025年12月31日 are one for what is counted at the end of a year.
 */
export function periodKey(period: string, metric: string): string {
  const [from = period, to = from] = period.split("/");
  if (isFlow(metric)) return flowOf(from, to);
  return to.replace(/^(\d{4})-12(?:-31)?$/, "$1");
}

/** 2025-01/2025-12 is 2025, and 2025-03-01/2025-03-31 is 2025-03. */
function flowOf(from: string, to: string): string {
  const [start, end] = [firstDay(from), lastDay(to)];
  const year = start.slice(0, 4);
  if (start === `${year}-01-01` && end === `${year}-12-31`) return year;
  const month = start.slice(0, 7);
  if (start === `${month}-01` && end === lastDay(month)) return month;
  return from === to ? from : `${start}/${end}`;
}

const firstDay = (date: string): string => `${date.slice(0, 10)}${"-01-01".slice(date.length - 4)}`.slice(0, 10);

/** Last day of an ISO year, month or day. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length > 7) return date.slice(0, 10);
  const [year = 0, month = 0] = date.split("-").map(Number);
  return `${date}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}
