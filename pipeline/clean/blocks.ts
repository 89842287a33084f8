import { AWAY_LINKS, EDITOR_BEHIND } from "../../corpus/lexicon/boilerplate.ts";
import type { BlockKind } from "../../schemas/document.ts";
import type { NameReader } from "./names.ts";
import type { Chunk, PageElement, Run } from "./page-types.ts";
import { runText } from "./run.ts";
import type { DraftBlock } from "./text-builder.ts";

/** The body's blocks: a run each, save that the cells of a data row make one. */
export function draftBlocks(runs: readonly Run[], names: NameReader): DraftBlock[] {
  const drafts: DraftBlock[] = [];
  for (let i = 0; i < runs.length; ) {
    const row = dataRow(runs, i);
    if (row !== null) {
      drafts.push({ kind: "table-row", cells: row.cells });
      i = row.end;
    } else {
      drafts.push({ kind: kindOf(runs[i]!, names), cells: [shown(runs[i]!)] });
      i += 1;
    }
  }
  return drafts;
}

/** A run's chunks without hidden ones and without links that lead away in the middle of a line. */
function shown(run: Run): readonly Chunk[] {
  const chunks = run.chunks.filter(
    ({ element, data }) => element.dropped === "" && !(element.link && AWAY_LINKS.test(data)),
  );
  const last = chunks.at(-1);
  const editor = last === undefined ? null : EDITOR_BEHIND.exec(last.data.slice(-80));
  if (last === undefined || editor === null || last.data.length !== last.end - last.start) return chunks;
  const data = last.data.slice(0, last.data.length - editor[0].length);
  return [...chunks.slice(0, -1), { ...last, data, end: last.start + data.length }];
}

/** The cells of the table row that starts at `runs[i]`, or null where the table only lays out the page. */
function dataRow(runs: readonly Run[], i: number): { cells: Chunk[][]; end: number } | null {
  const { row } = runs[i]!.block;
  if (row?.isData !== true || row.cells < 2) return null;
  const cells: Chunk[][] = [];
  let end = i;
  for (; end < runs.length && runs[end]!.block.row === row; end++) {
    const run = runs[end]!;
    if (run.size > 200) return null;
    const cell = Math.max(0, run.block.cell);
    if (isSentence(run) && (cells[cell]?.length ?? 0) > 0) return null;
    while (cells.length <= cell) cells.push([]);
    const before = cells[cell]!;
    const last = before[before.length - 1];
    if (last !== undefined) before.push({ data: " ", start: last.end, end: last.end, element: last.element });
    before.push(...shown(run));
  }
  // One cell of prose beside empty ones is a column of the page.
  const isColumn = cells.filter((cell) => cell.length > 0).length === 1 && isSentence(runs[i]!);
  return isColumn ? null : { cells, end };
}

const isSentence = (run: Run): boolean => /[。！？]\s*$/.test(runText(run).slice(-20));

function kindOf(run: Run, names: NameReader): BlockKind {
  for (let element: PageElement | null = run.block, up = 0; element !== null && up < 3; up++) {
    if (/^h[1-6]$/.test(element.tag)) return "heading";
    if (element.tag === "li") return "list-item";
    if (element.tag === "figcaption" || element.tag === "caption") return "caption";
    if (names.read(element).caption) return "caption";
    element = element.parent;
  }
  if (run.afterImage && isCaptionLike(run)) return "caption";
  const isHeading =
    run.bold >= run.size * 0.95 && run.size <= 40 && !/[。！？；，：:]\s*$/.test(runText(run).trimEnd());
  return isHeading ? "heading" : "paragraph";
}

/** A short centred line below an image, or one that says it is about the image. */
function isCaptionLike(run: Run): boolean {
  if (run.size > 120) return false;
  const text = runText(run).trim();
  if (/^[▲△▼↑]|(?:资料图|供图|图片?来源|[\s/|]图|摄影?)[）)】]?$/.test(text)) return true;
  const { attributes } = run.block;
  return attributes?.align === "center" || /text-align\s*:\s*center/i.test(attributes?.style ?? "");
}
