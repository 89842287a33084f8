import { bulletLength, endsSentence, isNumbered, isSection } from "./line-kinds.ts";
import { columns, type Line } from "./lines.ts";

/** Text is set in lines of twenty to sixty-five Chinese characters; longer lines are whole paragraphs. */
const MIN_COLUMNS = 40;
const MAX_COLUMNS = 130;
/** Lines are not all of one width: letters and marks can be narrower than the program counts. */
const FULL_SHARE = 0.9;

const PROSE = /[，。；,;]/;

/** Where lines of a text break: some programs count columns, some characters. */
export interface Margin {
  readonly columns: number;
  readonly characters: number;
  /** Paragraphs begin further in than their other lines. */
  readonly isIndented: boolean;
}

/**
 * The margin of each line: the longest line in its run of lines without an empty one; null where they have none.
 * Lines without any mark are a list, however alike their lengths are.
 */
export function margins(lines: readonly Line[]): (index: number) => Margin | null {
  const found: (Margin | null)[] = [];
  let group: Line[] = [];
  const close = () => {
    const margin = marginOf(group);
    for (let i = 0; i < group.length; i++) found.push(margin);
    group = [];
  };
  for (const line of lines) {
    if (line.afterGap && group.length > 0) close();
    group.push(line);
  }
  if (group.length > 0) close();
  return (index) => found[index] ?? null;
}

function marginOf(group: readonly Line[]): Margin | null {
  let [widest, longest, outer, inner] = [0, 0, Number.POSITIVE_INFINITY, 0];
  for (const { indent, text } of group) {
    widest = Math.max(widest, indent + columns(text));
    longest = Math.max(longest, indent / 2 + text.length);
    [outer, inner] = [Math.min(outer, indent), Math.max(inner, indent)];
  }
  if (widest < MIN_COLUMNS || widest > MAX_COLUMNS || !group.some(({ text }) => PROSE.test(text))) return null;
  return { columns: widest, characters: longest, isIndented: inner >= outer + 2 };
}

/** Whether `next` carries on the sentence that `line` breaks off, or the paragraph that its margin breaks. */
export function continues(line: Line, next: Line, margin: Margin | null): boolean {
  if (/[：:]$/.test(line.text)) return false;
  const isFull = margin !== null && !next.afterGap && reaches(line, next, margin);
  if (endsSentence(line.text)) return isFull && margin.isIndented && next.indent === 0 && !startsAnew(next, line);
  if (/^[，。、；：！？）」』”’》】,;)]/.test(next.text)) return true;
  if (startsAnew(next, line)) return false;
  return isFull || /[，、,]$/.test(line.text);
}

/** What cannot be broken at the start of a line: a number or word, or a character, with the marks after it. */
const UNBROKEN = /^(?:[\w.,%/-]{1,30}|.)[，。、；：！？”’）」』》】,;]*/u;

/** Whether the margin broke the line: what follows would not have fitted in. */
function reaches({ indent, text }: Line, next: Line, { columns: widest, characters }: Margin): boolean {
  const moved = UNBROKEN.exec(next.text)?.[0] ?? "";
  return (
    indent + columns(text) + columns(moved) >= widest * FULL_SHARE ||
    indent / 2 + text.length + moved.length >= characters * FULL_SHARE
  );
}

/** Two wide gaps: a row of a table. */
const ROW = /\S(?:[ \u3000]{2,}|\t)\S[^\n]*?\S(?:[ \u3000]{2,}|\t)\S/;

function startsAnew({ text, indent }: Line, line: Line): boolean {
  return indent >= line.indent + 2 || ROW.test(text) || bulletLength(text) > 0 || isNumbered(text) || isSection(text);
}
