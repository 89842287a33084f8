/** The known word that a mistyped one was most likely meant to be; null where none is near. */
export function nearest(typed: string, known: Iterable<string>): string | null {
  let best: { readonly word: string; readonly steps: number } | null = null;
  for (const word of known) {
    const steps = distance(typed.toLowerCase(), word.toLowerCase());
    if (steps <= Math.max(1, Math.floor(word.length / 3)) && (best === null || steps < best.steps))
      best = { word, steps };
  }
  return best?.word ?? null;
}

/** How many characters have to be put in, left out or exchanged, or swapped with the next (optimal string alignment). */
function distance(a: string, b: string): number {
  // Words this different in length are far apart, however long they are.
  if (Math.abs(a.length - b.length) > b.length) return Number.POSITIVE_INFINITY;
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : exchanged;
      next.push(Math.min(exchanged, swapped, row[j]! + 1, next[j - 1]! + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
