import { InvalidListingError } from "../../schemas/errors.ts";
import type { ListingEntry } from "./entry.ts";
import { readFeed } from "./feed.ts";
import { listingForm } from "./kind.ts";
import { headOf, type ListingPage, partsOf, textOfParts, wholeText } from "./listing-bytes.ts";
import { readSitemap } from "./sitemap.ts";
import { readUrlLines } from "./url-lines.ts";

export type { BadEntry, ListingEntry, NestedListing, PageEntry } from "./entry.ts";
export { looksLikeListing } from "./kind.ts";
export type { ListingPage } from "./listing-bytes.ts";

/**
 * Reads what a feed or sitemap lists: RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed, sitemap, sitemap index, and lists of URLs,
 * in any charset that pages come in, and as gzip. Sitemaps are read as they come, feeds as a whole.
 * @param page as it was fetched; entries are relative to its URL
 * @returns its entries in order. What names no http or https URL is a `bad` entry; a sitemap that is cut gives the
 *   entries before the cut, and a bad one. Listings within listings are for the caller to fetch, and to bound.
 * @throws {InvalidListingError} when it is neither, or too damaged to be read
 * @throws {BudgetExceededError} past `maxBytes`; entries of a sitemap may have been given before
 * @throws {BinaryInputError | CharsetUndecidedError} when the bytes are no text
 */
export async function* readListing(page: ListingPage): AsyncGenerator<ListingEntry> {
  const form = listingForm(headOf(page.bytes), page.contentType);
  const parts = partsOf(page);
  if (form === "sitemap") yield* readSitemap(textOfParts(parts, page.contentType), page.url);
  else if (form === "url-lines") yield* readUrlLines(parts, page.url);
  else if (form === "feed") yield* readFeed(wholeText(page.url, await joined(parts), page.contentType), page.url);
  else throw new InvalidListingError(page.url, "its first bytes are of no feed and no sitemap");
}

async function joined(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const held: Uint8Array[] = [];
  for await (const part of parts) held.push(part);
  return Buffer.concat(held);
}
