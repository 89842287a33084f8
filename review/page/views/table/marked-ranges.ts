/** UTF-16 offsets into a text, the end exclusive. */
export interface MarkedRange {
  readonly start: number;
  readonly end: number;
}

/** Every place where a word of a search stands. Case does not matter. */
export function hitsIn(text: string, q: string): MarkedRange[] {
  const folded = fold(text);
  return [...new Set(q.split(/\s+/).filter(Boolean))].flatMap((word) => placesOf(folded, fold(word)));
}

/** In small letters, those left out whose small form is longer, so that offsets hold. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  const small = (sign: string) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign);
  return Array.from(text, small).join("");
}

function placesOf(text: string, word: string): MarkedRange[] {
  const found: MarkedRange[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    found.push({ start: at, end: at + word.length });
  }
  return found;
}

/**
 * Where evidence stands in its sentence. The sentence is in Simplified Chinese and the evidence may be in Traditional:
 * conversion keeps characters one to one, so that the stretch is taken in which most of them are equal.
 * @returns null where fewer than half are
 */
export function evidenceIn(sentence: string, evidence: string): MarkedRange | null {
  if (evidence === "") return null;
  const exact = sentence.indexOf(evidence);
  if (exact >= 0) return { start: exact, end: exact + evidence.length };
  let [best, most] = [-1, evidence.length / 2];
  for (let start = 0; start + evidence.length <= sentence.length; start++) {
    let same = 0;
    for (let at = 0; at < evidence.length; at++) if (sentence[start + at] === evidence[at]) same++;
    if (same >= most) [best, most] = [start, same + 1];
  }
  return best < 0 ? null : { start: best, end: best + evidence.length };
}

export interface MarkedPiece {
  readonly text: string;
  readonly isEvidence: boolean;
  readonly isHit: boolean;
}

/** The text cut at each end of a range. */
export function piecesOf(text: string, evidence: MarkedRange | null, hits: readonly MarkedRange[]): MarkedPiece[] {
  const all = evidence === null ? hits : [evidence, ...hits];
  const ends = [...new Set([0, text.length, ...all.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const holds = (range: MarkedRange, at: number) => range.start <= at && at < range.end;
  return ends.slice(0, -1).map((start, index) => ({
    text: text.slice(start, ends[index + 1]),
    isEvidence: evidence !== null && holds(evidence, start),
    isHit: hits.some((hit) => holds(hit, start)),
  }));
}
