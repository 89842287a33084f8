import { authorNames, publisherName } from "./byline-names.ts";
import { fromEpoch, readMoments } from "./moments.ts";
import type { PageTree } from "./page-types.ts";
import type { ScriptBody } from "./script-body.ts";
import { flatPairs, type Pair, pairsAround } from "./state-pairs.ts";

/** What the scripts of a page state about its article. */
export interface StateData {
  readonly published: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
}

/** Assignments and properties: `var ct = "1581418070"`, `"publishTime":1581418070000`, `pubtime: '2020-02-11 18:47'`. */
const TIME =
  /\b(?:ct|(?:article_?|news_?|item_?)?(?:publish|pub|create|release|display|issue)(?:ed|d)?_?(?:time|date|at)|datePublished|showTime|posttime)\b["']?\s*[:=]\s*["']?(\d{13}|\d{10}|(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?)(?=["',;\s}])/i;
/** A variable that a script writes into the page's byline. */
const SOURCE =
  /\b(?:var|let|const)\s+(?:source|media|laiyuan|copy_?from|come_?from)_?(?:name)?\s*=\s*["']([^"'<>{}\\]{2,24})["']/i;
/** UTF-16 units of a script that are read for metadata: states put them before the text. */
const MAX_SCRIPT = 400_000;

/** Keys of an article's data, the surest first. */
const TIME_KEYS: readonly RegExp[] = [
  /^(?:article|news|item|doc|content)?[_-]?(?:publish|pub|release|issue|display|post|show)(?:ed|d)?[_-]?(?:time|date|at|timestamp)(?:str|string|stamp|long)?$|^datepublished$|^ptime$/i,
  /^(?:article|news|item|doc)?[_-]?(?:create|input|online|audit|news|article)(?:ed|d)?[_-]?(?:time|date|at)(?:str)?$|^(?:ctime|time|date)$/i,
  /^(?!.*(?:update|modif|edit|end|start|expire|now|server|current|comment|reply|user|login|regist))[a-z_-]*(?:time|date)$/i,
];
const SOURCE_KEYS: readonly RegExp[] = [
  /^(?:article|news|doc|content|original|origin|info)?[_-]?source(?:[_-]?(?:name|title|from))?$|^(?:copy|come)[_-]?from$|^laiyuan$/i,
  /^(?:media|publisher|origin|from|site|org|channel[_-]?source)[_-]?(?:name)?$|^publisher$/i,
  /^(?:screen|nick|account|user)[_-]?name$/i,
];
const AUTHOR_KEYS: readonly RegExp[] = [
  /^(?:article|news|doc)?[_-]?(?:authors?|writer|reporter|journalist|byline)[_-]?(?:names?|list)?$/i,
];

/** @param body the body found in a script, if it was: source and author are looked for around it, too */
export function readState(tree: PageTree, body: ScriptBody | null): StateData {
  const state = body?.state ?? null;
  const flat = state === null ? [] : flatPairs(state.script);
  const near = state === null || flat.length > 0 ? flat : pairsAround(state.script, state.at);
  const publisher = firstOf(near, SOURCE_KEYS, publisherName);
  return {
    published: firstOf(near, TIME_KEYS, readTime) ?? firstInScripts(tree, TIME, readTime),
    publisher: publisher ?? firstInScripts(tree, SOURCE, publisherName),
    author: firstOf(near, AUTHOR_KEYS, authorNames),
  };
}

function firstOf(
  pairs: readonly Pair[],
  keys: readonly RegExp[],
  read: (text: string) => string | null,
): string | null {
  for (const pattern of keys) {
    for (const { key, value } of pairs) {
      const found = pattern.test(key) ? read(value) : null;
      if (found !== null) return found;
    }
  }
  return null;
}

function firstInScripts(tree: PageTree, pattern: RegExp, read: (text: string) => string | null): string | null {
  for (const { type, start, end } of tree.head.scripts) {
    if (/ld\+json/i.test(type)) continue;
    const match = pattern.exec(tree.html.slice(start, Math.min(end, start + MAX_SCRIPT)));
    const found = match === null ? null : read(match[1]!);
    if (found !== null) return found;
  }
  return null;
}

function readTime(value: string): string | null {
  if (!/^\d+$/.test(value)) return readMoments(value)[0]?.iso ?? null;
  const timeMs = Number(value) * (value.length === 10 ? 1000 : 1);
  // From 1995 on: other numbers of ten digits are no times.
  return timeMs > 788_918_400_000 && timeMs < 4_102_444_800_000 ? fromEpoch(timeMs) : null;
}
