import type { Block, BlockKind } from "../../schemas/document.ts";
import { OffsetMap, type Run as OffsetRun } from "../../schemas/span.ts";
import { isBlank, isZeroWidth } from "./run.ts";

/** A piece of the page's text: verbatim where the lengths agree, else one atomic replacement of what stands there. */
export interface TextPiece {
  readonly data: string;
  readonly start: number;
  readonly end: number;
}

/** What a block of the clean text is made of: the pieces of each of its cells (one, except in table rows). */
export interface DraftBlock {
  readonly kind: BlockKind;
  readonly cells: readonly (readonly TextPiece[])[];
}

export interface BuiltText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly toPage: OffsetMap;
}

/** Writes blocks as clean text: white space collapsed, blocks apart by a line feed, cells by a tab; every unit mapped. */
export function buildText(drafts: readonly DraftBlock[]): BuiltText {
  const builder = new TextBuilder();
  for (const draft of drafts) builder.block(draft);
  return builder.finish();
}

/** White space seen and not yet written. */
interface Gap {
  readonly from: number;
  to: number;
  /** The one character, or "" for several. */
  only: string;
  hasLineFeed: boolean;
}

class TextBuilder {
  private text = "";
  /** Last unit written: to look it up in a growing text would copy the text each time. */
  private last = "";
  private readonly blocks: Block[] = [];
  private readonly runs: OffsetRun[] = [];
  private gap: Gap | null = null;
  /** Separators to write before the next visible character. */
  private separators = "";
  /** Source offset after the last thing written. */
  private at = 0;

  block(draft: DraftBlock): void {
    const [text, runs] = [this.text.length, this.runs.length];
    const { at } = this;
    this.separators = text === 0 ? "" : "\n";
    draft.cells.forEach((chunks, i) => {
      if (i > 0) this.separators += "\t";
      this.gap = null;
      for (const chunk of chunks) this.chunk(chunk);
    });
    if (this.text.length === text) {
      this.runs.length = runs;
      this.at = at;
      return;
    }
    this.blocks.push({ start: text === 0 ? 0 : text + 1, end: this.text.length, kind: draft.kind });
  }

  finish(): BuiltText {
    return { text: this.text, blocks: this.blocks, toPage: OffsetMap.of(this.runs) };
  }

  private chunk({ data, start, end }: TextPiece): void {
    if (data.length !== end - start) {
      if (isBlank(data.charCodeAt(0))) this.blank(data, start, end);
      else this.write(data, start, end);
      return;
    }
    let from = 0;
    for (let i = 0; i <= data.length; i++) {
      if (i < data.length && !isBlank(data.charCodeAt(i))) continue;
      if (i > from) this.write(data.slice(from, i), start + from, start + i);
      if (i < data.length) this.blank(data[i]!, start + i, start + i + 1);
      from = i + 1;
    }
  }

  private blank(character: string, from: number, to: number): void {
    const code = character.charCodeAt(0);
    if (isZeroWidth(code)) return;
    const hasLineFeed = code === 10 || code === 13;
    if (this.gap === null) this.gap = { from, to, only: character, hasLineFeed };
    else {
      this.gap.to = to;
      this.gap.only = "";
      this.gap.hasLineFeed ||= hasLineFeed;
    }
  }

  private write(data: string, from: number, to: number): void {
    if (this.separators !== "") {
      this.emit(this.separators, Math.min(this.at, from), from, true);
      this.separators = "";
    } else if (this.gap !== null) this.writeGap(this.gap, data);
    this.gap = null;
    this.emit(data, from, to, data.length !== to - from);
  }

  private writeGap(gap: Gap, next: string): void {
    const { last } = this;
    if (last === "" || last === "\n" || last === "\t") return;
    // A line wrapped in the source between two Chinese characters is one line to the reader.
    if (gap.hasLineFeed && isWide(last) && isWide(next)) return;
    const isPlain = gap.only !== "" && gap.only.charCodeAt(0) >= 0x20;
    this.emit(isPlain ? gap.only : " ", gap.from, gap.to, !isPlain || gap.to - gap.from !== 1);
  }

  private emit(data: string, from: number, to: number, isAtomic: boolean): void {
    this.text += data;
    this.last = data[data.length - 1] ?? this.last;
    this.runs.push(isAtomic ? { length: data.length, from, to, atomic: true } : { length: data.length, from, to });
    this.at = to;
  }
}

const isWide = (text: string): boolean => text.charCodeAt(0) >= 0x2e80;
