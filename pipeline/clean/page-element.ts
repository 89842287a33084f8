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
    column: 0,
    spans: null,
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
    element.spans = heldFromAbove(element);
  } else if ((tag === "td" || tag === "th") && row !== null) {
    placeCell(element, row);
  }
}

/** Cells over several rows or columns leave the places they cover empty, so that each number stands under its head. */
function placeCell(element: PageElement, row: PageElement): void {
  while ((row.spans?.[row.column] ?? 0) > 0) row.column += 1;
  const room = Math.max(1, MAX_COLUMNS - row.column);
  const width = Math.min(room, spanOf(element.attributes?.colspan, MAX_COLSPAN));
  const height = spanOf(element.attributes?.rowspan, MAX_ROWSPAN);
  element.cell = row.column;
  row.cells += 1;
  const table = height > 1 && row.column < MAX_COLUMNS ? tableOf(row) : null;
  if (table !== null) {
    table.spans ??= [];
    for (let i = row.column; i < row.column + width; i++) table.spans[i] = height - 1;
  }
  row.column += width;
}

/** The columns that cells of earlier rows cover in this one; the table's own count goes down by this row. */
function heldFromAbove(row: PageElement): number[] | null {
  const table = tableOf(row);
  if (table?.spans == null) return null;
  const held = Array.from(table.spans, (rows) => rows ?? 0);
  table.spans = held.some((rows) => rows > 1) ? held.map((rows) => Math.max(0, rows - 1)) : null;
  return held;
}

/** The table is a row's parent, or that of its head, body or foot. */
function tableOf({ parent }: PageElement): PageElement | null {
  if (parent === null || parent.tag === "table") return parent;
  return parent.parent?.tag === "table" ? parent.parent : null;
}

const spanOf = (written: string | undefined, most: number): number => {
  const span = Number.parseInt(written ?? "1", 10);
  return span > 1 ? Math.min(span, most) : 1;
};

const MAX_COLUMNS = 100;
const MAX_COLSPAN = 50;
const MAX_ROWSPAN = 500;
