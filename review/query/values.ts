import {
  DuckDBArrayValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBUnionValue,
  type DuckDBValue,
} from "@duckdb/node-api";

/** A value as JSON text. Numbers keep all their digits; NaN and infinities, dates, times and other types are texts. */
export function jsonOf(value: DuckDBValue): string {
  if (value === null) return "null";
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : JSON.stringify(String(value));
  if (value instanceof DuckDBDecimalValue) return value.toString();
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue)
    return `[${value.items.map(jsonOf).join(",")}]`;
  if (value instanceof DuckDBStructValue) return objectOf(Object.entries(value.entries));
  if (value instanceof DuckDBMapValue)
    return objectOf(value.entries.map(({ key, value: of }) => [textOf(key) ?? "null", of]));
  if (value instanceof DuckDBUnionValue) return jsonOf(value.value);
  return JSON.stringify(String(value));
}

export const objectOf = (entries: readonly (readonly [name: string, value: DuckDBValue])[]): string =>
  `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${jsonOf(value)}`).join(",")}}`;

/** A value as a person reads it: lists and structs as JSON; null for NULL. */
export function textOf(value: DuckDBValue): string | null {
  if (value === null) return null;
  return isNested(value) ? jsonOf(value) : String(value);
}

/** Numbers, which are aligned at the right and are never taken for formulas. */
export const isNumber = (value: DuckDBValue): boolean =>
  typeof value === "number" || typeof value === "bigint" || value instanceof DuckDBDecimalValue;

const isNested = (value: DuckDBValue): boolean =>
  value instanceof DuckDBListValue ||
  value instanceof DuckDBArrayValue ||
  value instanceof DuckDBStructValue ||
  value instanceof DuckDBMapValue ||
  value instanceof DuckDBUnionValue;
