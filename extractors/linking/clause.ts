import type { Item } from "../context/item.ts";

const CLAUSE_END = /^[，；。！？;!?,…]$/;

/** Index of the first item of the clause that holds item `at`. */
export function clauseStart(items: readonly Item[], at: number): number {
  let start = at;
  while (start > 0 && !isClauseEnd(items[start - 1]!)) start--;
  return start;
}

export const isClauseEnd = (item: Item): boolean => item.type === "punctuation" && CLAUSE_END.test(item.text);

/** Index of the first item after the last ； before `at`: modality and period reach that far. */
export function reachStart(items: readonly Item[], at: number): number {
  let start = at;
  while (start > 0 && !/^[；。;]$/.test(items[start - 1]!.text)) start--;
  return start;
}
