import type { ArticleBlock, ArticleMark } from "../../../../../schemas/review.ts";

export type Script = "original" | "simplified";

/** A run of a block's text with the same facts resting on it. */
export interface Piece {
  /** Offset of its first character in the block's text. */
  readonly at: number;
  readonly text: string;
  readonly facts: readonly string[];
}

/** Where a fact's words lie in one text of a block. */
export interface MarkedSpan {
  readonly fact: string;
  readonly start: number;
  readonly end: number;
}

/** Marks by block, in one of the two texts. */
export function spansByBlock(
  marks: readonly ArticleMark[],
  script: Script,
): ReadonlyMap<number, readonly MarkedSpan[]> {
  const spans = new Map<number, MarkedSpan[]>();
  for (const mark of marks) {
    const [start, end] = mark[script];
    const span = { fact: mark.fact, start, end };
    const others = spans.get(mark.block);
    if (others === undefined) spans.set(mark.block, [span]);
    else others.push(span);
  }
  return spans;
}

/** Cuts `text` from `from` to `to` where marks begin and end; linear in their number and its length. */
export function piecesOf(text: string, spans: readonly MarkedSpan[], from = 0, to = text.length): Piece[] {
  const here = spans.filter(({ start, end }) => start < to && end > from && start < end);
  const clamp = (at: number): number => Math.min(to, Math.max(from, at));
  const cuts = [...new Set([from, to, ...here.flatMap(({ start, end }) => [clamp(start), clamp(end)])])];
  cuts.sort((a, b) => a - b);
  const starting = [...here].sort((a, b) => a.start - b.start);
  let open: MarkedSpan[] = [];
  let next = 0;
  return cuts.slice(0, -1).flatMap((at, i) => {
    const end = cuts[i + 1]!;
    open = open.filter((span) => span.end > at);
    for (; next < starting.length && starting[next]!.start <= at; next++)
      if (starting[next]!.end > at) open.push(starting[next]!);
    const facts = [...new Set(open.map(({ fact }) => fact))];
    return end > at ? [{ at, text: text.slice(at, end), facts }] : [];
  });
}

/** Cells of a table row with where each begins. */
export function cellsOf(text: string): { readonly at: number; readonly end: number }[] {
  const cells: { at: number; end: number }[] = [];
  let at = 0;
  for (const cell of text.split("\t")) {
    cells.push({ at, end: at + cell.length });
    at += cell.length + 1;
  }
  return cells;
}

/** Longer blocks are shown in part: nobody reads a line of a million characters, and no browser lays it out at once. */
export const LONG_BLOCK = 12_000;
const AROUND = 3_000;

/**
 * The part of a long text that is shown: around `focus`, or its beginning. Halves of a surrogate pair stay together.
 * @returns [from, to]
 */
export function windowOf(text: string, focus: MarkedSpan | undefined): readonly [from: number, to: number] {
  if (text.length <= LONG_BLOCK) return [0, text.length];
  if (focus === undefined) return [0, whole(text, 2 * AROUND)];
  const end = Math.min(focus.end, focus.start + LONG_BLOCK);
  return [whole(text, Math.max(0, focus.start - AROUND)), whole(text, Math.min(text.length, end + AROUND))];
}

const whole = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? "") ? at + 1 : at);

const CHUNK = 4_000;

/** Ends of the stretches in which a long text is laid out, each by itself. */
export function chunksOf(text: string, from: number, to: number): readonly (readonly [from: number, to: number])[] {
  const chunks: [number, number][] = [];
  for (let at = from; at < to; ) {
    const end = to - at <= CHUNK ? to : whole(text, at + CHUNK);
    chunks.push([at, end]);
    at = end;
  }
  return chunks;
}

/** Neighbouring rows are one table, neighbouring list items one list; all else stands alone. */
export interface Group {
  readonly kind: ArticleBlock["kind"];
  /** Index of the first block, and how many. */
  readonly first: number;
  readonly count: number;
}

const JOINED: ReadonlySet<string> = new Set(["table-row", "list-item"]);

export function groupsOf(blocks: readonly Pick<ArticleBlock, "kind">[]): Group[] {
  const groups: { kind: ArticleBlock["kind"]; first: number; count: number }[] = [];
  for (const [index, { kind }] of blocks.entries()) {
    const last = groups.at(-1);
    if (last !== undefined && last.kind === kind && JOINED.has(kind)) last.count++;
    else groups.push({ kind, first: index, count: 1 });
  }
  return groups;
}
