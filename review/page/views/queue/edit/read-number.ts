import { readQuantities } from "../../../../../extractors/quantities/index.ts";
import type { Bound } from "../../../../../schemas/fact.ts";

/** What the words typed into a field of a number mean: the same reader as the extraction's. */
export type TypedNumber =
  | { readonly is: "empty" }
  /** `unit` as in {@link Fact.unit}; null where none was typed. */
  | { readonly is: "number"; readonly value: number; readonly bound: Bound; readonly unit: string | null }
  | { readonly is: "range"; readonly range: readonly [number, number] }
  | { readonly is: "unread" };

const SIGN = /^[-−－+＋]\s*/;

/** Reads `1,964`, `1.33亿`, `3成`, `36个`, `-11.3%`, `一千二百`, `30至50`. */
export function readNumber(typed: string): TypedNumber {
  const text = typed.trim();
  if (text === "") return { is: "empty" };
  const sign = SIGN.exec(text)?.[0] ?? "";
  const bare = text.slice(sign.length);
  const [quantity, ...others] = readQuantities(bare);
  if (quantity === undefined || others.length > 0 || quantity.start > 0 || quantity.end < bare.length)
    return { is: "unread" };
  const { value, range, bound, unit } = quantity;
  const turn = sign === "" || /^[+＋]/.test(sign) ? 1 : -1;
  if (value !== null) return { is: "number", value: turn * value, bound, unit };
  return range === null || turn < 0 ? { is: "unread" } : { is: "range", range };
}
