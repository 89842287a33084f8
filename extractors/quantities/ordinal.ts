import type { Span } from "../../schemas/span.ts";
import { skipSpaces } from "./character.ts";
import { numeralAt } from "./numeral.ts";

/** 第N: its place in a row. */
export interface Ordinal extends Span {
  readonly text: string;
  readonly value: number;
}

/** All ordinals of a text (第二批 gives 第二), in order. Linear in the length of the text. */
export function readOrdinals(text: string): Ordinal[] {
  const found: Ordinal[] = [];
  for (let at = text.indexOf("第"); at >= 0; at = text.indexOf("第", at + 1)) {
    const { numeral } = numeralAt(text, skipSpaces(text, at + 1));
    if (numeral === null || numeral.value === null) continue;
    found.push({ start: at, end: numeral.end, text: text.slice(at, numeral.end), value: numeral.value });
  }
  return found;
}
