import { BLOCKS, UNREAD } from "./html-elements.ts";
import type { PageElement } from "./page-types.ts";

/** An element as its open tag makes it, with what it takes over from its parent. */
export function newElement(
  tag: string,
  parent: PageElement | null,
  attributes: Readonly<Record<string, string>> | null,
  firstRun: number,
): PageElement {
  const names = attributes === null ? "" : `${attributes.class ?? ""} ${attributes.id ?? ""}`.trim();
  const element: PageElement = {
    tag,
    parent,
    block: undefined as unknown as PageElement,
    row: parent?.row ?? null,
    cell: parent?.cell ?? -1,
    cells: 0,
    isData: tag === "tr",
    names,
    attributes,
    firstRun,
    endRun: firstRun,
    unread: parent?.unread === true || UNREAD.has(tag),
    link: parent?.link === true || (tag === "a" && attributes?.href !== undefined),
    bold: parent?.bold === true || tag === "strong" || tag === "b",
    dropped: "",
    prose: 0,
    size: 0,
    value: 0,
  };
  element.block = parent === null || BLOCKS.has(tag) ? element : parent.block;
  placeInTable(element);
  return element;
}

function placeInTable(element: PageElement): void {
  const { tag, row } = element;
  if (tag === "tr") {
    if (row !== null) row.isData = false;
    element.row = element;
    element.cell = -1;
  } else if ((tag === "td" || tag === "th") && row !== null) {
    element.cell = row.cells;
    row.cells += 1;
  }
}
