import { isLatin } from "./character.ts";
import { foldedCode } from "./fold.ts";
import { startsAmount } from "./numeral.ts";
import { numberWordStarts } from "./refusal.ts";

/** What may start at a character. */
export const STARTS_NOTHING = 0;
const STARTS_SOMETHING = 1;

/** One byte for each UTF-16 unit: most characters of a text start nothing, and a scan should pass them at once. */
const TABLE = new Uint8Array(0x10000);
const words = numberWordStarts();
for (let code = 0; code < 0x10000; code++) {
  const character = String.fromCharCode(code);
  const starts = startsAmount(character, 0) || isLatin(character, 0) || words.has(foldedCode(character, 0));
  if (starts || "翻(（-－−".includes(character)) TABLE[code] = STARTS_SOMETHING;
}

/** False where neither a quantity nor anything that holds figures without being one can start. */
export const canStart = (text: string, at: number): boolean => TABLE[text.charCodeAt(at)] !== STARTS_NOTHING;
