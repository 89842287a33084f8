/** A fixed set of names, looked up at an offset of a text: the longest that starts, or ends, there. */
export class LongestFirst {
  private readonly byFirst = new Map<string, string[]>();
  private readonly byLast = new Map<string, string[]>();

  constructor(names: readonly string[]) {
    for (const name of new Set(names)) {
      push(this.byFirst, name[0]!, name);
      push(this.byLast, name.at(-1)!, name);
    }
    for (const index of [this.byFirst, this.byLast]) {
      for (const bucket of index.values()) bucket.sort((a, b) => b.length - a.length);
    }
  }

  /** The longest name that starts at this offset. */
  at(text: string, offset: number): string | undefined {
    return this.byFirst.get(text[offset] ?? "")?.find((name) => text.startsWith(name, offset));
  }

  /** The longest name that ends at this offset and starts at `floor` or later. */
  endingAt(text: string, offset: number, floor: number): string | undefined {
    const bucket = this.byLast.get(text[offset - 1] ?? "");
    return bucket?.find((name) => offset - name.length >= floor && text.startsWith(name, offset - name.length));
  }
}

function push(index: Map<string, string[]>, key: string, name: string): void {
  const bucket = index.get(key);
  if (bucket) bucket.push(name);
  else index.set(key, [name]);
}
