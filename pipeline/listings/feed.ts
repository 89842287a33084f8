import { type AnyFeed, type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from "feedsmith";
import { InvalidListingError, UnfitUrlError } from "../../schemas/errors.ts";
import { badEntry, type ListingEntry, pageEntry, type StatedEntry } from "./entry.ts";

/** An item, its address null where it has none, with the `xml:base` that this is relative to. */
interface FeedEntry extends Omit<StatedEntry, "url"> {
  readonly url: string | null | undefined;
  readonly base?: string | undefined;
}

/**
 * Reads a feed: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed.
 * @param url its address, which links may be relative to
 * @returns a page for each item, in order; a bad entry for one without a link. Items without any known field are none.
 * @throws {InvalidListingError} when it cannot be read
 */
export function readFeed(text: string, url: string): ListingEntry[] {
  const feed = parse(withoutDoctype(text), url);
  const feedBase = "xml" in feed.feed ? resolved(feed.feed.xml?.base, url) : url;
  return entriesOf(feed).map((entry, index) => {
    const place = { source: url, at: index + 1, base: resolved(entry.base, feedBase) };
    const { url: address } = entry;
    if (address) return pageEntry({ ...entry, url: address }, place);
    return badEntry(place, new UnfitUrlError(`${url}#${place.at}`, "the item has no link"));
  });
}

function parse(text: string, url: string): AnyFeed {
  try {
    return parseFeed(text);
  } catch (error) {
    const { cause = error } = error instanceof Error ? error : {};
    throw new InvalidListingError(url, cause instanceof Error ? cause.message : "it is damaged", { cause });
  }
}

/** The parser refuses a feed whose document type declares outside entities; none of it is wanted. */
function withoutDoctype(text: string): string {
  const start = text.slice(0, 8_192).search(/<!DOCTYPE\b/i);
  if (start < 0) return text;
  const [closing, subset] = [text.indexOf(">", start), text.indexOf("[", start)];
  const end = subset >= 0 && subset < closing ? /\]\s{0,100}>/g : />/g;
  end.lastIndex = start;
  return end.test(text) ? text.slice(0, start) + text.slice(end.lastIndex) : text;
}

function entriesOf({ format, feed }: AnyFeed): FeedEntry[] {
  if (format === "rss") return (feed.items ?? []).map(fromRss);
  if (format === "rdf") return (feed.items ?? []).map(fromRdf);
  if (format === "atom") return (feed.entries ?? []).map(fromAtom);
  return (feed.items ?? []).map(fromJson);
}

function fromRss(item: RssFeed.Item<string>): FeedEntry {
  const permalink = item.guid?.isPermaLink === false ? null : asUrl(item.guid?.value);
  return {
    url: item.link ?? alternate(item.atom?.links) ?? permalink,
    published: item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0],
    title: item.title ?? item.dc?.titles?.[0],
    base: item.xml?.base,
  };
}

const fromRdf = (item: RdfFeed.Item<string>): FeedEntry => ({
  url: item.link ?? asUrl(item.rdf?.about),
  published: item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0],
  title: item.title ?? item.dc?.titles?.[0],
  base: item.xml?.base,
});

/** `updated` is no date of publication. */
const fromAtom = (entry: AtomFeed.Entry<string>): FeedEntry => ({
  url: alternate(entry.links) ?? asUrl(entry.id),
  published: entry.published ?? entry.dc?.dates?.[0] ?? entry.dcterms?.issued?.[0],
  title: entry.title?.value,
  base: entry.xml?.base,
});

const fromJson = (item: JsonFeed.Item<string>): FeedEntry => ({
  url: item.url ?? asUrl(item.id) ?? item.external_url,
  published: item.date_published,
  title: item.title,
});

/** The page itself among an entry's links: `rel` left out or `alternate`, as HTML where there are several. */
function alternate(links: readonly { href?: string; rel?: string; type?: string }[] | undefined): string | undefined {
  const pages = (links ?? []).filter(({ rel = "alternate" }) => rel === "alternate");
  return (pages.find(({ type = "text/html" }) => /html/.test(type)) ?? pages[0])?.href;
}

/** Ids are often addresses, but need not be. */
const asUrl = (id: string | undefined): string | null => (id !== undefined && /^https?:\/\//i.test(id) ? id : null);

/** A base that is none is passed over. */
function resolved(base: string | undefined, outer: string): string {
  return base !== undefined && URL.canParse(base, outer) ? new URL(base, outer).href : outer;
}
