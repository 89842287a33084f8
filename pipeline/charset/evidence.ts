import { latin1 } from "./magic.ts";

/** Labels that stand for more than they say: pages labelled so hold characters of the larger set. */
const LARGER_SET: Readonly<Record<string, string>> = { gbk: "gb18030", gb2312: "gb18030", "big5-hkscs": "big5" };
/** Browsers look for `<meta>` in the first kilobyte; pages with long scripts in front need more. */
const META_BYTES = 8_192;
const META =
  /<meta\b[^>]{0,400}?\bcharset\s{0,20}=\s{0,20}["']?\s{0,20}([\w.:-]{2,40})|<\?xml\b[^>]{0,200}?\bencoding\s{0,20}=\s{0,20}["']([\w.:-]{2,40})/i;

/** The charset of a byte order mark, or null. */
export function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** The charset that a `Content-Type` header names, or null where it names none that is known. */
export function headerLabel(contentType: string | undefined): string | null {
  return known(/charset\s{0,20}=\s{0,20}["']?\s{0,20}([\w.:-]{1,40})/i.exec(contentType ?? "")?.[1]);
}

/** The charset that a page's own `<meta>` or XML declaration names, or null. */
export function metaLabel(bytes: Uint8Array): string | null {
  const match = META.exec(latin1(bytes.subarray(0, META_BYTES)));
  const charset = known(match?.[1] ?? match?.[2]);
  // A page that can be searched for ASCII is not in UTF-16, whatever it says.
  return charset?.startsWith("utf-16") ? "utf-8" : charset;
}

/**
 * UTF-16 without a byte order mark: where there are zero bytes (of Latin letters, digits, line feeds and 一), the byte
 * order in which nearly all of it reads as text. Zero bytes of a binary file give characters from everywhere.
 */
export function nulPattern(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, 65_536) & ~1);
  // One search of the engine's own spares nearly every page the count.
  if (!sample.includes(0)) return null;
  let nuls = 0;
  for (const byte of sample) if (byte === 0) nuls++;
  if (nuls < Math.max(2, sample.length / 200)) return null;
  const [little, big] = [usualShare(sample, "utf-16le"), usualShare(sample, "utf-16be")];
  if (Math.max(little, big) < 0.9) return null;
  return little > big ? "utf-16le" : "utf-16be";
}

function usualShare(bytes: Uint8Array, charset: string): number {
  const text = new TextDecoder(charset).decode(bytes);
  const usual = text.match(/[\t\n\r\x20-\x7E\u00A0\u2010-\u2027\u3000-\u303F\u4E00-\u9FFF\uFF01-\uFFE6]/g);
  return (usual?.length ?? 0) / text.length;
}

function known(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    return LARGER_SET[encoding] ?? encoding;
  } catch {
    // A label that no standard knows says nothing; the bytes still can.
    return null;
  }
}
