import { latin1 } from "./magic.ts";

/** Labels that stand for more than they say: pages labelled so hold characters of the larger set. */
const LARGER_SET: Readonly<Record<string, string>> = { gbk: "gb18030", gb2312: "gb18030", "big5-hkscs": "big5" };
/** Browsers look for `<meta>` in the first kilobyte; pages with long scripts in front need more. */
const META_BYTES = 8_192;
const META =
  /<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})/i;

/** The charset of a byte order mark, or null. */
export function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** The charset that a `Content-Type` header names, or null where it names none that is known. */
export function headerLabel(contentType: string | undefined): string | null {
  return known(/charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? "")?.[1]);
}

/** The charset that a page's own `<meta>` or XML declaration names, or null. */
export function metaLabel(bytes: Uint8Array): string | null {
  const match = META.exec(latin1(bytes.subarray(0, META_BYTES)));
  const charset = known(match?.[1] ?? match?.[2]);
  // A page that can be searched for ASCII is not in UTF-16, whatever it says.
  return charset?.startsWith("utf-16") ? "utf-8" : charset;
}

/**
 * UTF-16 without a byte order mark: zero bytes on one side of the pairs only, where Latin letters, digits and line
 * feeds stand.
 */
export function nulPattern(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, 65_536) & ~1;
  const nuls = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) nuls[i & 1]!++;
  const [even, odd] = [nuls[0]!, nuls[1]!];
  if (Math.max(even, odd) < Math.max(2, length / 200) || Math.min(even, odd) * 20 > Math.max(even, odd)) return null;
  const charset = odd > even ? "utf-16le" : "utf-16be";
  return readsAsText(bytes.subarray(0, length), charset) ? charset : null;
}

/** Most characters are Chinese, Latin or punctuation; zero bytes of a binary file give characters from everywhere. */
function readsAsText(bytes: Uint8Array, charset: string): boolean {
  const text = new TextDecoder(charset).decode(bytes);
  const usual = text.match(/[\t\n\r\x20-\x7E\u00A0\u2010-\u2027\u3000-\u303F\u4E00-\u9FFF\uFF01-\uFFE6]/g);
  return (usual?.length ?? 0) > text.length * 0.9;
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
