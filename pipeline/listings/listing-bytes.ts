import { TextDecoder } from "node:util";
import { createGunzip, gunzipSync, constants as zlib } from "node:zlib";
import { BudgetExceededError, InvalidListingError } from "../../schemas/errors.ts";
import { byteOrderMark, headerLabel, metaLabel } from "../charset/evidence.ts";
import { decode } from "../decode.ts";

/** A listing as it was fetched. */
export interface ListingPage {
  readonly url: string;
  /** Value of the HTTP `Content-Type` header, where there was one. */
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
  /** Most bytes that it may have once decompressed. */
  readonly maxBytes: number;
}

/** Parts that a listing is read in: what lies in memory beside the page itself. */
const PART_BYTES = 65_536;
/** Compressed bytes that are looked at to tell what a page is; they hold 2 MB at the very most. */
const PEEKED_BYTES = 2_048;

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** First bytes of a page, decompressed; none where they cannot be. */
export function headOf(bytes: Uint8Array): Uint8Array {
  if (!isGzip(bytes)) return bytes.subarray(0, PART_BYTES);
  try {
    const options = { finishFlush: zlib.Z_SYNC_FLUSH };
    return gunzipSync(bytes.subarray(0, PEEKED_BYTES), options).subarray(0, PART_BYTES);
  } catch {
    return new Uint8Array(); // reading it says what is wrong with it
  }
}

/**
 * A page's bytes in parts, decompressed where they are gzip (by their first bytes, whatever the server says).
 * @throws {BudgetExceededError} at the part that goes past `maxBytes`
 * @throws {InvalidListingError} where the compressed bytes are damaged or cut, after the parts before that
 */
export async function* partsOf({ url, bytes, maxBytes }: ListingPage): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const part of isGzip(bytes) ? inflated(bytes, url) : slices(bytes)) {
    total += part.length;
    if (total > maxBytes) throw new BudgetExceededError(url, "bytes", total, maxBytes, "JINGJIAN_MAX_BYTES");
    yield part;
  }
}

async function* inflated(bytes: Uint8Array, url: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: PART_BYTES });
  gunzip.end(bytes);
  try {
    for await (const part of gunzip) yield part;
  } catch (cause) {
    throw new InvalidListingError(url, "its gzip data is damaged or cut", { cause });
  } finally {
    gunzip.destroy();
  }
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PART_BYTES) yield bytes.subarray(at, at + PART_BYTES);
}

/** Parts as text. The first one decides the charset, as for a page; where it is all ASCII, the label does. */
export async function* textOfParts(
  parts: AsyncIterable<Uint8Array>,
  contentType: string | null,
): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const part of parts) {
    decoder ??= new TextDecoder(charsetOf(part, contentType));
    yield decoder.decode(part, { stream: true });
  }
  if (decoder !== null) yield decoder.decode();
}

function charsetOf(part: Uint8Array, contentType: string | null): string {
  // Up to the end of a tag, so that no character is cut; it is part of no character in the charsets of Chinese.
  const head = part.subarray(0, part.lastIndexOf(0x3e) + 1 || part.length);
  if (byteOrderMark(head) === null && head.every((byte) => byte < 0x80 && byte > 0)) {
    const label = headerLabel(contentType ?? undefined) ?? metaLabel(head) ?? "utf-8";
    return label.startsWith("utf-16") ? "utf-8" : label;
  }
  return decode(rawPage("", head, contentType)).charset.charset;
}

/** A listing's whole text. */
export const wholeText = (url: string, bytes: Uint8Array, contentType: string | null): string =>
  decode(rawPage(url, bytes, contentType)).text;

/** Read as HTML is, so that an XML declaration counts as a label. */
const rawPage = (source: string, bytes: Uint8Array, contentType: string | null) => ({
  source,
  id: source,
  form: "html" as const,
  bytes,
  ...(contentType === null ? {} : { contentType }),
});
