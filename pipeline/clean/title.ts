import { lettersOf, lettersOfRun } from "./letters.ts";
import type { NameReader } from "./names.ts";
import type { Chunk, PageTree, Run } from "./page-types.ts";
import { oneLine, runText } from "./run.ts";

/** A headline with the run that shows it, where the page shows it in one. */
export interface FoundTitle {
  readonly text: string;
  readonly run: Run | null;
  /** Where the text stands in the page: the run's chunks, or those of `<title>`; empty when only a meta tag has it. */
  readonly chunks: readonly Chunk[];
}

/** Longer titles are no titles; cut before any pattern reads them. */
const MAX_TITLE = 300;
const HEADING_BONUS: Readonly<Record<string, number>> = { h1: 12, h2: 7, h3: 5, h4: 3 };
const SEPARATORS = /\s*(?:[_|｜丨]|\s[-–—]+\s|[-–—]{2,}|-)\s*/;

/**
 * Finds the headline: the shown line that the document's title starts with, contains or was cut from.
 * @param stated titles that meta tags and linked data give, best first
 */
export function findTitle(tree: PageTree, names: NameReader, stated: readonly string[]): FoundTitle | null {
  const documentTitle = oneLine(
    tree.head.title
      .map((chunk) => chunk.data)
      .join("")
      .slice(0, MAX_TITLE),
  );
  const wanted = [documentTitle, ...stated].map((text) => lettersOf(text)).filter((key) => key.length > 0);
  const shown = bestShown(tree, names, wanted) ?? shownPart(tree, documentTitle) ?? soleHeading(tree);
  if (shown !== null) return { text: oneLine(runText(shown, " ")), run: shown, chunks: shown.chunks };
  const text = withoutSite(documentTitle, stated);
  if (text === "") return null;
  return { text, run: null, chunks: cutTo(tree.head.title, text) };
}

/** The part of the chunks that says `text`; none where they do not say it in one piece. */
function cutTo(chunks: readonly Chunk[], text: string): Chunk[] {
  const from = chunks
    .map(({ data }) => data)
    .join("")
    .indexOf(text);
  if (from < 0) return [];
  const cut: Chunk[] = [];
  let at = 0;
  for (const chunk of chunks) {
    const [a, b] = [Math.max(0, from - at), Math.min(chunk.data.length, from + text.length - at)];
    at += chunk.data.length;
    if (b <= a) continue;
    const isWhole = chunk.data.length !== chunk.end - chunk.start;
    cut.push(
      isWhole ? chunk : { ...chunk, data: chunk.data.slice(a, b), start: chunk.start + a, end: chunk.start + b },
    );
  }
  return cut;
}

function bestShown(tree: PageTree, names: NameReader, wanted: readonly string[]): Run | null {
  let best: Run | null = null;
  let bestScore = 0;
  const letters = wanted.join("");
  for (const run of tree.runs) {
    if (run.size > 150 || run.size < 4 || !letters.includes(firstLetter(run))) continue;
    const score = titleScore(run, names, wanted);
    if (score > bestScore) [best, bestScore] = [run, score];
  }
  return best;
}

/** Whatever matches a title starts with one of its letters, and most lines of a page do not. */
const firstLetter = (run: Run): string => lettersOf(/[\p{L}\p{N}]/u.exec(runText(run))?.[0] ?? "");

function titleScore(run: Run, names: NameReader, wanted: readonly string[]): number {
  const key = lettersOfRun(run);
  if (key.length < 4) return 0;
  let matched = 0;
  for (const want of wanted) matched = Math.max(matched, overlap(key, want));
  if (matched === 0) return 0;
  let score = matched + (HEADING_BONUS[headingOf(run)] ?? 0);
  if (names.read(run.block).title) score += 5;
  if (run.linked > run.size / 2) score -= 15;
  return score;
}

/** Letters that a shown line shares with a stated title, 0 when they are not the same title. */
function overlap(key: string, want: string): number {
  if (want.startsWith(key) && key.length >= Math.min(8, want.length * 0.4)) return key.length;
  if (key.startsWith(want) && want.length >= 8 && key.length <= want.length * 3) return want.length;
  return key.length >= 8 && key.length >= want.length * 0.4 && want.includes(key) ? key.length - 1 : 0;
}

function headingOf(run: Run): string {
  for (let element = run.block, up = 0; up < 3; up++) {
    if (element.tag in HEADING_BONUS) return element.tag;
    if (element.parent === null) break;
    element = element.parent;
  }
  return "";
}

/** A shown line that says in full what the document's title says beside the names of its site. */
function shownPart(tree: PageTree, documentTitle: string): Run | null {
  const parts = documentTitle.split(SEPARATORS);
  const keys = parts.filter((part) => !SITE_PART.test(part)).map(lettersOf);
  const wanted = new Set(keys.filter((key) => key.length >= 4));
  if (parts.length < 2 || wanted.size === 0) return null;
  return tree.runs.find((run) => run.size < 60 && run.linked < run.size / 2 && wanted.has(lettersOfRun(run))) ?? null;
}

const SITE_PART = /(?:网|網|报|報|版|频道|頻道|新闻|新聞|首页|首頁|中心|政府|官网|博客|论坛|专栏|动态|公告)$/;

/** The only `<h1>` that is no link, on pages whose document title names just the site. */
function soleHeading(tree: PageTree): Run | null {
  const headings = tree.runs.filter((run) => headingOf(run) === "h1" && run.size >= 8 && run.linked < run.size / 2);
  return headings.length === 1 ? headings[0]! : null;
}

/** A document title without the names of channel and site behind it. */
export function withoutSite(documentTitle: string, stated: readonly string[]): string {
  for (const text of stated) {
    const rest = documentTitle.startsWith(text) ? documentTitle.slice(text.length) : null;
    if (rest !== null && text.length >= 6 && (rest === "" || SEPARATORS.test(rest.slice(0, 4)))) return text;
  }
  if (documentTitle === "") return stated[0] ?? "";
  let title = documentTitle;
  for (;;) {
    const cut = lastSeparator(title);
    if (cut < 6 || title.length - cut > 24) return title;
    title = title.slice(0, cut).trimEnd();
  }
}

function lastSeparator(title: string): number {
  let last = -1;
  for (const match of title.matchAll(
    /\s*(?:[_|｜丨]|\s[-–—]+\s|[-–—]{2,}|(?<![A-Za-z\d])[-–—]|[-–—](?![A-Za-z\d]))\s*/g,
  ))
    last = match.index;
  return last;
}
