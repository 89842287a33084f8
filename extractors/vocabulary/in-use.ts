import { NOTHING_ADDED, type Vocabulary } from "./vocabulary.ts";

let inUse = NOTHING_ADDED;

/** What is read with just now, beside the tables. */
export const vocabularyInUse = (): Vocabulary => inUse;

/** From now on every text is read with this; what was built from another vocabulary is built anew where it differs. */
export function useVocabulary(vocabulary: Vocabulary): void {
  const parts = Object.entries(vocabulary) as [keyof Vocabulary, readonly unknown[]][];
  // One and the same empty list for all, so that what nothing was added to need not be built again.
  const whole = Object.fromEntries(parts.map(([name, part]) => [name, part.length > 0 ? part : NOTHING_ADDED[name]]));
  inUse = parts.some(([, part]) => part.length > 0) ? (whole as unknown as Vocabulary) : NOTHING_ADDED;
}

/**
 * A table that a part of the vocabulary goes into: built at first use, and again after another vocabulary is taken up.
 * That the vocabulary is still the same costs one comparison.
 * @returns the table for a vocabulary, by default the one in use
 */
export function derived<Part extends object, T>(
  part: (vocabulary: Vocabulary) => Part,
  build: (part: Part) => T,
): (vocabulary?: Vocabulary) => T {
  const built = new WeakMap<Part, { readonly table: T }>();
  let of: Vocabulary | null = null;
  let table: T;
  return (vocabulary = inUse) => {
    if (vocabulary !== of) {
      const key = part(vocabulary);
      const known = built.get(key) ?? { table: build(key) };
      built.set(key, known);
      table = known.table;
      of = vocabulary;
    }
    return table;
  };
}
