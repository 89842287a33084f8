import { COMMON_SIMPLIFIED, COMMON_TRADITIONAL } from "../../corpus/lexicon/common-characters.ts";
import { textOf } from "./text.ts";

const COMMON = new Set(`${COMMON_SIMPLIFIED}${COMMON_TRADITIONAL}，。、：；？！“”《》（）「」　`);
/** Chinese in its own charset has three common characters in four; in a wrong one, one in seven at most. */
const MIN_QUALITY = 0.25;
/** With fewer characters than this, names and rare words can outweigh the common ones. */
const FEW = 30;

/** How a page's bytes read in one charset. */
export interface Trial {
  readonly charset: string;
  /** Every byte has its character. */
  readonly strict: boolean;
  /** How many characters are not ASCII, and their share of all. */
  readonly foreign: number;
  readonly foreignShare: number;
  /** Share of common characters among the foreign ones, less a fine for those that no text has; at most 1. */
  readonly quality: number;
}

/**
 * Decodes bytes on trial.
 * @param isCut whether the bytes end in the middle of a page, perhaps of a character
 */
export function tryCharset(bytes: Uint8Array, charset: string, isCut: boolean): Trial {
  const text = textOf(bytes, charset, isCut);
  let [foreign, common, bad] = [0, 0, 0];
  for (const character of text) {
    if (character <= "\x7F") continue;
    foreign++;
    if (COMMON.has(character)) common++;
    else if (isBad(character.codePointAt(0)!)) bad++;
  }
  const quality = foreign === 0 ? 0 : (common - 3 * bad) / foreign;
  return { charset, strict: !text.includes("\u{FFFD}"), foreign, foreignShare: foreign / text.length, quality };
}

/**
 * The trial that reads most like Chinese; where several read alike, the first.
 * @param labelled charsets that the page claims: one of them is believed where nothing reads like Chinese and the
 *   bytes do not speak against it
 */
export function bestTrial(trials: readonly Trial[], labelled: ReadonlySet<string>): Trial | null {
  const best = trials.reduce((a, b) => (b.quality > a.quality ? b : a));
  if (best.quality >= MIN_QUALITY) return best;
  const claimed = trials.find((trial) => labelled.has(trial.charset) && trial.strict && isMostlyAscii(trial));
  if (claimed !== undefined) return claimed;
  const strict = trials.filter((trial) => trial.strict && (trial.foreign < FEW || trial.charset === "utf-8"));
  return strict.find(({ charset }) => charset === "utf-8") ?? (strict.includes(best) ? best : (strict[0] ?? null));
}

/** One-byte charsets decode anything: they are believed for some accents among ASCII only. */
const isMostlyAscii = ({ charset, foreignShare }: Trial): boolean =>
  foreignShare < 0.3 || !/^(?:windows-|iso-8859-|koi8|macintosh|x-mac|ibm866)/.test(charset);

/** Replacement, C1 controls, private use: what wrongly decoded bytes give and text has not. */
const isBad = (code: number): boolean =>
  code === 0xfffd || (code >= 0x80 && code <= 0x9f) || (code >= 0xe000 && code <= 0xf8ff) || code > 0xf0000;
