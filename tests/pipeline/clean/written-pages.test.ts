import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { cleanHtml } from "../../../pipeline/clean/html.ts";
import { decode } from "../../../pipeline/decode.ts";
import { LIMITS } from "./html-pages.ts";

// Pages of our own writing, in the markup of many kinds of Chinese sites; every name and event in them is invented.
// A line of gold.jsonl: what a reader finds on the page; `with` stands in the article, `without` only around it;
// `alt` gives other values that are right as well.

interface GoldPage {
  readonly page: string;
  readonly charset: string;
  readonly title: string;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly alt?: Readonly<Record<string, readonly (string | null)[]>>;
}

const file = (name: string) => readFileSync(new URL(`pages/${name}`, import.meta.url));
const golds = file("gold.jsonl")
  .toString()
  .trim()
  .split("\n")
  .map((line): [string, GoldPage] => {
    const gold = JSON.parse(line) as GoldPage;
    return [gold.page, gold];
  });

const plain = (text: string) => text.normalize("NFKC").replace(/\s+/g, "");
/** Day, or day and minute, of Beijing: pages state no more than that, or state seconds too. */
const minute = (iso: string | null) => iso?.replace(/\+08:00$/, "").slice(0, 16) ?? null;

test.each(golds)("%s", (page, gold) => {
  const { text: html, charset } = decode({ source: page, id: page, form: "html", bytes: file(`${page}.html`) });
  const found = cleanHtml(html, LIMITS);
  const text = plain(found.text);
  /** What was found, or the first value in its place where that is right as well. */
  const accepted = (field: "publisher" | "author" | "title") =>
    gold.alt?.[field]?.includes(found[field]) === true ? gold[field] : found[field];
  expect({
    charset: charset.charset,
    title: accepted("title"),
    published: gold.alt?.published?.includes(found.published) === true ? gold.published : minute(found.published),
    publisher: accepted("publisher"),
    author: accepted("author"),
    missing: gold.with.filter((part) => !text.includes(plain(part))),
    extra: gold.without.filter((part) => text.includes(plain(part))),
  }).toEqual({
    charset: gold.charset,
    title: gold.title,
    published: minute(gold.published),
    publisher: gold.publisher,
    author: gold.author,
    missing: [],
    extra: [],
  });
});
