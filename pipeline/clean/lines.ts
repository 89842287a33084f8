import type { TextPiece } from "./text-builder.ts";

/** A line of a page without the white space around it; offsets are those of the page. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Columns of white space before it; a full-width space has two. */
  readonly indent: number;
  /** Whether an empty line, or the beginning, stands before it. */
  readonly afterGap: boolean;
}

const BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const INVISIBLE = /[\s\u{0}-\u{1F}\u{7F}-\u{9F}\u{AD}\u{200B}-\u{200F}\u{2060}\u{FEFF}]/u;

/** The lines of page units [`from`, `to`) that have something in them. */
export function splitLines(page: string, from = 0, to = page.length): Line[] {
  const lines: Line[] = [];
  let afterGap = true;
  for (const { start, end } of breakLines(page, from, to)) {
    const line = trimmed(page, start, end, afterGap);
    afterGap = line === null;
    if (line !== null) lines.push(line);
  }
  return lines;
}

function* breakLines(page: string, from: number, to: number): Generator<{ start: number; end: number }> {
  let start = from;
  BREAK.lastIndex = from;
  for (let match = BREAK.exec(page); match !== null && match.index < to; match = BREAK.exec(page)) {
    const next = BREAK.lastIndex;
    yield { start, end: match.index };
    BREAK.lastIndex = start = next;
  }
  yield { start, end: to };
}

function trimmed(page: string, from: number, to: number, afterGap: boolean): Line | null {
  let [start, end, indent] = [from, to, 0];
  for (; start < end && INVISIBLE.test(page[start]!); start++) indent += page[start] === "\u3000" ? 2 : 1;
  while (end > start && INVISIBLE.test(page[end - 1]!)) end--;
  return start === end ? null : { start, end, text: page.slice(start, end), indent, afterGap };
}

/** The whole of page units [`start`, `end`) as one piece. */
export const verbatim = (page: string, start: number, end: number): TextPiece => ({
  data: page.slice(start, end),
  start,
  end,
});

/** The line without its first `units`, a list mark or the like. */
export function withoutStart(line: Line, units: number): Line {
  const text = line.text.slice(units).trimStart();
  return { ...line, text, start: line.end - text.length };
}

const WIDE = "\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFF01-\\uFF0F\\uFF1A-\\uFF20\\u3001-\\u303F“”‘’";
/** Between Chinese characters, or behind a mark before one; not in front of a label (`单位：`). */
const SPACE_INSIDE = new RegExp(
  `(?<=[${WIDE},;:!?)"'])[ \\u{A0}\\t]+(?=[${WIDE}])(?![\\u4E00-\\u9FFF]{2,8}[:：])`,
  "gu",
);
const NAME_LABEL =
  /(?:记者|記者|通讯员|通訊員|作者|摄影|攝影|编辑|編輯|责编|校对|文|图|圖|摄|攝|电|電|讯|訊|报道|報導)$/;

/** The line as pieces without spaces that stand between Chinese characters; after `记者` and the like they stay. */
export function closeUp(page: string, { start, end, text }: Line): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = start;
  for (const match of text.matchAll(isLetterSpaced(text) ? SINGLE_SPACE : SPACE_INSIDE)) {
    if (NAME_LABEL.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    pieces.push(verbatim(page, from, start + match.index));
    from = start + match.index + match[0].length;
  }
  return [...pieces, verbatim(page, from, end)];
}

const SINGLE_SPACE = /(?<=\S)[ \u3000](?=\S)/gu;

/** `由 3 6 个 减 为 2 2 个`: nearly every character stands alone. */
function isLetterSpaced(text: string): boolean {
  const parts = text.split(/\s+/u);
  return parts.length >= 8 && parts.filter((part) => [...part].length === 1).length >= parts.length * 0.8;
}

const PROSE = /[，。；,;].{10}/;
const BROKEN = /[\u4E00-\u9FFF][ \u{A0}][\u4E00-\u9FFF]/gu;

/** Whether text recognition or a word processor strewed spaces into a text's prose: then those of its headings go too. */
export function isStrewn(lines: readonly Line[]): boolean {
  let found = 0;
  for (const { text } of lines) if (PROSE.test(text)) found += text.match(BROKEN)?.length ?? 0;
  return found >= 3;
}

/** Width in columns: a Chinese character has two. */
export function columns(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) >= 0x2e80 ? 2 : 1;
  return width;
}

/** `通 告`: characters set apart for their looks. */
export const hasLoneCharacter = (text: string): boolean => /(?:^|[ \u3000])[\u4E00-\u9FFF](?=[ \u3000]|$)/.test(text);
