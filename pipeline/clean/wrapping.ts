import { bulletLength, endsSentence, isNumbered, isSection } from "./line-kinds.ts";
import { columns, type Line } from "./lines.ts";

/** Text is set in lines of twenty to sixty-five Chinese characters; longer lines are whole paragraphs. */
const MIN_COLUMNS = 40;
const MAX_COLUMNS = 130;
/** A line broken by the margin reaches it but for a long word or a mark that may not begin a line. */
const FULL_SHARE = 0.85;

const PROSE = /[，。；,;]/;

/**
 * The margin of each line: the width of the longest line in its run of lines without an empty one; 0 where they have
 * none. Lines without any mark are a list, however alike their lengths are.
 */
export function wrapWidth(lines: readonly Line[]): (index: number) => number {
  const widths: number[] = [];
  let group: number[] = [];
  let isProse = false;
  const close = () => {
    const width = group.reduce((a, b) => Math.max(a, b));
    const margin = isProse && width >= MIN_COLUMNS && width <= MAX_COLUMNS ? width : 0;
    for (let i = 0; i < group.length; i++) widths.push(margin);
    [group, isProse] = [[], false];
  };
  for (const line of lines) {
    if (line.afterGap && group.length > 0) close();
    group.push(line.indent + columns(line.text));
    isProse ||= PROSE.test(line.text);
  }
  if (group.length > 0) close();
  return (index) => widths[index] ?? 0;
}

/** Whether `next` carries on the sentence that `line` breaks off. */
export function continues(line: Line, next: Line, margin: number): boolean {
  if (endsSentence(line.text) || /[：:]$/.test(line.text)) return false;
  if (/^[，。、；：！？）」』”’》】,;)]/.test(next.text)) return true;
  if (startsAnew(next, line)) return false;
  if (/[，、,]$/.test(line.text)) return true;
  if (next.afterGap || margin === 0) return false;
  return line.indent + columns(line.text) >= margin * FULL_SHARE;
}

function startsAnew({ text, indent }: Line, line: Line): boolean {
  return indent >= line.indent + 2 || bulletLength(text) > 0 || isNumbered(text) || isSection(text);
}
