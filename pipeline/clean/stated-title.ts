import type { Block } from "../../schemas/document.ts";
import { OffsetMap, type Run } from "../../schemas/span.ts";
import type { Cleaned } from "./cleaned.ts";

/**
 * The text with a title that stands outside of it in front; unchanged where it has a title of its own or begins with
 * this one.
 * @param runs where the title's characters come from; without them the title has no place in the page
 */
export function withTitle(found: Cleaned, stated: string | null, runs?: readonly Run[]): Cleaned {
  const [first] = found.blocks;
  const title = runs === undefined ? plain(stated ?? "") : (stated ?? "").replace(/[\s\p{Cc}]/gu, " ");
  if (title === "" || first?.kind === "title") return found;
  if (first !== undefined && sameWords(found.text.slice(first.start, first.end), title)) {
    return { ...found, title, blocks: [{ ...first, kind: "title" }, ...found.blocks.slice(1)] };
  }
  const separator = found.text === "" ? "" : "\n";
  const shift = title.length + separator.length;
  const blocks: Block[] = found.blocks.map((block) => ({
    ...block,
    start: block.start + shift,
    end: block.end + shift,
  }));
  const own = runs ?? [{ length: title.length, from: 0, to: 0, atomic: true }];
  const at = own.at(-1)?.to ?? 0;
  return {
    ...found,
    title,
    text: `${title}${separator}${found.text}`,
    blocks: [{ start: 0, end: title.length, kind: "title" }, ...blocks],
    toPage: OffsetMap.of([
      ...own,
      { length: separator.length, from: at, to: at, atomic: true },
      ...found.toPage.runs(),
    ]),
  };
}

const sameWords = (a: string, b: string): boolean => words(a) === words(b);
const words = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");
const plain = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();
