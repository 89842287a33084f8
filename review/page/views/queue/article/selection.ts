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
 * The selected words of an article.
 * @param root element whose descendants have `data-block`, `data-script`, and pieces with `data-at`
 */
export function selectedSpan(root: HTMLElement, { blocks }: ArticleView): SelectedSpan | NoSelection {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return "nothing";
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const from = pointOf(root, startContainer, startOffset);
  const to = pointOf(root, endContainer, endOffset);
  if (from === null || to === null) return "nothing";
  const [start, end] = [from, to].map(({ block: index, script, at }) => {
    const block = blocks[index];
    const isSame = script === "original" || block?.original.length === block?.simplified.length;
    return block === undefined || !isSame ? null : block.start + at;
  }) as [number | null, number | null];
  if (start === null || end === null) return "not-original";
  return end > start ? { start, end, text: selection.toString() } : "nothing";
}

function pointOf(root: HTMLElement, node: Node, offset: number): Point | null {
  if (!root.contains(node)) return null;
  const element = node instanceof Element ? node : node.parentElement;
  const holder = element?.closest<HTMLElement>("[data-block]") ?? firstHolderAfter(root, node, offset);
  if (holder === null) return null;
  const { block, script } = holder.dataset;
  return { block: Number(block), script: script as Script, at: offsetIn(holder, node, offset) };
}

/** A triple click selects to the beginning of what comes next, which may be no block. */
const firstHolderAfter = (root: HTMLElement, node: Node, offset: number): HTMLElement | null =>
  [...root.querySelectorAll<HTMLElement>("[data-block]")].find((holder) => compare(holder, node, offset) <= 0) ?? null;

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
