import { describe, expect, test } from "@jest/globals";
import { InvalidListingError, UnfitUrlError } from "../../../schemas/errors.ts";
import { big5, entriesOf, gbk, gzip, item, LISTING, page, rss, SITE, utf16 } from "./listing-texts.ts";

const RDF = `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${SITE}/"><title>要闻</title></channel>
<item rdf:about="${SITE}/1.html"><title>机构精简</title><link>${SITE}/1.html</link><dc:date>2022-08-02T09:00:00+08:00</dc:date></item>
<item rdf:about="${SITE}/2.html"><title>会议减少</title></item></rdf:RDF>`;

const ATOM = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/news/"><title>要闻</title><updated>2022-08-03T00:00:00Z</updated>
<entry><title type="html">机构&lt;b&gt;精简&lt;/b&gt;</title><id>tag:a,1</id>
 <link rel="self" href="1.atom"/><link rel="alternate" type="application/json" href="1.json"/><link href="1.html"/>
 <published>2022-08-02T01:00:00Z</published><updated>2022-08-03T00:00:00Z</updated></entry>
<entry xml:base="2022/"><title>会议减少</title><id>tag:a,2</id><link href="2.html"/><updated>2022-08-03T00:00:00Z</updated></entry>
<entry><title>乡镇合并</title><id>${SITE}/3.html</id></entry></feed>`;

const ATOM_03 = `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>机构精简</title>
<link rel="alternate" type="text/html" href="${SITE}/1.html"/><issued>2022-08-02T09:00:00+08:00</issued></entry></feed>`;

const JSON_FEED = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  title: "要闻",
  items: [
    { id: "1", url: `${SITE}/1.html`, title: "机构精简", date_published: "2022-08-02T09:00:00+08:00" },
    { id: `${SITE}/2.html`, title: "会议减少" },
    { id: "3", external_url: "https://other.example.cn/3.html" },
  ],
});

const RSS_091 = rss(
  item(`${SITE}/1.html`, "机构精简"),
  '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">',
).replace("2.0", "0.91");

describe("formats", () => {
  const [one, two] = [`${SITE}/1.html`, `${SITE}/2.html`];
  test.each([
    ["RSS 2.0", rss(item(one, "机构精简") + item(two, "会议减少")), [page(one, "机构精简"), page(two, "会议减少")]],
    ["RSS 0.91 with its document type", RSS_091, [page(one, "机构精简")]],
    ["RSS 1.0", RDF, [page(one, "机构精简", "2022-08-02T09:00:00+08:00"), page(two, "会议减少")]],
    [
      "Atom",
      ATOM,
      [
        page(`${SITE}/news/1.html`, "机构<b>精简</b>", "2022-08-02T01:00:00Z"),
        page(`${SITE}/news/2022/2.html`, "会议减少"),
        page(`${SITE}/3.html`, "乡镇合并"),
      ],
    ],
    ["Atom 0.3", ATOM_03, [page(one, "机构精简", "2022-08-02T09:00:00+08:00")]],
    [
      "JSON Feed",
      JSON_FEED,
      [
        page(one, "机构精简", "2022-08-02T09:00:00+08:00"),
        page(two, "会议减少"),
        page("https://other.example.cn/3.html"),
      ],
    ],
    ["JSON Feed as PHP writes it", JSON_FEED.replaceAll("/", "\\/"), [{ url: one }, { url: two }, {}]],
    ["nothing new", rss(""), []],
  ])("%s", async (_name, text, expected) => {
    expect(await entriesOf(text)).toMatchObject(expected);
    expect(await entriesOf(gzip(text))).toHaveLength(expected.length);
  });
});

describe("charsets", () => {
  const text = (label: string | null, title = "县级机构精简，减少会议和文件，压缩编制") =>
    rss(item("/1.html", title), `<?xml version="1.0"${label === null ? "" : ` encoding="${label}"`}?>`);
  const TRADITIONAL = "縣級機構精簡，減少會議和文件，壓縮編制";
  test.each([
    ["UTF-8", Buffer.from(text("utf-8")), undefined],
    ["UTF-8 with a byte order mark", Buffer.from(`\u{FEFF}${text(null)}`), undefined],
    ["UTF-16", utf16(text("utf-16")), undefined],
    ["gb2312", gbk(text("gb2312")), undefined],
    ["GBK in capitals", gbk(text("GBK")), undefined],
    ["GBK by its header", gbk(text(null)), "text/xml; charset=gbk"],
    ["GBK under UTF-8", gbk(text("utf-8")), "text/xml; charset=utf-8"],
    ["UTF-8 under gb2312", Buffer.from(text("gb2312")), undefined],
    ["Big5", big5(text("big5", TRADITIONAL)), undefined],
    ["gb2312 as gzip", gzip(gbk(text("gb2312"))), "application/x-gzip"],
  ])("%s", async (name, bytes, contentType) => {
    const title = name === "Big5" ? TRADITIONAL : "县级机构精简，减少会议和文件，压缩编制";
    expect(await entriesOf(bytes, { contentType: contentType ?? null })).toEqual([page(`${SITE}/1.html`, title)]);
  });
});

describe("an item", () => {
  test.each([
    [
      "with white space and CDATA",
      "<link>\n <![CDATA[ /1.html?a=1&b=2 ]]>\n</link>",
      { url: `${SITE}/1.html?a=1&b=2` },
    ],
    ["with entities", "<link>/1.html?a=1&amp;b=2</link>", { url: `${SITE}/1.html?a=1&b=2` }],
    ["with what tracks", "<link>/1.html?utm_source=rss</link>", { url: `${SITE}/1.html` }],
    ["relative to the list", "<link>1.html</link>", { url: `${SITE}/zwgk/1.html` }],
    ["without a scheme", "<link>//b.cn/1.html</link>", { url: "http://b.cn/1.html" }],
    ["of Chinese name", "<link>http://中国.cn/县.html</link>", { url: "http://xn--fiqs8s.cn/%E5%8E%BF.html" }],
    ["with a permanent link only", `<guid>${SITE}/1.html</guid>`, { url: `${SITE}/1.html` }],
    [
      "with a mail date",
      "<link>/1</link><pubDate>Tue, 02 Aug 2022 08:00:00 GMT</pubDate>",
      { published: "2022-08-02T16:00:00+08:00" },
    ],
    [
      "with a plain date",
      "<link>/1</link><pubDate>2022-08-02 08:00:00</pubDate>",
      { published: "2022-08-02T08:00:00+08:00" },
    ],
    ["with a day", "<link>/1</link><pubDate>2022年8月2日</pubDate>", { published: "2022-08-02" }],
    ["with a date that is none", "<link>/1</link><pubDate>昨天</pubDate>", { published: null }],
    ["with a title over lines", "<title>机构\n  精简 </title><link>/1</link>", { title: "机构 精简" }],
    ["with an empty title", "<title> </title><link>/1</link>", { title: null }],
  ])("%s", async (_name, text, expected) => {
    expect(await entriesOf(rss(`<item>${text}</item>`))).toMatchObject([{ kind: "page", ...expected }]);
  });

  test.each([
    ["a script", "<link>javascript:void(0)</link>"],
    ["mail", "<link>mailto:a@a.cn</link>"],
    ["a user name", "<link>http://user:secret@a.cn/</link>"],
    ["no host", "<link>http://</link>"],
    ["no link", "<description>没有链接</description>"],
    ["an id that is no link", `<guid isPermaLink="false">${SITE}/1</guid>`],
  ])("bad: %s", async (_name, text) => {
    const entries = await entriesOf(rss(`${item("/1", "a")}<item>${text}</item>${item("/3", "c")}`));
    expect(entries.map(({ kind }) => kind)).toEqual(["page", "bad", "page"]);
    expect(entries[1]).toMatchObject({ source: `${LISTING}#2`, at: 2, error: expect.any(UnfitUrlError) });
  });
});

describe("hostile and damaged", () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "${"县".repeat(100)}">${["b", "c", "d", "e", "f", "g"]
    .map((name, i) => `<!ENTITY ${name} "${`&${"abcdef"[i]};`.repeat(50)}">`)
    .join("")}]>`;
  test.each([
    ["an entity bomb", rss(item("/1", "x&g;y"), bomb), "x&g;y"],
    ["an outside entity", rss(item("/1", "&x;"), '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "&x;"],
  ])("%s does no harm", async (_name, text, title) => {
    expect(await entriesOf(text)).toEqual([page(`${SITE}/1`, title)]);
  });

  test.each([
    ["a cut feed", rss(item("/1", "a")).slice(0, -40)],
    ["a cut JSON feed", JSON_FEED.slice(0, -10)],
    ["a feed nested without end", rss(`<item>${"<a>".repeat(100_000)}</item>`)],
    ["titles without end", rss("<item><title>".repeat(100_000))],
    ["a name that is none", rss("<item><__proto__><polluted>1</polluted></__proto__></item>")],
    ["no more than a root", "<rss/>"],
  ])("%s", async (_name, text) => {
    await expect(entriesOf(text)).rejects.toThrow(InvalidListingError);
  });
});

describe("ten megabytes of a feed that never ends", () => {
  test.each([
    ["a comment", "<!--", "x"],
    ["CDATA", "<![CDATA[", "]"],
    ["tag openings", "", "<"],
    ["tags", "", "<item>"],
    ["attributes", "<item ", 'a="1" '],
    ["an attribute", '<item a="', "&amp;"],
    ["a tag's name", "<", "x"],
    ["entities", "<item><title>", "&amp;"],
    ["titles", "<item>", "<title>"],
    ["closing tags", "", "</a>"],
    ["namespaces", "<item ", 'xmlns:a="http://a.cn/" '],
    ["spaces", "<item", " "],
  ])("%s", async (_name, start, piece) => {
    const text = `<rss version="2.0"><channel>${item("/1", "a")}${start}${piece.repeat(10_000_000 / piece.length)}`;
    const read = entriesOf(text).catch((error: unknown) => error);
    // Whichever of the two: the point is that it comes to an end.
    expect(await read).toEqual(expect.any(Object));
  });
});
