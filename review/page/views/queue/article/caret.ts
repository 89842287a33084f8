/** Keys of the caret: what they do to the selection. */
const MOVES: Readonly<Record<string, readonly [direction: "forward" | "backward", by: "character" | "line"]>> = {
  ArrowRight: ["forward", "character"],
  ArrowLeft: ["backward", "character"],
  ArrowDown: ["forward", "line"],
  ArrowUp: ["backward", "line"],
};

/** Selects the first character of an element, where the caret begins. */
export function startCaret(element: Element): void {
  const selection = getSelection();
  const first = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  if (selection === null || first === null) return;
  selection.collapse(first, 0);
  selection.modify("extend", "forward", "character");
}

/**
 * Moves the caret, a selection of one character, or with `extends` its end; keeps it inside of `root`.
 * @returns false for a key that is none of the caret's
 */
export function moveCaret(root: Element, key: string, extendsIt: boolean): boolean {
  const move = MOVES[key];
  const selection = getSelection();
  if (move === undefined || selection === null) return false;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (extendsIt) selection.modify("extend", ...move);
  else {
    if (move[0] === "forward" && move[1] === "character") selection.collapseToEnd();
    else {
      selection.collapseToStart();
      selection.modify("move", ...move);
    }
    selection.modify("extend", "forward", "character");
  }
  const isInside = root.contains(selection.anchorNode) && root.contains(selection.focusNode);
  if (!isInside && anchorNode !== null && focusNode !== null)
    selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  selection.focusNode?.parentElement?.scrollIntoView({ block: "nearest" });
  return true;
}
