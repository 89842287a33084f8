import { HttpBusyError, HttpRefusedError } from "../../schemas/errors.ts";

/** Answers of the 4xx class that may be other ones later: time-out, too early, too many requests. */
const LATER: ReadonlySet<number> = new Set([408, 425, 429]);
/** RFC 9110, 5.6.7: the date that is sent, and the two that were. */
const HTTP_DATE =
  /^(?:\w{3}, \d\d \w{3} \d{4}|\w{6,9}, \d\d-\w{3}-\d\d|\w{3} \w{3} [ \d]\d) \d\d:\d\d:\d\d(?: GMT| \d{4})$/;
/** Longer waits are a mistake of the server's. */
const MAX_WAIT_MS = 86_400_000;

/**
 * @param now Unix time, ms
 * @throws {HttpBusyError} for 408, 425, 429 and 5xx
 * @throws {HttpRefusedError} for the rest of 4xx
 */
export function throwRefusal(
  source: string,
  status: number,
  headers: Readonly<Record<string, string>>,
  now: number = Date.now(),
): void {
  if (status < 400) return;
  if (status >= 500 || LATER.has(status))
    throw new HttpBusyError(source, status, retryAfterMs(headers["retry-after"], now));
  throw new HttpRefusedError(source, status);
}

/**
 * @param value of `Retry-After`: seconds, or an HTTP date
 * @param now Unix time, ms
 * @returns how long to wait, ms, a day at most; null where it says nothing that can be read
 */
export function retryAfterMs(value: string | undefined, now: number): number | null {
  const text = value?.trim() ?? "";
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1_000, MAX_WAIT_MS);
  if (!HTTP_DATE.test(text)) return null;
  const at = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
  return Number.isNaN(at) ? null : Math.min(Math.max(0, at - now), MAX_WAIT_MS);
}
