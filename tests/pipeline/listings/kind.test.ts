import { expect, test } from "@jest/globals";
import { looksLikeListing } from "../../../pipeline/listings/index.ts";
import { gbk, gzip, item, loc, rss, SITE, sitemap, sitemapIndex, utf16 } from "./listing-texts.ts";

const RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
const URLS = `${SITE}/1.html\n${SITE}/2.html\n`;

test.each<[string, string | Uint8Array, string | null, "feed" | "sitemap" | null]>([
  ["RSS", rss(item("/1", "a")), "application/rss+xml", "feed"],
  ["RSS as HTML", rss(item("/1", "a")), "text/html", "feed"],
  ["RSS after white space and a comment", ` \n<!-- 要闻 -->\n${rss("", "")}`, null, "feed"],
  ["RSS in GBK", gbk(rss(item("/1", "机构"))), null, "feed"],
  ["RSS in UTF-16", utf16(rss(item("/1", "机构"), "")), null, "feed"],
  ["RSS after a byte order mark", `\u{FEFF}${rss("")}`, null, "feed"],
  ["RSS with a document type", rss("", '<!DOCTYPE rss [<!ENTITY a "<feed>">]>'), null, "feed"],
  ["RSS 1.0", `${RDF} xmlns="http://purl.org/rss/1.0/">`, null, "feed"],
  ["other RDF", `${RDF} xmlns:foaf="http://xmlns.com/foaf/0.1/">`, null, null],
  ["Atom", '<feed xmlns="http://www.w3.org/2005/Atom">', "application/atom+xml", "feed"],
  ["Atom with a prefix", '<a:feed xmlns:a="http://www.w3.org/2005/Atom">', null, "feed"],
  ["JSON Feed", '{"version": "https://jsonfeed.org/version/1.1", "items": []}', "application/json", "feed"],
  ["JSON Feed, slashes escaped", '{"version":"https:\\/\\/jsonfeed.org\\/version\\/1"}', null, "feed"],
  ["JSON Feed by its type", '{"items": []}', "application/feed+json; charset=utf-8", "feed"],
  ["other JSON", '{"items": []}', "application/json", null],
  ["a sitemap", sitemap(loc("/1")), "text/xml", "sitemap"],
  ["a sitemap index", sitemapIndex(""), null, "sitemap"],
  ["a sitemap as gzip", gzip(sitemap(loc("/1"))), "application/x-gzip", "sitemap"],
  ["a large sitemap as gzip", gzip(sitemap(loc("/1").repeat(200_000))), null, "sitemap"],
  ["a sitemap of lines", URLS, "text/plain; charset=utf-8", "sitemap"],
  ["a long sitemap of lines", URLS.repeat(5_000), "text/plain", "sitemap"],
  ["a text that begins with its address", `${SITE}/1.html\n县级机构精简\n`, "text/plain", null],
  ["lines that are said to be HTML", URLS, "text/html", null],
  ["a page", "<!DOCTYPE html><html><head><title>机构</title></head>", "text/html", null],
  ["a page of XHTML", '<?xml version="1.0"?><!DOCTYPE html PUBLIC "a" "b"><html>', "text/xml", null],
  ["a page about feeds", "<html><body><rss><feed>", null, null],
  ["text in front of a feed", `要闻 ${rss("")}`, null, null],
  ["text", "县级机构精简", "text/plain", null],
  ["nothing", "", null, null],
  ["an image", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "image/png", null],
  ["other gzip", gzip("县级机构精简"), null, null],
  ["damaged gzip", Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), null, null],
  ["comments without end", "<!--".repeat(10_000), null, null],
  ["comments upon comments", "<!---->".repeat(10_000), null, null],
])("%s", (_name, bytes, contentType, expected) => {
  expect(looksLikeListing(Buffer.from(bytes), contentType)).toBe(expected);
});
