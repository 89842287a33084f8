/** A dictionary match: the longest word of the dictionary that starts at `start`. */
export interface Match<T> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly T[];
}

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  values: T[] | null;
}

/** A dictionary that is matched in time linear in the text (each place is read at most as far as the longest word). */
export class Trie<T> {
  private readonly root: Node<T> = { next: new Map(), values: null };

  add(word: string, value: T): void {
    let node = this.root;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      let child = node.next.get(code);
      if (child === undefined) {
        child = { next: new Map(), values: null };
        node.next.set(code, child);
      }
      node = child;
    }
    if (node.values === null) node.values = [value];
    else node.values.push(value);
  }

  /** The longest word at `start`, or null. */
  longestAt(text: string, start: number, limit = text.length): Match<T> | null {
    let node: Node<T> | undefined = this.root;
    let found: Match<T> | null = null;
    for (let i = start; i < limit; i++) {
      node = node.next.get(text.charCodeAt(i));
      if (node === undefined) break;
      if (node.values !== null) found = { start, end: i + 1, values: node.values };
    }
    return found;
  }
}
