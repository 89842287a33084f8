import { OffsetMap, type Run } from "../../schemas/span.ts";

/** Text that grows by pieces of a source, and knows for each piece where it came from. */
export class TracedText {
  private readonly pieces: string[] = [];
  private readonly runs: Run[] = [];
  private size = 0;

  constructor(private readonly source: string) {}

  /** Length so far in UTF-16 units. */
  get length(): number {
    return this.size;
  }

  /** Takes source units [`from`, `to`) as they are. */
  copy(from: number, to: number): void {
    if (to > from) this.push(this.source.slice(from, to), { length: to - from, from, to });
  }

  /** Takes `text` in place of source units [`from`, `to`): an entity, joined white space, a line feed between blocks. */
  replace(text: string, from: number, to: number): void {
    if (text.length > 0) this.push(text, { length: text.length, from, to, atomic: true });
  }

  finish(): { readonly text: string; readonly toPage: OffsetMap } {
    return { text: this.pieces.join(""), toPage: OffsetMap.of(this.runs) };
  }

  private push(text: string, run: Run): void {
    this.pieces.push(text);
    this.runs.push(run);
    this.size += text.length;
  }
}
