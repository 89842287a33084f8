import type { Head, PageTree } from "./page-types.ts";
import { oneLine } from "./run.ts";

/** What a page says of itself outside the text: meta tags and linked data. */
export interface HeadData {
  readonly url: string | null;
  readonly titles: readonly string[];
  readonly published: readonly string[];
  readonly updated: readonly string[];
  readonly publisher: string | null;
  /** Who publishes the site, in linked data; and the site's name in meta tags. */
  readonly site: string | null;
  readonly siteName: string | null;
  readonly author: string | null;
  readonly description: string | null;
}

const PUBLISHED =
  /^(?:article:published_time|og:(?:article:)?published_time|og:time|og:release_date|datepublished|date|pubdate|publishdate|publish[-_]?time|publication[-_]?date|dc\.date(?:\.issued)?|dcterms\.(?:created|issued)|weibo:\s*article:create_at|article_date_original|cxenseparse:recs:publishtime|parsely-pub-date|sailthru\.date|createtime|time|releasetime)$/;
const UPDATED = /(?:update|modified|datemodified|updated_time|update_at|dateupdate)/;
const TITLE = /^(?:og:title|articletitle|twitter:title|headline|dc\.title|title|weibo:\s*article:title)$/;
const SOURCE =
  /^(?:source|contentsource|content_source|mediaid|article:source|og:article:source|laiyuan|copyright_source)$/;
const AUTHOR = /^(?:author|article:author|og:article:author|byl|dc\.creator|parsely-author|sailthru\.author)$/;

/** @returns what meta tags, `<link rel=canonical>` and JSON-LD state; wrong JSON is passed over */
export function readHead(tree: PageTree): HeadData {
  const metas = namedMetas(tree.head);
  const linked = linkedData(tree);
  const all = (pattern: RegExp) => metas.filter(([name]) => pattern.test(name)).map(([, content]) => content);
  const stated = (keys: readonly string[]) => keys.flatMap((key) => textsOf(linked, key));
  return {
    url: canonicalUrl(tree.head, metas),
    titles: [...all(TITLE), ...stated(["headline", "title"])].map(oneLine).filter((title) => title.length > 1),
    published: [...all(PUBLISHED), ...stated(["datePublished", "pubDate"])],
    updated: [...all(UPDATED), ...stated(["dateModified", "upDate"])],
    publisher:
      all(SOURCE)
        .map(oneLine)
        .find((name) => name !== "") ?? null,
    site: namesOf(linked, "publisher").map(oneLine)[0] ?? null,
    siteName: all(/^(?:og:site_name|sitename|application-name)$/).map(oneLine)[0] ?? null,
    author: [...all(AUTHOR), ...namesOf(linked, "author")].map(oneLine).find((name) => name !== "") ?? null,
    description:
      all(/^(?:og:)?description$/)
        .map(oneLine)
        .find((text) => text.length > 12) ?? null,
  };
}

function namedMetas(head: Head): [name: string, content: string][] {
  return head.metas.flatMap((meta) => {
    const name = meta.property ?? meta.name ?? meta.itemprop;
    return name === undefined || meta.content === undefined ? [] : [[name.trim().toLowerCase(), meta.content]];
  });
}

function canonicalUrl(head: Head, metas: readonly [string, string][]): string | null {
  const link = head.links.find(({ rel }) => rel?.toLowerCase() === "canonical")?.href;
  const candidates = [link, metas.find(([name]) => name === "og:url")?.[1]];
  return candidates.find((url) => url !== undefined && /^https?:\/\/\S+$/.test(url.trim()))?.trim() ?? null;
}

type JsonObject = { readonly [key: string]: unknown };

function linkedData(tree: PageTree): JsonObject[] {
  return tree.head.scripts
    .filter(({ type }) => /ld\+json/i.test(type))
    .flatMap(({ start, end }) => flatten(parseJson(tree.html.slice(start, end))));
}

/** JSON as pages write it: with raw line feeds in strings, a trailing comma or a comment mark around it. */
export function parseJson(source: string): unknown {
  const plain = source
    .replace(/[\u0000-\u001f]+/g, " ")
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>)\s*$/g, "");
  try {
    return JSON.parse(plain.replace(/,\s*([}\]])/g, "$1"));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null;

function flatten(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.slice(0, 50).filter(isObject);
  if (!isObject(value)) return [];
  const graph = value["@graph"];
  return Array.isArray(graph) ? graph.slice(0, 50).filter(isObject) : [value];
}

const textsOf = (objects: readonly JsonObject[], key: string): string[] =>
  objects.map((object) => object[key]).filter((value): value is string => typeof value === "string");

function namesOf(objects: readonly JsonObject[], key: "author" | "publisher"): string[] {
  return objects.flatMap(({ [key]: named }) => {
    const people = (Array.isArray(named) ? named : [named]).slice(0, 20);
    const names = people.map((person) => (isObject(person) ? person.name : person));
    const texts = names.filter((name): name is string => typeof name === "string" && name.trim() !== "");
    return texts.length === 0 ? [] : [texts.join("、")];
  });
}
