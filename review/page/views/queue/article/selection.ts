import type { ArticleView } from "../../../../../schemas/review.ts";
import type { Script } from "./pieces.ts";

/** Offsets into the clean original text of the document. */
export interface SelectedSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
/** Why what is selected names no place: nothing is, or it lies in a text whose offsets are not the original's. */
export type NoSelection = "nothing" | "not-original";

interface Point {
  readonly block: number;
  readonly script: Script;
  readonly at: number;
}

/**
 * The selected words of an article; what is selected around it does not count.
 * @param root element whose descendants have `data-block`, `data-script`, and pieces with `data-at`
 */
export function selectedSpan(root: HTMLElement, { blocks }: ArticleView): SelectedSpan | NoSelection {
  const range = rangeIn(root);
  if (range === null) return "nothing";
  const from = startOf(root, range);
  const to = endOf(root, range);
  if (from === null || to === null) return "nothing";
  const start = inOriginal(from, blocks);
  // A triple click selects up to the beginning of what comes next.
  const isBehind = to.at === 0 && to.block > from.block;
  const end = isBehind ? (blocks[to.block - 1]?.end ?? null) : inOriginal(to, blocks);
  if (start === null || end === null) return "not-original";
  return end > start ? { start, end, text: range.toString() } : "nothing";
}

function rangeIn(root: HTMLElement): Range | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(root)) return null;
  if (!root.contains(range.startContainer)) range.setStart(root, 0);
  if (!root.contains(range.endContainer)) range.setEnd(root, root.childNodes.length);
  return range;
}

/** Offset into the document; null in a simplified text that is not as long as its original. */
function inOriginal({ block: index, script, at }: Point, blocks: ArticleView["blocks"]): number | null {
  const block = blocks[index];
  const isSame = script === "original" || block?.original.length === block?.simplified.length;
  return block === undefined || !isSame ? null : block.start + at;
}

const holdersOf = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>("[data-block]")];

/** In the block where the range begins, or the first behind that place. */
function startOf(root: HTMLElement, { startContainer, startOffset }: Range): Point | null {
  const holder = holdersOf(root).find((each) => compare(each, startContainer, startOffset) <= 0);
  return holder === undefined ? null : pointIn(holder, startContainer, startOffset);
}

/** In the block where the range ends, or the last before that place. */
function endOf(root: HTMLElement, { endContainer, endOffset }: Range): Point | null {
  const holder = holdersOf(root).findLast((each) => compare(each, endContainer, endOffset) >= 0);
  return holder === undefined ? null : pointIn(holder, endContainer, endOffset);
}

function pointIn(holder: HTMLElement, node: Node, offset: number): Point {
  const { block, script } = holder.dataset;
  return { block: Number(block), script: script as Script, at: offsetIn(holder, node, offset) };
}

/** Whether a place stands before an element (-1), in it (0) or behind it (1). */
function compare(element: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.comparePoint(node, offset);
}

/** Offset in a block's text of a place in the document. */
function offsetIn(holder: HTMLElement, node: Node, offset: number): number {
  const pieces = [...holder.querySelectorAll<HTMLElement>("[data-at]")];
  for (const piece of pieces.reverse()) {
    const side = compare(piece, node, offset);
    if (side < 0) continue;
    const range = document.createRange();
    range.selectNodeContents(piece);
    if (side === 0) range.setEnd(node, offset);
    return Number(piece.dataset.at) + lengthOf(range.cloneContents());
  }
  return Number(pieces.at(-1)?.dataset.at ?? 0);
}

/** Characters of the text behind what is drawn: a sign drawn as U+202E is one. */
const lengthOf = (content: Node): number =>
  [...content.childNodes].reduce((length, child) => {
    if (child instanceof Text) return length + child.length;
    return length + (child instanceof Element && child.classList.contains("unseen") ? 1 : lengthOf(child));
  }, 0);
