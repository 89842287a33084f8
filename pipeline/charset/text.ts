import iconv from "iconv-lite";

/** What the platform's Big5 decoder gives for the characters of Hong Kong: private use or replacement. */
const UNKNOWN = /[\uE000-\uF8FF\uFFFD]/;

/**
 * Bytes to text in a charset that `TextDecoder` knows; Big5 with the supplementary characters of Hong Kong (嘅, 咗, 埗),
 * which the platform's own decoder lacks.
 * @param isCut whether the bytes end in the middle of a page, perhaps of a character
 */
export function textOf(bytes: Uint8Array, charset: string, isCut = false): string {
  const text = new TextDecoder(charset).decode(bytes, { stream: isCut });
  if (charset !== "big5" || !UNKNOWN.test(text)) return text;
  const supplemented = iconv.decode(bytes, "big5-hkscs");
  return countUnknown(supplemented) < countUnknown(text) ? supplemented : text;
}

const countUnknown = (text: string): number => text.match(new RegExp(UNKNOWN, "g"))?.length ?? 0;
