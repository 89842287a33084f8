import type { Metadata } from "../../schemas/document.ts";
import { draftBlocks } from "./blocks.ts";
import { findByline } from "./byline.ts";
import { type BylineZone, bylineZone } from "./byline-zone.ts";
import type { Cleaned, CleanLimits } from "./cleaned.ts";
import { type HeadData, readHead } from "./head-data.ts";
import { NameReader } from "./names.ts";
import { readPage } from "./page-tree.ts";
import type { PageElement, PageTree, Run } from "./page-types.ts";
import { findPublished } from "./published.ts";
import { lettersOf, runText } from "./run.ts";
import { chooseContainer, dropAliens, measure } from "./score.ts";
import { buildText, type DraftBlock } from "./text-builder.ts";
import { type FoundTitle, findTitle } from "./title.ts";
import { trimBody } from "./trim.ts";

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
  const container = findContainer(tree, names, title, head);
  const runs = container === null ? [] : bodyRuns(tree, container, title);
  const { kept, cut } = trimBody(runs);
  const zone = bylineZone(tree, names, {
    titleRun: title?.run?.index ?? -1,
    first: kept[0]?.index ?? tree.runs.length,
    last: kept[kept.length - 1]?.index ?? tree.runs.length,
    runs: kept,
    cut,
  });
  return {
    ...metadata(zone, head, title),
    ...buildText([...titleBlock(title), ...draftBlocks(kept, names)]),
  };
}

function metadata(zone: BylineZone, head: HeadData, title: FoundTitle | null): Metadata {
  return {
    url: head.url,
    title: title?.text ?? null,
    published: findPublished(zone, head, head.url),
    ...findByline(zone, head),
  };
}

function findContainer(
  tree: PageTree,
  names: NameReader,
  title: FoundTitle | null,
  head: HeadData,
): PageElement | null {
  dropAliens(tree, names, false);
  if (!tree.isPage) return tree.elements[0]!;
  return chooseContainer(tree, names, title?.run?.index ?? -1, descriptionRun(tree, head.description));
}

/** The run that the page's description quotes, or -1. */
function descriptionRun(tree: PageTree, description: string | null): number {
  const key = lettersOf(description ?? "").slice(0, 16);
  if (key.length < 12) return -1;
  return tree.runs.findIndex((run) => run.size >= 20 && !run.block.dropped && lettersOf(runText(run)).includes(key));
}

/** The container's runs that are shown and no repetition of the headline. */
function bodyRuns(tree: PageTree, container: PageElement, title: FoundTitle | null): Run[] {
  const key = lettersOf(title?.text ?? "");
  const from = title?.run != null && title.run.index < container.endRun ? title.run.index + 1 : 0;
  return tree.runs
    .slice(Math.max(container.firstRun, from), container.endRun)
    .filter((run) => !run.block.dropped && (key === "" || run.size > 150 || lettersOf(runText(run)) !== key));
}

function titleBlock(title: FoundTitle | null): DraftBlock[] {
  return title === null || title.chunks.length === 0 ? [] : [{ kind: "title", cells: [title.chunks] }];
}
