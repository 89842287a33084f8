import { randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { readListing } from "../../../pipeline/listings/index.ts";
import { BudgetExceededError, InvalidListingError, UnfitUrlError } from "../../../schemas/errors.ts";
import {
  entriesOf,
  gbk,
  gzip,
  LISTING,
  listingPage,
  loc,
  page,
  SITE,
  sitemap,
  sitemapIndex,
  utf16,
} from "./listing-texts.ts";

const NEWS = `<news:news><news:publication><news:name>县报</news:name><news:language>zh</news:language></news:publication>
<news:publication_date>2022-08-02T09:00:00+08:00</news:publication_date><news:title>县级机构精简，减少会议和文件</news:title></news:news>`;
const IMAGE =
  "<image:image><image:loc>http://img.example.cn/1.jpg</image:loc><image:title>图</image:title></image:image>";
const newsPage = (url: string) => page(url, "县级机构精简，减少会议和文件", "2022-08-02T09:00:00+08:00");
const gb2312 = '<?xml version="1.0" encoding="gb2312"?>';

describe("what it lists", () => {
  test.each([
    ["pages", sitemap(loc(`${SITE}/1.html`) + loc("/2.html")), [page(`${SITE}/1.html`), page(`${SITE}/2.html`)]],
    ["a date of change is none", sitemap(loc("/1", "<lastmod>2022-08-02</lastmod>")), [page(`${SITE}/1`)]],
    ["news", sitemap(loc("/1", NEWS)), [newsPage(`${SITE}/1`)]],
    ["images are no pages", sitemap(loc("/1", IMAGE)), [page(`${SITE}/1`)]],
    ["an image before its page", sitemap(`<url>${IMAGE}<loc>/1</loc></url>`), [page(`${SITE}/1`)]],
    [
      "entities and CDATA",
      sitemap(loc("/1?a=1&amp;b=2") + loc("<![CDATA[/2?a=1&b=2]]>")),
      [page(`${SITE}/1?a=1&b=2`), page(`${SITE}/2?a=1&b=2`)],
    ],
    ["white space and comments", sitemap("<url>\n <loc>\n /1\n <!-- 一 --></loc></url>"), [page(`${SITE}/1`)]],
    ["no pages", sitemap(""), []],
    ["no pages and no end tag", '<urlset xmlns="x"/>', []],
    ["an address that is not closed", sitemap("<url><loc>/1</url>"), [page(`${SITE}/1`)]],
    [
      "other sitemaps",
      sitemapIndex("<sitemap><loc>/a.xml.gz</loc></sitemap><sitemap><loc>http://b.cn/b.xml</loc></sitemap>"),
      [
        { kind: "listing", url: `${SITE}/a.xml.gz` },
        { kind: "listing", url: "http://b.cn/b.xml" },
      ],
    ],
    [
      "prefixed and in capitals",
      '<S:URLSET xmlns:S="x"><S:URL><S:LOC>/1</S:LOC></S:URL></S:URLSET>',
      [page(`${SITE}/1`)],
    ],
    [
      "after a comment and a style sheet",
      `<?xml-stylesheet href="a.xsl"?><!-- <url> -->${sitemap(loc("/1"), "")}`,
      [page(`${SITE}/1`)],
    ],
    ["lines of URLs", `${SITE}/1.html\n\n${SITE}/2.html\r\n`, [page(`${SITE}/1.html`), page(`${SITE}/2.html`)]],
  ])("%s", async (_name, text, expected) => {
    expect(await entriesOf(text)).toEqual(expected);
    expect(await entriesOf(gzip(text), { contentType: "application/octet-stream" })).toEqual(expected);
  });
});

describe("charsets", () => {
  test.each([
    ["UTF-16", utf16(sitemap(loc("/1", NEWS), ""))],
    ["gb2312", gbk(sitemap(loc("/1", NEWS), gb2312))],
    ["GBK under UTF-8", gbk(sitemap(loc("/1", NEWS)))],
    ["gb2312 as gzip", gzip(gbk(sitemap(loc("/1", NEWS), gb2312)))],
  ])("%s", async (_name, bytes) => {
    expect(await entriesOf(bytes)).toEqual([newsPage(`${SITE}/1`)]);
  });

  test("gb2312 after so many ASCII entries that the label alone tells", async () => {
    const entries = await entriesOf(gbk(sitemap(loc("/0").repeat(5_000) + loc("/1", NEWS), gb2312)));
    expect(entries.at(-1)).toEqual(newsPage(`${SITE}/1`));
  });
});

describe("bad entries do not pass in silence", () => {
  test.each([
    ["no loc", "<url><lastmod>2022-08-02</lastmod></url>"],
    ["an empty one", loc(" ")],
    ["an empty entry", "<url/>"],
    ["mail", loc("mailto:a@a.cn")],
    ["no host", loc("http://")],
    ["an element for an address", loc("<b>/1</b>")],
    ["a megabyte", loc(`/${"x".repeat(1_000_000)}`)],
  ])("%s", async (_name, entry) => {
    const entries = await entriesOf(sitemap(loc("/1") + entry + loc("/3")));
    expect(entries.map(({ kind }) => kind)).toEqual(["page", "bad", "page"]);
    expect(entries[1]).toMatchObject({ source: `${LISTING}#2`, at: 2, error: expect.any(UnfitUrlError) });
  });

  const noise = loc(`/${randomBytes(2_000).toString("hex")}`);
  test.each([
    ["cut between entries", sitemap(loc("/1")).replace("</urlset>", "")],
    ["cut within an entry", sitemap(loc("/1") + loc("/2")).split("/2")[0]!],
    ["cut as gzip", gzip(sitemap(loc("/1") + noise)).subarray(0, 700)],
    ["an entry that is not closed", sitemap(`${loc("/1")}<url><loc>/2</loc>${loc("/3")}`)],
    ["nested without end", sitemap(`${loc("/1")}<url>${"<a>".repeat(1_000_000)}`)],
  ])("%s: what was before stands", async (_name, bytes) => {
    const entries = await entriesOf(bytes);
    expect(entries).toEqual([
      page(`${SITE}/1`),
      { kind: "bad", source: `${LISTING}#2`, at: 2, error: expect.any(InvalidListingError) },
    ]);
  });
});

test.each([
  ["an entity bomb", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>', "/1?x=&b;", `${SITE}/1?x=&b;`],
  ["an outside entity", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "/&a;", `${SITE}/&a;`],
])("%s does no harm", async (_name, doctype, url, expected) => {
  expect(await entriesOf(sitemap(loc(url), doctype))).toEqual([page(expected)]);
});

describe("ten megabytes that never end", () => {
  const root = "<urlset><url><loc>/1</loc></url>";
  const BYTES = 10_000_000;
  test.each([
    ["a comment", "<!--", "x"],
    ["comments", "", "<!---->"],
    ["CDATA", "<![CDATA[", "]"],
    ["tag openings", "", "<"],
    ["attributes", "<url ", "a=1 "],
    ["an attribute", '<url a="', "&amp;"],
    ["a tag's name", "<", "x"],
    ["entities", "<url><loc>", "&amp;"],
    ["half entities", "<url><loc>", "&#x"],
    ["closing tags", "", "</a>"],
    ["instructions", "", "<?x "],
    ["a declaration", "<!DOCTYPE [", "<!ENTITY a 'b'>"],
    ["spaces", "<url", " "],
  ])("%s", async (_name, start, piece) => {
    const bytes = root + start + piece.repeat(BYTES / piece.length);
    expect((await entriesOf(bytes)).map(({ kind }) => kind)).toEqual(["page", "bad"]);
  });
});

describe("neither feed nor sitemap", () => {
  test.each([
    ["nothing", ""],
    ["HTML", "<!DOCTYPE html><html><body><a href='/1'>1</a></body></html>"],
    ["another XML", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["another JSON", '{"items":[{"url":"http://a.cn/1"}]}'],
    ["text", "县级机构精简\nhttp://a.cn/1"],
    ["an image", Buffer.from("\x89PNG\r\n\x1a\n", "latin1")],
    ["damaged gzip", Buffer.concat([Buffer.from([0x1f, 0x8b, 8]), Buffer.alloc(100, 0xaa)])],
    ["a declaration without end", "<?xml version='1.0'"],
  ])("%s", async (_name, bytes) => {
    await expect(entriesOf(bytes)).rejects.toThrow(InvalidListingError);
  });
});

describe("size", () => {
  const large = sitemap(loc(`${SITE}/1.html`).repeat(50_000));
  test.each([
    ["a sitemap", large],
    ["one as gzip", gzip(large)],
    ["a gzip bomb", gzip(Buffer.concat([Buffer.from(sitemap("").slice(0, -11)), Buffer.alloc(50_000_000, 0x20)]))],
    ["lines", `${SITE}/1.html\n`.repeat(50_000)],
    ["a feed", `<rss version="2.0"><channel><title>${"县".repeat(500_000)}</title></channel></rss>`],
  ])("%s past the limit", async (_name, bytes) => {
    await expect(entriesOf(bytes, { maxBytes: 1_000_000 })).rejects.toThrow(BudgetExceededError);
  });

  test("entries come before all of it is read", async () => {
    const listing = readListing(listingPage(gzip(large), { maxBytes: 1_000_000 }));
    expect(await listing.next()).toEqual({ done: false, value: page(`${SITE}/1.html`) });
    await listing.return(undefined);
  });

  test("two hundred thousand entries", async () => {
    let count = 0;
    const bytes = Buffer.from(sitemap(loc(`${SITE}/zwgk/2022/08/02/content_123456.html`).repeat(200_000)));
    for await (const entry of readListing(listingPage(bytes))) if (entry.kind === "page") count++;
    expect(count).toBe(200_000);
  });
});
