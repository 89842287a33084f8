import { draftBlocks } from "./blocks.ts";
import type { CleanLimits } from "./cleaned.ts";
import { NameReader } from "./names.ts";
import { readPage } from "./page-tree.ts";
import type { PageTree } from "./page-types.ts";
import { dropAliens, measure, proseOf } from "./score.ts";
import { type Literal, literalsOf, type Traced, tracePiece, unescapeLiteral } from "./script-text.ts";
import { isData, markupTexts, nestedTexts, type ScriptText, scriptTexts } from "./script-texts.ts";
import type { DraftBlock } from "./text-builder.ts";
import { trimBody } from "./trim.ts";

/** A body found in a script, and how much prose it has. */
export interface ScriptBody {
  readonly drafts: readonly DraftBlock[];
  readonly prose: number;
  /** The script with the offset of the body there; null where the body is markup that waits in an element. */
  readonly state: { readonly script: ScriptText; readonly at: number } | null;
}

/** Literals of one script that together are a body: mostly one, else its paragraphs. */
interface Found {
  readonly script: ScriptText;
  readonly literals: readonly Literal[];
  readonly isMarkup: boolean;
}

const BODY_KEYS = /content|body|html|text|article|detail|zhengwen/i;
/** Keys of what is written about an article or below it. */
const OTHER_KEYS = /comment|reply|desc|summary|abstract|intro|recommend|related|copyright|statement/i;
/** Chinese characters below which a string is no body. */
const MIN_SCORE = 60;
/** UTF-16 units: shorter strings hold no article, and shorter still no paragraph. */
const MIN_BODY = 80;
const MIN_PARAGRAPH = 12;
/** UTF-16 units between paragraphs that belong together: the other properties of a block. */
const MAX_GAP = 300;
/** What stands beside what people say of an article. */
const TALK = /comment|reply|avatar|user|nick|like/i;

/**
 * Reads the body that front ends keep out of sight: in a state object, its strings escaped and often HTML twice over,
 * as blocks of a paragraph each, in JSON under percent escapes or inside a string, in a template, in a hidden field.
 * Scripts are read as text and never run.
 */
export function readScriptBody(tree: PageTree, limits: CleanLimits): ScriptBody | null {
  let best: Found | null = null;
  let bestScore = MIN_SCORE;
  for (const found of candidates(tree)) {
    const score = found.literals.reduce((sum, literal) => sum + scoreOf(found.script.text, literal), 0);
    if (score > bestScore) [best, bestScore] = [found, score];
  }
  return best === null ? null : readFound(best, limits);
}

function candidates(tree: PageTree): Found[] {
  const scripts = scriptTexts(tree);
  const nested = scripts.flatMap((script) => nestedTexts(script));
  return [
    ...[...scripts, ...nested].flatMap((script) => bodiesIn(script)),
    ...markupTexts(tree).map((script) => ({ script, literals: [{ ...script, key: "" }], isMarkup: true })),
  ];
}

/** Long strings, save those that hold data, and rows of strings under one key. */
function bodiesIn(script: ScriptText): Found[] {
  const literals = literalsOf(script.text, script.start, script.end, MIN_PARAGRAPH);
  const long = literals.filter((literal) => literal.end - literal.start > MIN_BODY && !isData(script.text, literal));
  return [...long.map((literal) => [literal]), ...rowsOf(script.text, literals)].map((row) => ({
    script,
    literals: row,
    isMarkup: false,
  }));
}

/** Sentences under the same key, close together: the paragraphs of one text, but not the comments of many readers. */
function rowsOf(text: string, literals: readonly Literal[]): Literal[][] {
  const rows: Literal[][] = [];
  let row: Literal[] = [];
  for (const literal of literals) {
    if (!SENTENCE.test(text.slice(literal.start, literal.end))) continue;
    const last = row.at(-1);
    const isNext = last !== undefined && last.key === literal.key && literal.start - last.end < MAX_GAP;
    if (isNext && !TALK.test(text.slice(last.end, literal.start))) row.push(literal);
    else {
      if (row.length > 2) rows.push(row);
      row = [literal];
    }
  }
  return row.length > 2 ? [...rows, row] : rows;
}

const SENTENCE = /[。！？]|\\u3002/;

/** Chinese characters, written plainly or as escapes, where the string has sentences or markup. */
function scoreOf(text: string, { start, end, key }: Literal): number {
  const literal = text.slice(start, end);
  if (!/[。！？]|\\u3002|<p|&lt;p|\\u003[cC]p/.test(literal)) return 0;
  const characters = (literal.match(/[一-龥]/g)?.length ?? 0) + (literal.match(/\\u[4-9][\da-f]{3}/gi)?.length ?? 0);
  return characters * (OTHER_KEYS.test(key) ? 0.3 : BODY_KEYS.test(key) ? 2 : 1);
}

function readFound({ script, literals, isMarkup }: Found, limits: CleanLimits): ScriptBody {
  const { text, at } = script;
  const parts = literals.map((literal) => {
    const said = isMarkup ? verbatim(text, literal) : unescapeLiteral(text, literal);
    return readFragment(at === null ? said : { text: said.text, at: said.at.map((offset) => at[offset]!) }, limits);
  });
  return {
    drafts: parts.flatMap(({ drafts }) => drafts),
    prose: parts.reduce((sum, { prose }) => sum + prose, 0),
    state: isMarkup ? null : { script, at: literals[0]!.start },
  };
}

const verbatim = (text: string, { start, end }: Literal): Traced => ({
  text: text.slice(start, end),
  at: Uint32Array.from({ length: end - start + 1 }, (_, i) => start + i),
});

function readFragment(traced: Traced, limits: CleanLimits): Omit<ScriptBody, "state"> {
  const plain = /<\w/.test(traced.text) ? traced : decodeEntities(traced, limits);
  const tree = readPage(plain.text, limits);
  const names = new NameReader();
  measure(tree);
  dropAliens(tree, names, -1, false);
  const { kept } = trimBody(tree.runs);
  const drafts = draftBlocks(kept, names).map(({ kind, cells }) => ({
    kind,
    cells: cells.map((cell) => cell.flatMap((piece) => tracePiece(piece, plain.at))),
  }));
  return { drafts, prose: kept.reduce((sum, run) => sum + proseOf(run), 0) };
}

/** Markup written as entities (`&lt;p&gt;`), one layer off. */
function decodeEntities({ text, at }: Traced, limits: CleanLimits): Traced {
  const units: string[] = [];
  const offsets: number[] = [];
  for (const { chunks } of readPage(text, limits).runs) {
    for (const { data, start, end } of chunks) {
      const isVerbatim = data.length === end - start;
      for (let i = 0; i < data.length; i++) {
        units.push(data[i]!);
        offsets.push(at[isVerbatim ? start + i : start]!);
      }
    }
  }
  return { text: units.join(""), at: Uint32Array.from([...offsets, at[text.length]!]) };
}
