import { COMMENT_WORDS, IMPRINT_LINE } from "../../corpus/lexicon/boilerplate.ts";
import type { NameReader } from "./names.ts";
import type { Drop, PageElement, PageTree, Run } from "./page-types.ts";
import { oneLine, runText } from "./run.ts";

/** Elements that hold a paragraph: what they hold counts in full for their parent. */
const PARAGRAPHS = new Set([
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "li",
  "td",
  "th",
  "tr",
  "tbody",
  "blockquote",
  "pre",
]);
const ALIEN_TAGS = new Set(["nav", "footer", "aside", "form", "menu", "dialog"]);
/** How much of an element's score reaches the next container above. */
const DECAY = 0.8;

/** How much a run reads like prose, in characters: links count against it, punctuation for it. */
export function proseOf(run: Run): number {
  const own = run.size - 1.5 * run.linked;
  if (own <= 0) return 0;
  if (run.marks > 0) return run.size < 12 ? own * 0.5 : own;
  return run.size < 12 ? 0 : own * 0.3;
}

/** Sums prose and size from the runs up to the root. */
export function measure(tree: PageTree): void {
  for (const run of tree.runs) {
    run.block.prose += proseOf(run);
    run.block.size += run.size;
  }
  for (let i = tree.elements.length - 1; i > 0; i--) {
    const element = tree.elements[i]!;
    element.parent!.prose += element.prose;
    element.parent!.size += element.size;
  }
}

/**
 * Marks what cannot be the body: hidden parts, navigation, comments, related links, by tag, name and wording.
 * A name alone never drops most of a page's prose: a body may be called `has-sidebar`.
 */
export function dropAliens(tree: PageTree, names: NameReader, titleRun: number, readHidden: boolean): void {
  const total = tree.elements[0]!.prose;
  const talk = countTalk(tree);
  for (const element of tree.elements) {
    const { parent } = element;
    if (parent === null) continue;
    if (parent.dropped !== "") element.dropped = parent.dropped;
    else if (!readHidden && isHidden(element, names)) element.dropped = "hidden";
    else if (isTalk(element, names, talk, total) && !holds(element, titleRun)) element.dropped = "alien";
    else element.dropped = dropByName(element, names, total);
  }
}

const holds = (element: PageElement, run: number): boolean => element.firstRun <= run && run < element.endRun;

/** Comments by name, or a list whose controls come at least every eight lines. They may be longer than the article. */
function isTalk(
  element: PageElement,
  names: NameReader,
  talk: ReadonlyMap<PageElement, number>,
  total: number,
): boolean {
  const { talk: isNamed, content } = names.read(element);
  if (isNamed && !content) return total - element.prose >= 40 || element.prose < total * 0.5;
  const lines = element.endRun - element.firstRun;
  return (talk.get(element) ?? 0) >= Math.max(3, lines / 8) && element.prose < total * 0.98;
}

/** Hidden by style, attribute or a class that says so. */
export function isHidden(element: PageElement, names: NameReader): boolean {
  const { attributes } = element;
  if (attributes === null) return false;
  if (attributes.hidden !== undefined && attributes.hidden !== "until-found") return true;
  const { style } = attributes;
  if (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return true;
  return names.read(element).hidden;
}

function dropByName(element: PageElement, names: NameReader, total: number): Drop {
  const hints = names.read(element);
  const share = total === 0 ? 0 : element.prose / total;
  if (ALIEN_TAGS.has(element.tag)) return share < 0.4 ? "alien" : "";
  if (hints.alien && (share < (hints.content ? 0.15 : 0.5) || isListOfLinks(element))) return "alien";
  return hints.small && !hints.content && element.size < 200 && share < 0.2 ? "small" : "";
}

const isListOfLinks = (element: PageElement): boolean => element.prose < element.size * 0.2;

/** How many runs of comment controls stand below the grandparents of each: 回复, 赞, 3楼, 5分钟前. */
function countTalk(tree: PageTree): ReadonlyMap<PageElement, number> {
  const counts = new Map<PageElement, number>();
  for (const run of tree.runs) {
    if (run.size > 16 || !isTalkLine(run)) continue;
    let element: PageElement | null = run.block;
    for (let up = 0; up < 6 && element?.parent != null; up++) {
      counts.set(element, (counts.get(element) ?? 0) + 1);
      element = element.parent;
    }
  }
  return counts;
}

/** Nothing but controls, with a time of day at most: a time alone heads the entries of a live report. */
function isTalkLine(run: Run): boolean {
  const words = oneLine(runText(run, " ")).split(" ");
  const said = words.filter((word) => !/^\d{1,2}:\d{2}(?::\d{2})?$/.test(word));
  return said.length > 0 && said.every((word) => COMMENT_WORDS.test(word));
}

/**
 * The element that holds the article: the one whose prose lies nearest below it.
 * @param titleRun index of the headline's run, or -1
 * @param hintRun index of a run that the page's description quotes, or -1
 * @returns null on a page without prose
 */
export function chooseContainer(
  tree: PageTree,
  names: NameReader,
  titleRun: number,
  hintRun: number,
): PageElement | null {
  for (const element of tree.elements) element.value = 0;
  for (const run of tree.runs) {
    if (run.block.dropped === "" && !isImprint(run)) run.block.value += proseOf(run);
  }
  let best: PageElement | null = null;
  let bestScore = 0;
  for (let i = tree.elements.length - 1; i >= 0; i--) {
    const element = tree.elements[i]!;
    if (element.dropped !== "") continue;
    const score = scoreOf(element, names, titleRun, hintRun);
    // Of equals the outer one, which comes later here.
    if (score > 0 && score >= bestScore) [best, bestScore] = [element, score];
    if (element.parent !== null) {
      const isLevel = element.block === element && !PARAGRAPHS.has(element.tag);
      element.parent.value += element.value * (isLevel ? DECAY : 1);
    }
  }
  return best;
}

const isImprint = (run: Run): boolean => run.size <= 60 && run.marks > 0 && IMPRINT_LINE.test(runText(run).trimStart());

function scoreOf(element: PageElement, names: NameReader, titleRun: number, hintRun: number): number {
  if (element.block !== element || element.value === 0) return 0;
  let score = element.value;
  if (names.read(element).content) score *= 1.3;
  if (element.tag === "article") score *= 1.2;
  if (titleRun >= 0 && element.endRun <= titleRun) score *= 0.4;
  if (hintRun >= 0) score *= element.firstRun <= hintRun && hintRun < element.endRun ? 1.5 : 1;
  return score;
}

/**
 * The elements that hold the article: the container, and siblings of the same name or of prose beside it.
 * @returns none on a page without prose
 */
export function bodyContainers(tree: PageTree, names: NameReader, titleRun: number, hintRun: number): PageElement[] {
  const best = chooseContainer(tree, names, titleRun, hintRun);
  if (best === null || best.names === "") return best === null ? [] : [best];
  return tree.elements.filter((element) => element === best || isTwin(element, best));
}

/** Parts of an article are numbered: `page-1`, `page-2`. */
const unnumbered = (names: string): string => names.replace(/\d+/g, "");

const isTwin = (element: PageElement, best: PageElement): boolean =>
  element.parent === best.parent &&
  element.dropped === "" &&
  element.tag === best.tag &&
  unnumbered(element.names) === unnumbered(best.names) &&
  element.prose >= 40 &&
  element.prose >= element.size * 0.6;
