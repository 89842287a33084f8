import { BYLINE_WORDS, MEDIUM_WORDS, SOURCE_LABELS } from "../../corpus/lexicon/bylines.ts";
import type { Metadata } from "../../schemas/document.ts";
import { authorNames, findByline, publisherName } from "./byline.ts";
import type { BylineZone } from "./byline-zone.ts";
import type { HeadData } from "./head-data.ts";
import { findPublished } from "./published.ts";
import type { StateData } from "./state-data.ts";

/** What a page says about its article: first where a reader sees it, then in its head, then in its scripts. */
export function findMetadata(
  zone: BylineZone,
  head: HeadData,
  state: StateData,
  title: string | null,
  documentTitle: string,
): Metadata {
  const shown = findByline(zone, sitesOf(head, title, documentTitle));
  const publisher = shown.publisher ?? statedSource(head.publisher) ?? state.publisher ?? statedSource(head.site);
  const author = shown.author ?? statedAuthor(head.author, publisher, title, documentTitle) ?? state.author;
  return {
    url: head.url,
    title,
    published: findPublished(zone, head, state.published),
    publisher,
    author: author === publisher ? null : author,
  };
}

/** What the page calls its site: in meta tags, and behind the headline in its title. */
function sitesOf(head: HeadData, title: string | null, documentTitle: string): string[] {
  const behind = title !== null && documentTitle.startsWith(title) ? documentTitle.slice(title.length) : "";
  return [head.siteName ?? "", head.site ?? "", behind.split(/[-_|｜–—]/).at(-1)!].filter((site) => site !== "");
}

function statedSource(publisher: string | null): string | null {
  if (publisher === null) return null;
  const match = new RegExp(`^(?:${SOURCE_LABELS})[\\s:：]*(\\S+)`).exec(publisher);
  return publisherName(match?.[1] ?? publisher);
}

/** The head's author, where it is a person: not the site's own name, a number or what a template left. */
function statedAuthor(
  author: string | null,
  publisher: string | null,
  title: string | null,
  documentTitle: string,
): string | null {
  if (author === null || /@|^\d+$|\.(?:com|cn|net|org)/i.test(author)) return null;
  if (BYLINE_WORDS.test(author) || MEDIUM_WORDS.test(author) || author === publisher) return null;
  const isSite = title !== null && documentTitle.replace(title, "").includes(author);
  return isSite ? null : authorNames(author);
}
