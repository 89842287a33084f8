import { draftBlocks } from "./blocks.ts";
import { bylineLength } from "./byline-head.ts";
import { bylineZone } from "./byline-zone.ts";
import type { Cleaned, CleanLimits } from "./cleaned.ts";
import { type HeadData, readHead } from "./head-data.ts";
import { leadRuns } from "./lead.ts";
import { lettersOf, lettersOfRun } from "./letters.ts";
import { findMetadata } from "./metadata.ts";
import { NameReader } from "./names.ts";
import { readPage } from "./page-tree.ts";
import type { PageElement, PageTree, Run } from "./page-types.ts";
import { oneLine } from "./run.ts";
import { bodyContainers, dropAliens, measure, proseOf } from "./score.ts";
import { readScriptBody } from "./script-body.ts";
import { readState } from "./state-data.ts";
import { buildText, type DraftBlock } from "./text-builder.ts";
import { type FoundTitle, findTitle } from "./title.ts";
import { type Trimmed, trimBody } from "./trim.ts";

/** Less prose than this, in characters, sends us to look behind hidden elements and into scripts. */
const LITTLE_PROSE = 120;
/** A page with less than this may show no more than teasers of what its scripts hold. */
const SOME_PROSE = 300;

/**
 * Takes the article out of an HTML page, or all reading matter out of a fragment of one.
 * Any markup is read; scripts are never run.
 * @param html decoded page; offsets of `toPage` point into it
 * @returns text that is empty, or the title alone, where the page has no article
 * @throws {BudgetExceededError} past `maxNodes`
 */
export function cleanHtml(html: string, limits: CleanLimits): Cleaned {
  const tree = readPage(html, limits);
  const names = new NameReader();
  const head = readHead(tree);
  const title = tree.isPage ? findTitle(tree, names, head.titles) : null;
  measure(tree);
  const body = findBody(tree, names, title, head);
  const hidden = body.prose < SOME_PROSE && tree.isPage ? readScriptBody(tree, limits) : null;
  const factor = body.prose < LITTLE_PROSE ? 1.5 : 3;
  const script = hidden !== null && hidden.prose > body.prose * factor ? hidden : null;
  const zone = bylineZone(tree, names, { titleRun: title?.run?.index ?? -1, ...body });
  const documentTitle = oneLine(tree.head.title.map(({ data }) => data).join(""));
  return {
    ...findMetadata(zone, head, readState(tree, script), title?.text ?? null, documentTitle),
    ...buildText([...titleBlock(title), ...(script?.drafts ?? draftBlocks(body.kept, names))]),
  };
}

interface FoundBody extends Trimmed {
  readonly byline: readonly Run[];
  /** Characters of prose. */
  readonly prose: number;
}

/** The body as shown; where that is little, as it stands in hidden elements that a script would show. */
function findBody(tree: PageTree, names: NameReader, title: FoundTitle | null, head: HeadData): FoundBody {
  const shown = readBody(tree, names, title, head, false);
  if (shown.prose >= LITTLE_PROSE || tree.elements[0]!.prose < shown.prose * 2 + 50) return shown;
  const hidden = readBody(tree, names, title, head, true);
  if (hidden.prose > shown.prose * 3) return hidden;
  return readBody(tree, names, title, head, false);
}

function readBody(
  tree: PageTree,
  names: NameReader,
  title: FoundTitle | null,
  head: HeadData,
  readHidden: boolean,
): FoundBody {
  const titleRun = title?.run?.index ?? -1;
  dropAliens(tree, names, titleRun, readHidden);
  const containers = tree.isPage
    ? bodyContainers(tree, names, titleRun, descriptionRun(tree, head.description))
    : [tree.elements[0]!];
  const inside = containers.flatMap((container) => bodyRuns(tree, container, title));
  const runs = [...leadRuns(tree, titleRun, inside), ...inside];
  const length = tree.isPage ? bylineLength(runs.filter(isRead)) : 0;
  const start = length === 0 ? 0 : runs.indexOf(runs.filter(isRead)[length - 1]!) + 1;
  const trimmed = trimBody(runs.slice(start));
  return { ...trimmed, byline: runs.slice(0, start), prose: trimmed.kept.reduce((sum, run) => sum + proseOf(run), 0) };
}

const isRead = (run: Run): boolean => run.block.dropped === "";

/** The run that the page's description quotes, or -1. */
function descriptionRun(tree: PageTree, description: string | null): number {
  const key = lettersOf(description ?? "").slice(0, 16);
  if (key.length < 12) return -1;
  return tree.runs.findIndex((run) => run.size >= 20 && isRead(run) && lettersOfRun(run).includes(key));
}

/** The container's runs that are shown, with their small print, and no repetition of the headline. */
function bodyRuns(tree: PageTree, container: PageElement, title: FoundTitle | null): Run[] {
  const key = lettersOf(title?.text ?? "");
  const from = title?.run != null && title.run.index < container.endRun ? title.run.index + 1 : 0;
  return tree.runs.slice(Math.max(container.firstRun, from), container.endRun).filter((run) => {
    if (run.block.dropped !== "" && run.block.dropped !== "small") return false;
    return key === "" || run.size > 150 || lettersOfRun(run) !== key;
  });
}

/** The headline as a block; without a place in the page where only a meta tag has it. */
function titleBlock(title: FoundTitle | null): DraftBlock[] {
  if (title === null) return [];
  const pieces = title.chunks.length > 0 ? title.chunks : [{ data: title.text, start: 0, end: 0 }];
  return [{ kind: "title", cells: [pieces] }];
}
