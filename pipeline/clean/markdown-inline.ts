import { parseDocument } from "htmlparser2";
import type { TextPiece } from "./text-builder.ts";

/** What stands in place of a part of a cell: nothing, where a mark goes. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const UNSEEN =
  /!\[[^[\]]*\]\([^()\s]*(?:\s+"[^"]*")?\)|<!--[^<>]*-->|\[\^[^[\]\s]{1,20}\]:?|<(?:https?:|mailto:)[^<>\s]*>/g;
const LINK = /\[([^[\]]*)\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)?(?:\s+"[^"]*")?\)|\[[^[\]]*\])/g;
const TAG = /<(\/?)([a-z][a-z0-9]{0,15})\b[^<>]*>/gi;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi;
const MARKS = /\\(?=[!-/:-@[-`{-~])|(?<!\\)(?:\*{1,3}|_{1,3}|~~|`{1,3})/g;

/** Text as a reader sees it: emphasis, links, images, tags and escapes of Markdown give their words. */
export function inlineText(cell: readonly TextPiece[]): TextPiece[] {
  const seen = edit(cell, (text) => matches(text, UNSEEN, () => ""));
  const linked = edit(seen, linkMarks);
  const untagged = edit(linked, (text) =>
    matches(text, TAG, ([, , name]) => (name!.toLowerCase() === "br" ? " " : "")),
  );
  return edit(edit(untagged, marks), (text) => matches(text, ENTITY, ([entity]) => decodeEntity(entity)));
}

function matches(text: string, pattern: RegExp, replacement: (match: RegExpExecArray) => string): Edit[] {
  return [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: replacement(match),
  }));
}

const linkMarks = (text: string): Edit[] =>
  [...text.matchAll(LINK)].flatMap(({ index, 0: all, 1: words }) => [
    { from: index, to: index + 1, text: "" },
    { from: index + 1 + words!.length, to: index + all.length, text: "" },
  ]);

/** Marks of emphasis and code that come in pairs, and backslashes. A star that stands alone is a star. */
function marks(text: string): Edit[] {
  const edits: Edit[] = [];
  const open = new Map<string, number>();
  for (const { index, 0: mark } of text.matchAll(MARKS)) {
    const here = { from: index, to: index + mark.length, text: "" };
    const [before, after] = [text[index - 1] ?? " ", text[here.to] ?? " "];
    if (mark === "\\") edits.push(here);
    else if (mark.startsWith("_") && isWord(before) && isWord(after)) continue;
    else if (open.has(mark) && before.trim() !== "") {
      const from = open.get(mark)!;
      edits.push({ from, to: from + mark.length, text: "" }, here);
      open.delete(mark);
    } else if (after.trim() !== "") open.set(mark, index);
  }
  return edits.sort((a, b) => a.from - b.from);
}

const isWord = (character: string): boolean => /\w/.test(character);

function decodeEntity(entity: string): string {
  const [node] = parseDocument(entity).children;
  return node !== undefined && "data" in node ? String(node.data) : entity;
}

/** Pieces with parts of their joined text replaced. */
function edit(cell: readonly TextPiece[], find: (text: string) => readonly Edit[]): TextPiece[] {
  const edits = find(cell.map(({ data }) => data).join(""));
  if (edits.length === 0) return [...cell];
  const pieces: TextPiece[] = [];
  let [at, next] = [0, 0];
  for (const piece of cell) {
    const end = at + piece.data.length;
    while (at < end) {
      const change = edits[next];
      const to = Math.min(end, change?.from ?? end);
      if (to > at) pieces.push(part(piece, at - (end - piece.data.length), to - (end - piece.data.length)));
      at = Math.max(at, to);
      if (change === undefined || change.from >= end) break;
      const stop = Math.min(end, change.to);
      // Replacements stand where the change begins; a change can reach into the next piece.
      if (at === change.from && change.text !== "")
        pieces.push(replaced(piece, change.text, at - (end - piece.data.length), stop - (end - piece.data.length)));
      at = stop;
      if (stop === change.to) next++;
      else break;
    }
    at = end;
  }
  return pieces;
}

function part(piece: TextPiece, from: number, to: number): TextPiece {
  const isVerbatim = piece.data.length === piece.end - piece.start;
  const data = piece.data.slice(from, to);
  return isVerbatim ? { data, start: piece.start + from, end: piece.start + to } : { ...piece, data };
}

function replaced(piece: TextPiece, text: string, from: number, to: number): TextPiece {
  const { start, end } = part(piece, from, to);
  return { data: text, start, end };
}
