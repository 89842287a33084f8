import { extname } from "node:path";
import type { InputForm } from "../../schemas/document.ts";
import { latin1 } from "../charset/magic.ts";

const FORMS: Readonly<Record<string, InputForm>> = {
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".shtml": "html",
  ".md": "markdown",
  ".markdown": "markdown",
};
const LINES = new Set([".jsonl", ".ndjson"]);
/** What lies beside saved pages and is never a document. */
const COMPANIONS = new Set(
  ".css .js .mjs .cjs .ts .map .json .png .jpg .jpeg .gif .svg .webp .avif .ico .bmp .woff .woff2 .ttf .eot .otf .mp3 .mp4 .webm .db .lock .journal .cdxj .cdx".split(
    " ",
  ),
);
/** Web archives; `.warc.wet.gz` holds the text of pages. */
const ARCHIVE_NAME = /\.(?:warc|wet)(?:\.gz)?$/i;
const HEAD_BYTES = 2_048;
const HTML =
  /^\s*(?:<!doctype\s+html|<\?xml\b|<!--|<(?:html|head|body|meta|title|div|p|article|section|main|table|span|h[1-6]|ul|ol)\b[^<]*>)/i;
const FRONT_MATTER = /^\s*---[ \t]*\r?\n[\s\S]*?^[\w-]+[ \t]*:/m;
const HEADING = /^\s*#{1,3} \S/;

export const isLinesName = (path: string): boolean => LINES.has(extname(path).toLowerCase());
export const isArchiveName = (path: string): boolean => ARCHIVE_NAME.test(path);
export const isCompanionName = (path: string): boolean => COMPANIONS.has(extname(path).toLowerCase());

/** A file's form by its ending; where that says text or nothing, by how the content begins. */
export function formOf(path: string, bytes: Uint8Array): InputForm {
  return FORMS[extname(path).toLowerCase()] ?? formByContent(bytes);
}

/** Front matter makes Markdown, a document type or tag HTML, a `# heading` Markdown; all else is plain text. */
export function formByContent(bytes: Uint8Array): InputForm {
  const head = headOf(bytes);
  if (FRONT_MATTER.test(head)) return "markdown";
  if (HTML.test(head)) return "html";
  return HEADING.test(head) ? "markdown" : "text";
}

/** Whether standard input is documents JSONL: its first line is an object with an `id`, or the beginning of one. */
export function looksLikeLines(bytes: Uint8Array): boolean {
  return /^\s*\{\s*"(?:[^"\\]|\\.)*"\s*:/.test(headOf(bytes));
}

/** The beginning as ASCII: every charset of Chinese pages has it, UTF-16 with zero bytes between. */
function headOf(bytes: Uint8Array): string {
  return latin1(bytes.subarray(0, HEAD_BYTES))
    .replaceAll("\0", "")
    .replace(/^(?:\u{EF}\u{BB}\u{BF}|\u{FF}\u{FE}|\u{FE}\u{FF})/u, "");
}
