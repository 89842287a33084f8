import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

const LF = 10;
const SPACES = new Set([9, 13, 32]);
/** No line of facts is longer; the engine takes no longer one. */
const MAX_LINE = 8_000_000;

/** Counts lines that are not blank, as they pass. */
export class LineCount {
  count = 0;
  private hasText = false;

  async *over(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      this.add(piece);
      yield piece;
    }
    if (this.hasText) this.count++;
  }

  private add(piece: Uint8Array): void {
    for (let start = 0; start < piece.length; ) {
      const at = piece.indexOf(LF, start);
      const end = at < 0 ? piece.length : at;
      this.hasText ||= holdsText(piece, start, end);
      if (at < 0) return;
      if (this.hasText) this.count++;
      this.hasText = false;
      start = at + 1;
    }
  }
}

function holdsText(piece: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!SPACES.has(piece[at]!)) return true;
  return false;
}

/** The lines of a file that are JSON; for each other one that is not blank a line that stands for it and is no fact. */
export async function* withoutDamage(path: string): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== "") yield `${line.length < MAX_LINE && isJson(line) ? line : "{}"}\n`;
  }
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
