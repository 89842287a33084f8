import type { Block } from "../../schemas/document.ts";
import { OffsetMap, type Run } from "../../schemas/span.ts";
import type { Converted } from "./conversion.ts";

const HAN = "\\u4E00-\\u9FFF";
const LETTER = `${HAN}，。、；：（）《》“”`;
// Bounded: an endless run of digits must not be walked again from each of its places.
const NUMBER = "[\\d０-９][\\d０-９.,．，％%]{0,24}";
const SPACE = "[ \\u{A0}\\u2009\\u202F]";
/** In prose: `由 36 个减至 22 个`, `2400 万元`, `达到 80%`. Digits apart from digits stay apart: `1 860`. */
const IN_PROSE = new RegExp(`(?<=[${LETTER}])${SPACE}+(?=[\\d０-９])|(?<=[\\d０-９％%])${SPACE}+(?=[${LETTER}])`, "gu");
/** In a headline a space can part clauses; beside a number it is mere looks where it stands on both sides. */
const IN_HEADLINE = new RegExp(
  `(?<=[${HAN}])${SPACE}(?=${NUMBER}${SPACE}[${HAN}])|(?<=[${HAN}]${SPACE}${NUMBER})${SPACE}(?=[${HAN}])`,
  "gu",
);
const PROSE = /[，。；,;]/;

/** The text without spaces between Chinese characters and numbers, so that rules need not know of typists' habits. */
export function closeNumbers(text: string, blocks: readonly Block[]): Converted {
  const [pieces, runs]: [string[], Run[]] = [[], []];
  let from = 0;
  const copy = (to: number) => {
    if (to > from) pieces.push(text.slice(from, to));
    runs.push({ length: to - from, from, to });
  };
  for (const { start, end, kind } of blocks) {
    const block = text.slice(start, end);
    if (kind === "table-row") continue;
    for (const { index, 0: space } of block.matchAll(
      PROSE.test(block) || kind === "list-item" ? IN_PROSE : IN_HEADLINE,
    )) {
      copy(start + index);
      from = start + index + space.length;
    }
  }
  copy(text.length);
  return { text: pieces.join(""), toSource: OffsetMap.of(runs) };
}
