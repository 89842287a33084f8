import { fromEpoch, readMoments } from "./moments.ts";

/** A date as front matter and feeds write it, in ISO 8601; null when it is none. Times without an offset are Beijing's. */
export function isoMoment(text: string | null): string | null {
  if (text === null) return null;
  const trimmed = text.trim();
  if (/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/.test(trimmed)) return trimmed;
  const isMail = /^(?:[A-Z][a-z]{2},\s*)?\d{1,2} [A-Z][a-z]{2} \d{4} \d{1,2}:\d{2}/.test(trimmed);
  const time = isMail ? Date.parse(trimmed) : Number.NaN;
  return Number.isNaN(time) ? (readMoments(trimmed)[0]?.iso ?? null) : fromEpoch(time);
}
