import { toSimplified } from "../../pipeline/script/conversion.ts";
import { closeNumbers } from "../../pipeline/script/spacing.ts";
import type { Evidence, Fact } from "../../schemas/fact.ts";
import type { ArticleBlock, ArticleMark, ArticleView } from "../../schemas/review.ts";
import type { StoredFact } from "../facts/fact-store.ts";

/** A piece of evidence in its sentence, which facts hold in Simplified only. */
interface Piece extends Evidence {
  readonly fact: StoredFact;
  /** Where it stands in the sentence, simplified; null where the sentence does not hold it. */
  readonly at: number | null;
  readonly length: number;
}

/** What the facts themselves hold of an article: their sentences, in the order of the text. */
export function sentencesView(doc: Fact["doc"], facts: readonly StoredFact[]): ArticleView {
  const pieces = facts.flatMap((fact) => fact.fact.evidence.map((evidence) => pieceOf(evidence, fact, doc.lang)));
  const groups = grouped(pieces.sort((a, b) => a.start - b.start || a.end - b.end));
  const made = groups.map(sentenceOf);
  return {
    ...{ doc, source: "sentences", lang: doc.lang },
    blocks: made.map(({ block }) => block),
    marks: made.flatMap(({ marks }, block) => marks.map((mark) => ({ ...mark, block }))),
    unproved: [],
  };
}

function pieceOf(evidence: Evidence, fact: StoredFact, lang: Fact["doc"]["lang"]): Piece {
  const { text, sentence } = evidence;
  const closed = closeNumbers(text, [{ kind: "paragraph", start: 0, end: text.length }]).text;
  // What is told from a whole line, as how a broken line goes on, a piece of it does not tell.
  const forms = [text, closed, text.replace(/\s/g, "")];
  const candidates = lang === "zh-Hant" ? forms.map((form) => toSimplified(form).text) : forms;
  const found = candidates.find((candidate) => sentence.includes(candidate));
  return { ...evidence, fact, at: found === undefined ? null : sentence.indexOf(found), length: found?.length ?? 0 };
}

/** Pieces of one sentence together; the same words may stand in the text again, further down. */
function grouped(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  const last = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const group = last.get(piece.sentence);
    if (group !== undefined && piece.start - group[0]!.start <= piece.sentence.length) group.push(piece);
    else {
      const begun = [piece];
      groups.push(begun);
      last.set(piece.sentence, begun);
    }
  }
  return groups;
}

type Mark = Omit<ArticleMark, "block">;

function sentenceOf(pieces: readonly Piece[]): { readonly block: ArticleBlock; readonly marks: readonly Mark[] } {
  const [first] = pieces;
  const { sentence, start, at } = first!;
  const { original, place } = inOriginal(sentence, pieces);
  const from = Math.max(0, start - (at ?? 0));
  const block: ArticleBlock = {
    ...{ kind: "paragraph", start: from, end: from + original.length },
    ...{ original, simplified: sentence },
  };
  const marks = pieces.map((piece): Mark => {
    const { fact, at: begin, length } = piece;
    const simplified = begin === null ? ([0, sentence.length] as const) : ([begin, begin + length] as const);
    return { fact: fact.fact.id, status: fact.status, original: place(piece, simplified), simplified };
  });
  return { block, marks };
}

/** The sentence with its evidence in the original script; what lies between, nothing holds but in Simplified. */
function inOriginal(sentence: string, pieces: readonly Piece[]) {
  const swaps: { readonly at: number; readonly length: number; readonly text: string }[] = [];
  for (const { at, length, text } of [...pieces].sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || b.length - a.length)) {
    const last = swaps.at(-1);
    if (at !== null && at >= (last === undefined ? 0 : last.at + last.length)) swaps.push({ at, length, text });
  }
  let [original, from] = ["", 0];
  const starts = new Map<number, number>();
  for (const { at, length, text } of swaps) {
    original += sentence.slice(from, at);
    starts.set(at, original.length);
    original += text;
    from = at + length;
  }
  original += sentence.slice(from);
  const place = ({ at, text }: Piece, [start, end]: readonly [number, number]): [number, number] => {
    const begun = at === null ? undefined : starts.get(at);
    if (begun !== undefined && original.startsWith(text, begun)) return [begun, begun + text.length];
    const found = original.indexOf(text);
    if (found >= 0) return [found, found + text.length];
    return [Math.min(start, original.length), Math.min(end, original.length)];
  };
  return { original, place };
}
