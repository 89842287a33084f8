import type { CellHyperlinkValue, CellRichTextValue, Style } from "exceljs";
import type { FactColumn } from "../facts/columns.ts";

export type CellContent = string | number | Date | CellHyperlinkValue | CellRichTextValue;
export interface StyledCell {
  readonly content: CellContent;
  readonly style: Partial<Style> | null;
}

/** What Excel holds in a cell, UTF-16, and in a link. */
const MAX_CHARS = 32_767;
const MAX_LINK = 2_079;
const CUT = "… (cut)";

// One object for each style, by which the library knows it again.
const WHOLE: Partial<Style> = { numFmt: "#,##0" };
const FRACTION: Partial<Style> = { numFmt: "#,##0.##########" };
const PLAIN: Partial<Style> = { numFmt: "0" };
const DATE: Partial<Style> = { numFmt: "yyyy-mm-dd" };
const LINK: Partial<Style> = { font: { color: { argb: "FF0563C1" }, underline: true } };
/** Stays text also where somebody edits the cell. */
const AS_TEXT: Partial<Style> = { numFmt: "@" };

/** A value as a cell of its type; null where there is none, or an empty text. `links` says whether the sheet can take one more. */
export function cellFor(value: unknown, { type, shown }: FactColumn, links: boolean): StyledCell | null {
  if (value === null || value === "") return null;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return null;
    return { content: value, style: type === "INTEGER" ? PLAIN : Number.isInteger(value) ? WHOLE : FRACTION };
  }
  const text = String(value);
  const date = shown === "date" ? dayOf(text) : null;
  if (date !== null) return { content: date, style: DATE };
  const hyperlink = shown === "link" && links ? linkOf(text) : null;
  if (hyperlink !== null) return { content: { text: textOf(text), hyperlink }, style: LINK };
  return textCell(text);
}

/** Text that can never become a formula. */
export function textCell(value: string): StyledCell {
  const text = textOf(value);
  const style = /^[=+\-@＝＋－＠]/.test(text) ? AS_TEXT : null;
  // Only runs of rich text keep white space at their ends.
  return { content: /^\s|\s$/.test(text) ? { richText: [{ text }] } : text, style };
}

/** What XML cannot hold is replaced, what Excel would read as an escape is escaped, and what is too long is cut. */
function textOf(value: string): string {
  const clean = value.replace(/\r\n?/g, "\n").replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\p{Cs}]/gu, "\ufffd");
  const cut = clean.slice(0, MAX_CHARS - CUT.length).replace(/[\ud800-\udbff]$/, "");
  const kept = clean.length <= MAX_CHARS ? clean : cut + CUT;
  return kept.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/** A whole ISO date that Excel can count; Excel takes 1900 for a leap year, and counts nothing before it. */
function dayOf(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < "1900-03-01") return null;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : date;
}

function linkOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return (protocol === "http:" || protocol === "https:") && href.length <= MAX_LINK ? href : null;
}
