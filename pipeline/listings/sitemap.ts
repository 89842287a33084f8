import { Parser } from "htmlparser2";
import { InvalidListingError, UnfitUrlError } from "../../schemas/errors.ts";
import { badEntry, type ListingEntry, nestedListing, pageEntry } from "./entry.ts";

/** A sitemap has five levels with every extension there is; the parser's work grows with the square of the depth. */
const MAX_DEPTH = 50;
/** More of one field is not kept; an address of this length is refused anyway. */
const MAX_FIELD_CHARS = 16_384;
/** TABLE of what is read of an entry, by its path below it. Other extensions (image:loc) have other paths. */
const FIELDS: Readonly<Record<string, "url" | "published" | "title">> = {
  loc: "url",
  "news/publication_date": "published",
  "news/title": "title",
};

/**
 * Reads a sitemap or sitemap index (sitemaps.org 0.9, and Google's news extension) as it comes: only one part's entries
 * are held. Entities but XML's own five are left as they are, so they cannot grow. One that is cut, or nests without
 * end, gives the entries before that, and a bad one.
 * @param text the sitemap in parts
 * @param url its address, which entries may be relative to
 * @throws {InvalidListingError} where there is neither `urlset` nor `sitemapindex`
 */
export async function* readSitemap(text: AsyncIterable<string>, url: string): AsyncGenerator<ListingEntry> {
  const reader = new SitemapReader(url);
  try {
    for await (const part of text) {
      reader.write(part);
      yield* reader.take();
    }
  } catch (error) {
    if (!(error instanceof InvalidListingError && reader.hasRoot)) throw error;
    return yield* [...reader.take(), reader.bad(error)];
  }
  yield* reader.end();
}

class SitemapReader {
  hasRoot = false;
  private hasEnded = false;
  private isWhole = false;
  private entries: ListingEntry[] = [];
  private count = 0;
  /** Local names of the open elements, the root first. */
  private readonly path: string[] = [];
  private fields: Partial<Record<"url" | "published" | "title", string>> = {};
  private field: "url" | "published" | "title" | undefined;
  private readonly parser: Parser;

  constructor(private readonly url: string) {
    const handler = {
      onopentagname: (name: string) => this.open(localName(name)),
      ontext: (text: string) => this.text(text),
      onclosetag: () => this.close(),
    };
    this.parser = new Parser(handler, { xmlMode: true });
  }

  write(part: string): void {
    this.parser.write(part);
  }

  take(): ListingEntry[] {
    const taken = this.entries;
    this.entries = [];
    return taken;
  }

  end(): ListingEntry[] {
    this.hasEnded = true; // the parser closes now what the sitemap left open
    this.parser.end();
    if (!this.hasRoot) throw new InvalidListingError(this.url, "there is neither urlset nor sitemapindex in it");
    if (!this.isWhole) this.entries.push(this.bad(new InvalidListingError(this.url, "it ends in its middle")));
    return this.take();
  }

  bad(error: InvalidListingError): ListingEntry {
    return badEntry({ source: this.url, at: this.count + 1 }, error);
  }

  private open(name: string): void {
    if (this.path.length >= MAX_DEPTH)
      throw new InvalidListingError(this.url, `its elements nest deeper than ${MAX_DEPTH}`);
    if (this.path.length >= 2 && this.isEntry() && name === this.path[1])
      throw new InvalidListingError(this.url, `a ${name} is not closed`);
    this.path.push(name);
    if (this.path.length === 1 && isRoot(name)) this.hasRoot = true;
    if (this.path.length === 2) this.fields = {};
    this.field = this.isEntry() ? FIELDS[this.path.slice(2).join("/")] : undefined;
  }

  private text(text: string): void {
    if (this.field === undefined) return;
    const known = this.fields[this.field] ?? "";
    if (known.length <= MAX_FIELD_CHARS) this.fields[this.field] = known + text;
  }

  private close(): void {
    this.field = undefined;
    if (this.path.length === 2 && this.isEntry() && !this.hasEnded) this.add();
    this.path.pop();
    if (this.path.length === 0 && !this.hasEnded) this.isWhole = true;
  }

  private isEntry(): boolean {
    const [root, entry] = this.path;
    return root === "urlset" ? entry === "url" : root === "sitemapindex" && entry === "sitemap";
  }

  private add(): void {
    const place = { source: this.url, at: ++this.count, base: this.url };
    const { url = "", published, title } = this.fields;
    const address = url.trim();
    if (address === "")
      this.entries.push(badEntry(place, new UnfitUrlError(`${this.url}#${place.at}`, "the entry has no loc")));
    else if (this.path[0] === "urlset") this.entries.push(pageEntry({ url: address, published, title }, place));
    else this.entries.push(nestedListing(address, place));
  }
}

const isRoot = (name: string): boolean => name === "urlset" || name === "sitemapindex";

/** Generators write `<ns0:url>`, `<URL>` and worse. */
const localName = (name: string): string => name.slice(name.indexOf(":") + 1).toLowerCase();
