import { isLatin } from "./character.ts";
import { foldedCode } from "./fold.ts";

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  entry: { readonly value: T } | null;
}

/** A word that was found: its value and the offset where it stops (forwards) or starts (backwards). */
export interface FoundWord<T> {
  readonly value: T;
  readonly edge: number;
}

/**
 * Finds the longest word of a list at a place of a text, in steps bounded by the longest word. Words are Simplified; the
 * text may be in any script and width. A Latin word must not go on with another Latin letter.
 */
export class WordTrie<T> {
  private readonly forwards: Node<T> = { next: new Map(), entry: null };
  private readonly backwards: Node<T> = { next: new Map(), entry: null };

  /** @param entries later entries win over earlier ones with the same word */
  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    for (const [word, value] of entries) {
      const codes = Array.from({ length: word.length }, (_, i) => foldedCode(word, i));
      grow(this.forwards, codes).entry = { value };
      grow(this.backwards, codes.reverse()).entry = { value };
    }
  }

  /** The longest word that starts at `at`. */
  at(text: string, at: number): FoundWord<T> | null {
    let node: Node<T> | undefined = this.forwards;
    let found: FoundWord<T> | null = null;
    for (let i = at; i < text.length; i++) {
      node = node.next.get(foldedCode(text, i));
      if (node === undefined) break;
      if (node.entry !== null && !isCut(text, i, i + 1)) found = { value: node.entry.value, edge: i + 1 };
    }
    return found;
  }

  /** Folded first units of all words. */
  get firstCodes(): ReadonlySet<number> {
    return new Set(this.forwards.next.keys());
  }

  /** The longest word that ends just before `end`. */
  before(text: string, end: number): FoundWord<T> | null {
    let node: Node<T> | undefined = this.backwards;
    let found: FoundWord<T> | null = null;
    for (let i = end - 1; i >= 0; i--) {
      node = node.next.get(foldedCode(text, i));
      if (node === undefined) break;
      if (node.entry !== null && !isCut(text, i, i - 1)) found = { value: node.entry.value, edge: i };
    }
    return found;
  }
}

const isCut = (text: string, inside: number, outside: number): boolean =>
  outside >= 0 && outside < text.length && isLatin(text, inside) && isLatin(text, outside);

function grow<T>(root: Node<T>, codes: readonly number[]): Node<T> {
  let node = root;
  for (const code of codes) {
    let next = node.next.get(code);
    if (next === undefined) {
      next = { next: new Map(), entry: null };
      node.next.set(code, next);
    }
    node = next;
  }
  return node;
}

/** Entries for a list of words that are separated by spaces, all with one value. */
export const wordsOf = <T>(words: string, value: T): (readonly [string, T])[] =>
  words
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [word, value] as const);
