import { byteOrderMark } from "../charset/evidence.ts";
import { latin1 } from "../charset/magic.ts";
import { headOf } from "./listing-bytes.ts";
import { looksLikeUrls } from "./url-lines.ts";

/** How a listing is written. `feed` covers RSS 0.9x, 1.0 and 2.0, Atom and JSON Feed. */
export type ListingForm = "feed" | "sitemap" | "url-lines";

/** Prologs end within so much. */
const HEAD_BYTES = 8_192;
const ROOTS: Readonly<Record<string, ListingForm>> = {
  rss: "feed",
  feed: "feed",
  rdf: "feed",
  urlset: "sitemap",
  sitemapindex: "sitemap",
};
/** RDF says many other things than feeds. */
const RSS_IN_RDF = /purl\.org\/rss\/1\.0|channel\.netscape\.com\/rdf|my\.netscape\.com\/rdf/;
/** As PHP writes it too, with the slashes escaped. */
const JSON_FEED = /jsonfeed\.org\\?\/version\\?\//;
const NO_TEXT_LIST = /html|json|javascript|css/i;

/**
 * Whether a fetched page is a list of pages rather than a page, by its first bytes (of gzip too) and not by what the
 * server calls it: feeds often come as text/html, and pages as text/xml. A text is a sitemap where it has URLs only.
 */
export function looksLikeListing(bytes: Uint8Array, contentType: string | null): "feed" | "sitemap" | null {
  const head = headOf(bytes);
  const form = listingForm(head, contentType);
  return form === "url-lines" ? (isUrlsOnly(head) ? "sitemap" : null) : form;
}

/** What a listing's first bytes, decompressed, show it to be; null where it is none. */
export function listingForm(head: Uint8Array, contentType: string | null): ListingForm | null {
  const text = markup(head.subarray(0, HEAD_BYTES)).trimStart();
  if (text.startsWith("<")) {
    const root = rootName(text);
    return root === "rdf" && !RSS_IN_RDF.test(text) ? null : (ROOTS[root] ?? null);
  }
  if (text.startsWith("{"))
    return JSON_FEED.test(text) || /^application\/feed\+json/i.test(contentType ?? "") ? "feed" : null;
  return looksLikeUrls(head) && !NO_TEXT_LIST.test(contentType ?? "") ? "url-lines" : null;
}

/** Markup is ASCII in every charset but UTF-16. */
function markup(head: Uint8Array): string {
  const mark = byteOrderMark(head);
  return mark === null ? latin1(head) : new TextDecoder(mark).decode(head);
}

/** Local name of the root element in lower case; "" where there is none. */
function rootName(text: string): string {
  let at = 0;
  for (;;) {
    const tag = text.indexOf("<", at);
    if (tag < 0 || /\S/.test(text.slice(at, tag))) return "";
    const end = prologEnd(text, tag);
    if (end === null) return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(tag, tag + 100))?.[1]?.toLowerCase() ?? "";
    if (end <= tag) return "";
    at = end;
  }
}

/** Where the declaration, instruction or comment ends that stands at `tag`, 0 where it does not; null for an element. */
function prologEnd(text: string, tag: number): number | null {
  const after = (closing: string): number => {
    const found = text.indexOf(closing, tag);
    return found < 0 ? 0 : found + closing.length;
  };
  if (text.startsWith("<?", tag)) return after("?>");
  if (text.startsWith("<!--", tag)) return after("-->");
  if (!text.startsWith("<!", tag)) return null;
  const [closing, subset] = [text.indexOf(">", tag), text.indexOf("[", tag)];
  return subset >= 0 && subset < closing ? after("]>") || after("]") : after(">");
}

/** The last line may be cut, so it counts only where it is all there is. */
function isUrlsOnly(head: Uint8Array): boolean {
  const text = new TextDecoder(byteOrderMark(head) ?? "utf-8").decode(head.subarray(0, HEAD_BYTES));
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  const whole = head.length > HEAD_BYTES ? lines.slice(0, -1) : lines;
  return whole.length > 0 && whole.every((line) => /^\s*https?:\/\/\S+\s*$/i.test(line));
}
