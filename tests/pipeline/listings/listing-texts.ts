import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { type ListingEntry, type ListingPage, readListing } from "../../../pipeline/listings/index.ts";

export const LISTING = "http://www.example.gov.cn/zwgk/list.xml";
export const SITE = "http://www.example.gov.cn";

type More = Partial<Pick<ListingPage, "url" | "contentType" | "maxBytes">>;

export const listingPage = (bytes: Uint8Array | string, more: More = {}): ListingPage => ({
  url: LISTING,
  contentType: null,
  maxBytes: 50_000_000,
  ...more,
  bytes: Buffer.from(bytes),
});

/** All that a listing names. */
export async function entriesOf(bytes: Uint8Array | string, more: More = {}): Promise<ListingEntry[]> {
  return all(readListing(listingPage(bytes, more)));
}

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

export const page = (url: string, title: string | null = null, published: string | null = null): ListingEntry => ({
  kind: "page",
  url,
  title,
  published,
});

export const gbk = (text: string): Uint8Array => iconv.encode(text, "gbk");
export const big5 = (text: string): Uint8Array => iconv.encode(text, "big5");
export const utf16 = (text: string): Uint8Array => Buffer.from(`\u{FEFF}${text}`, "utf16le");
export const gzip = (text: string | Uint8Array): Uint8Array => gzipSync(text);

export const rss = (items: string, head = '<?xml version="1.0" encoding="UTF-8"?>'): string =>
  `${head}<rss version="2.0"><channel><title>县政府要闻</title><link>${SITE}/</link>${items}</channel></rss>`;
export const item = (link: string, title: string, more = ""): string =>
  `<item><title>${title}</title><link>${link}</link>${more}</item>`;

export const sitemap = (urls: string, head = '<?xml version="1.0" encoding="UTF-8"?>'): string =>
  `${head}\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">\n${urls}\n</urlset>\n`;
export const loc = (url: string, more = ""): string => `<url><loc>${url}</loc>${more}</url>`;
export const sitemapIndex = (urls: string): string =>
  `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</sitemapindex>`;
