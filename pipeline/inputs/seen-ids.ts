import { createHash } from "node:crypto";
import type { RawPage } from "../../schemas/document.ts";
import { DuplicateIdError } from "../../schemas/errors.ts";

/** Numbers kept of a document: two of its id's hash, one of its content's, and where it stood. */
const FIELDS = 4;
const FIRST_SIZE = 1_024;
const LINES_PER_FILE = 2 ** 32;

/**
 * The ids that came so far, each with a hash of its document. Some tens of bytes a document, outside the collected
 * heap, so that a long run stays as small as a short one.
 */
export class SeenIds {
  /** Open addressing; a slot whose last field is 0 is free. */
  private slots = new Float64Array(FIRST_SIZE * FIELDS);
  private count = 0;
  private readonly files: string[] = [];

  /** Whether a document is new, one that came already, or another under an id that is taken. */
  check(page: RawPage): "new" | "same" | DuplicateIdError {
    if (this.count * 2 >= this.slots.length / FIELDS) this.grow();
    const id = numbersOf(createHash("sha256").update(page.id).digest());
    const content = numbersOf(contentHash(page))[0]!;
    const slot = slotOf(this.slots, id);
    if (this.slots[slot + 3] !== 0) {
      if (this.slots[slot + 2] === content) return "same";
      return new DuplicateIdError(page.source, page.id, this.sourceAt(this.slots[slot + 3]!));
    }
    this.slots.set([id[0]!, id[1]!, content, this.placeOf(page.source)], slot);
    this.count++;
    return "new";
  }

  private grow(): void {
    const grown = new Float64Array(this.slots.length * 2);
    for (let from = 0; from < this.slots.length; from += FIELDS) {
      const entry = this.slots.subarray(from, from + FIELDS);
      if (entry[3] !== 0) grown.set(entry, slotOf(grown, entry));
    }
    this.slots = grown;
  }

  /** `PATH#7` as one number: the file's, and the line's. */
  private placeOf(source: string): number {
    const line = /#([1-9]\d{0,8})$/.exec(source);
    const file = line === null ? source : source.slice(0, line.index);
    if (this.files.at(-1) !== file) this.files.push(file);
    return this.files.length * LINES_PER_FILE + Number(line?.[1] ?? 0);
  }

  private sourceAt(place: number): string {
    const line = place % LINES_PER_FILE;
    return `${this.files[Math.floor(place / LINES_PER_FILE) - 1]}${line === 0 ? "" : `#${line}`}`;
  }
}

/** The slot of an id, or the free one where it belongs. */
function slotOf(slots: Float64Array, id: ArrayLike<number>): number {
  for (let at = (id[0]! * FIELDS) % slots.length; ; at = (at + FIELDS) % slots.length) {
    if (slots[at + 3] === 0 || (slots[at] === id[0] && slots[at + 1] === id[1])) return at;
  }
}

const contentHash = ({ bytes, form, stated }: RawPage): Buffer =>
  createHash("sha256")
    .update(`${form}\n${JSON.stringify(stated ?? {})}\n`)
    .update(bytes)
    .digest();

/** The first twelve bytes of a hash as two numbers of 48 bits, which are exact. */
const numbersOf = (hash: Buffer): [number, number] => [hash.readUIntBE(0, 6), hash.readUIntBE(6, 6)];
