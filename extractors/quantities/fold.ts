import { VARIANTS } from "../../corpus/lexicon/numeral-variants.ts";

const FOLDED = new Map<number, number>();
for (let i = 0; i + 1 < VARIANTS.length; i += 2) FOLDED.set(VARIANTS.charCodeAt(i), VARIANTS.charCodeAt(i + 1));

/** The UTF-16 unit that words are compared by: Simplified and half-width, one for one, so that offsets stay. */
export function foldedCode(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  return code < 0x80 ? code : (FOLDED.get(code) ?? code);
}

/** A whole text folded unit by unit; it has the same length. */
export function folded(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) out += String.fromCharCode(foldedCode(text, i));
  return out;
}
