/** A fixed set of names, looked up at an offset of a text: the longest that starts, or ends, there. */
export class LongestFirst {
  private readonly starts = new Map<number, string[]>();
  private readonly ends = new Map<number, string[]>();
  private readonly single: ReadonlySet<string>;

  constructor(names: readonly string[]) {
    const sorted = [...new Set(names)].sort((a, b) => b.length - a.length);
    this.single = new Set(sorted.filter((name) => name.length === 1));
    for (const name of sorted.filter(({ length }) => length > 1)) {
      push(this.starts, pairAt(name, 0), name);
      push(this.ends, pairAt(name, name.length - 2), name);
    }
  }

  /** The longest name that starts at this offset. */
  at(text: string, offset: number): string | undefined {
    const found = this.starts.get(pairAt(text, offset))?.find((name) => text.startsWith(name, offset));
    return found ?? this.singleAt(text, offset);
  }

  /** The longest name that ends at this offset and starts at `floor` or later. */
  endingAt(text: string, offset: number, floor: number): string | undefined {
    const bucket = this.ends.get(pairAt(text, offset - 2));
    const found = bucket?.find((name) => offset - name.length >= floor && text.startsWith(name, offset - name.length));
    return found ?? (offset > floor ? this.singleAt(text, offset - 1) : undefined);
  }

  private singleAt(text: string, at: number): string | undefined {
    const character = text[at];
    return this.single.size > 0 && character !== undefined && this.single.has(character) ? character : undefined;
  }
}

/** Two UTF-16 units as one number: names are found by them, since many share the first. */
const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

function push(index: Map<number, string[]>, key: number, name: string): void {
  const bucket = index.get(key);
  if (bucket) bucket.push(name);
  else index.set(key, [name]);
}
