import { authorNames, publisherName } from "./byline-names.ts";
import { fromEpoch, readMoments } from "./moments.ts";
import type { PageTree } from "./page-types.ts";

/** What the scripts of a page state about its article. */
export interface StateData {
  readonly published: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
}

/** Assignments and properties: `var ct = "1581418070"`, `"publishTime":1581418070000`, `pubtime: '2020-02-11 18:47'`. */
const TIME =
  /\b(?:ct|(?:article_?|news_?|item_?)?(?:publish|pub|create|release|display|issue)(?:ed|d)?_?(?:time|date|at)|datePublished|showTime|posttime)\b["']?\s*[:=]\s*["']?(\d{13}|\d{10}|(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?)(?=["',;\s}])/i;
const SOURCE = /\b(?:source|media|article|from|origin)_?(?:name|Name)?["']?\s*[:=]\s*["']([^"'<>{}\\]{2,24})["']/;
const AUTHOR = /\bauthor(?:_?name|Name)?["']?\s*[:=]\s*["']([^"'<>{}\\]{2,40})["']/;
/** UTF-16 units of a script that are read for metadata: states put them before the text. */
const MAX_SCRIPT = 400_000;

/** @param isState whether the body was found in a script, so that source and author are to be looked for there too */
export function readState(tree: PageTree, isState: boolean): StateData {
  const found: { published: string | null; publisher: string | null; author: string | null } = {
    published: null,
    publisher: null,
    author: null,
  };
  for (const { type, start, end } of tree.head.scripts) {
    if (/ld\+json/i.test(type)) continue;
    const script = tree.html.slice(start, Math.min(end, start + MAX_SCRIPT));
    found.published ??= readTime(TIME.exec(script)?.[1]);
    if (!isState) continue;
    found.publisher ??= publisherName(SOURCE.exec(script)?.[1] ?? "");
    found.author ??= authorNames(AUTHOR.exec(script)?.[1] ?? "");
  }
  return found;
}

function readTime(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (!/^\d+$/.test(value)) return readMoments(value)[0]?.iso ?? null;
  const timeMs = Number(value) * (value.length === 10 ? 1000 : 1);
  // From 1995 on: other numbers of ten digits are no times.
  return timeMs > 788_918_400_000 && timeMs < 4_102_444_800_000 ? fromEpoch(timeMs) : null;
}
