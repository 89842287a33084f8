import { bulletLength, endsSentence, isNumbered, isSection } from "./line-kinds.ts";
import { columns, type Line } from "./lines.ts";

/** Text is set in lines of twenty to sixty-five Chinese characters; longer lines are whole paragraphs. */
const MIN_COLUMNS = 40;
const MAX_COLUMNS = 130;
/** A line broken by the margin reaches it but for a long word or a mark that may not begin a line. */
const FULL_SHARE = 0.85;

const PROSE = /[，。；,;]/;

/** Where lines of a text break: some programs count columns, some characters. */
export interface Margin {
  readonly columns: number;
  readonly characters: number;
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
  let [widest, longest, isProse] = [0, 0, false];
  for (const line of group) {
    widest = Math.max(widest, line.indent + columns(line.text));
    longest = Math.max(longest, line.indent / 2 + line.text.length);
    isProse ||= PROSE.test(line.text);
  }
  return isProse && widest >= MIN_COLUMNS && widest <= MAX_COLUMNS ? { columns: widest, characters: longest } : null;
}

/** Whether `next` carries on the sentence that `line` breaks off. */
export function continues(line: Line, next: Line, margin: Margin | null): boolean {
  if (endsSentence(line.text) || /[：:]$/.test(line.text)) return false;
  if (/^[，。、；：！？）」』”’》】,;)]/.test(next.text)) return true;
  if (startsAnew(next, line)) return false;
  if (/[，、,]$/.test(line.text)) return true;
  if (next.afterGap || margin === null) return false;
  if (line.indent + columns(line.text) >= margin.columns * FULL_SHARE) return true;
  return line.indent / 2 + line.text.length >= margin.characters * FULL_SHARE;
}

function startsAnew({ text, indent }: Line, line: Line): boolean {
  return indent >= line.indent + 2 || bulletLength(text) > 0 || isNumbered(text) || isSection(text);
}
