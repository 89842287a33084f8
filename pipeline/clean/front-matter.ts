import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { MEDIUM_WORDS } from "../../corpus/lexicon/bylines.ts";
import type { Metadata } from "../../schemas/document.ts";
import type { Span } from "../../schemas/span.ts";
import { authorNames } from "./byline.ts";
import { isoMoment } from "./iso-moment.ts";

/** The lines between two `---` at the top of a Markdown page. */
export interface FrontMatter {
  readonly metadata: Metadata;
  /** Where the page holds the title's words, or null where there is none. */
  readonly title: Span | null;
  /** Where the body begins. */
  readonly bodyStart: number;
}

interface Field {
  readonly values: readonly string[];
  /** Of the first value in the page, with its quotes. */
  readonly span: Span;
}

const FENCED = /^\s*---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const LINE = /^([\w\u4E00-\u9FFF-]+)[ \t]{0,20}:(.*)$/gm;
/** Front matter is a few lines; more is read line by line. */
const MAX_YAML = 65_536;
const NONE: FrontMatter = {
  metadata: { url: null, title: null, publisher: null, author: null, published: null },
  title: null,
  bodyStart: 0,
};

/** Reads a page's front matter; where its YAML is broken, line by line: no document is lost for a stray colon. */
export function readFrontMatter(page: string): FrontMatter {
  const match = FENCED.exec(page);
  if (match === null) return NONE;
  const start = page.indexOf("\n", page.indexOf("---")) + 1;
  const yaml = match[1]!;
  const fields = yamlFields(yaml, start) ?? lineFields(yaml, start);
  const title = fields.get("title") ?? fields.get("标题") ?? null;
  return {
    metadata: { ...metadataOf(fields), title: title?.values[0] ?? null },
    title: title === null ? null : wordsIn(page, title),
    bodyStart: match[0].length,
  };
}

function yamlFields(yaml: string, offset: number): Map<string, Field> | null {
  if (yaml.length > MAX_YAML) return null;
  const document = parseDocument(yaml, { logLevel: "silent", stringKeys: true });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  const fields = new Map<string, Field>();
  for (const { key, value } of document.contents.items) {
    const range = isScalar(value) ? value.range : null;
    const span = { start: offset + (range?.[0] ?? 0), end: offset + (range?.[1] ?? 0) };
    fields.set(String(key).toLowerCase(), { values: texts(value), span });
  }
  return fields;
}

/** The texts of a scalar or list; `{name: …}` counts as its name. Aliases, which could repeat without end, count for nothing. */
function texts(value: unknown): string[] {
  if (isScalar(value)) return value.value === null ? [] : [String(value.value).trim()];
  if (isSeq(value)) return value.items.filter((item) => isScalar(item) || isMap(item)).flatMap(texts);
  const name = isMap(value) ? value.get("name") : null;
  return typeof name === "string" ? [name.trim()] : [];
}

function lineFields(yaml: string, offset: number): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const match of yaml.matchAll(LINE)) {
    const written = match[2]!.trim();
    const value = written.replace(/^(['"])(.*)\1$/, "$2");
    const end = offset + match.index + match[0].trimEnd().length;
    if (value !== "")
      fields.set(match[1]!.toLowerCase(), { values: [value], span: { start: end - written.length, end } });
  }
  return fields;
}

/** The title without its quotes where it stands there letter by letter, else the whole value. */
function wordsIn(page: string, { values, span }: Field): Span {
  const title = values[0] ?? "";
  const at = page.slice(span.start, span.end).indexOf(title);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + title.length };
}

function metadataOf(fields: ReadonlyMap<string, Field>): Metadata {
  const value = (...names: string[]): string | null => {
    for (const name of names) {
      const found = fields.get(name)?.values.find((text) => text !== "");
      if (found !== undefined) return found;
    }
    return null;
  };
  const categories = fields.get("categories")?.values ?? fields.get("category")?.values ?? [];
  const author = fields.get("author")?.values.join("、") || value("authors", "作者", "byline");
  const isSite = author !== null && (categories.includes(author) || MEDIUM_WORDS.test(author));
  const named = value("publisher", "source", "media", "site", "site_name", "来源", "來源");
  return {
    url: value("url", "link", "permalink", "canonical", "original"),
    title: null,
    // Feed archivers give the site as the author.
    publisher: named ?? (isSite ? author : (categories.find((text) => MEDIUM_WORDS.test(text)) ?? null)),
    author: isSite || author === null ? null : (authorNames(author) ?? author),
    published: isoMoment(value("date", "published", "pubdate", "publish_date", "created", "time", "日期")),
  };
}
