import type { Chunk, Run } from "./page-types.ts";

/** True for code units that a reader does not see: white space, controls, zero-width marks. */
export function isBlank(code: number): boolean {
  if (code > 0x20 && code < 0x7f) return false;
  if (code <= 0x20 || (code >= 0x7f && code <= 0xa0) || code === 0x3000 || code === 0xad) return true;
  return (code >= 0x2000 && code <= 0x200f) || (code >= 0x2028 && code <= 0x202f) || isRareBlank(code);
}

const isRareBlank = (code: number): boolean =>
  code === 0x205f || code === 0x2060 || code === 0xfeff || code === 0x1680 || code === 0x180e;

/** True for blanks that take no room: they are dropped, where others separate words. */
export const isZeroWidth = (code: number): boolean =>
  code === 0xad ||
  (code < 0x20 && (code < 9 || code > 13)) ||
  (code >= 0x7f && code < 0xa0) ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  code === 0x2060 ||
  code === 0xfeff ||
  code === 0x180e;

/** What a UTF-16 unit counts as: looked up, as every unit of every page is. */
const BLANK = 1;
const MARK = 2;
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, code) => (isBlank(code) ? BLANK : 0));
for (const mark of "。，、；：！？“”‘’《》,.!?;「」『』…") KINDS[mark.charCodeAt(0)] = MARK;

/** @returns the run of these chunks, or null when a reader would see nothing */
export function closeRun(index: number, chunks: readonly Chunk[], afterImage: boolean): Run | null {
  let [size, linked, bold, marks] = [0, 0, 0, 0];
  for (const { data, element } of chunks) {
    let seen = 0;
    for (let i = 0; i < data.length; i++) {
      const kind = KINDS[data.charCodeAt(i)];
      if (kind === BLANK) continue;
      seen += 1;
      if (kind === MARK) marks += 1;
    }
    size += seen;
    if (element.link) linked += seen;
    if (element.bold) bold += seen;
  }
  if (size === 0) return null;
  return { index, block: chunks[0]!.element.block, chunks, size, linked, bold, marks, afterImage };
}

/** A run's text with white space as it stands and a separator between chunks of different elements. */
export function runText(run: Pick<Run, "chunks">, separator = ""): string {
  let text = "";
  let before: Chunk | undefined;
  for (const chunk of run.chunks) {
    if (before !== undefined && before.element !== chunk.element) text += separator;
    text += chunk.data;
    before = chunk;
  }
  return text;
}

/** Text on one line, without blanks at its ends. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060\ufeff]+/g, "")
    .replace(/[\s\u0000-\u001f\u007f-\u00a0]+/g, " ")
    .trim();
