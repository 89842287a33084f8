const UNFIT = /\u0000|\p{Surrogate}/gu;

/**
 * Makes a string fit for the queue: PostgreSQL's `jsonb` refuses NUL and lone surrogates, so U+FFFD stands for them.
 */
export const safeText = (text: string): string => text.replace(UNFIT, "\uFFFD");

/** The same for every string and key inside a plain value. */
export function safeValue<T>(value: T): T {
  if (typeof value === "string") return safeText(value) as T;
  if (Array.isArray(value)) return value.map(safeValue) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [safeText(key), safeValue(item)])) as T;
}
