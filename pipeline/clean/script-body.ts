import { draftBlocks } from "./blocks.ts";
import type { CleanLimits } from "./cleaned.ts";
import { NameReader } from "./names.ts";
import { readPage } from "./page-tree.ts";
import type { PageTree } from "./page-types.ts";
import { dropAliens, measure, proseOf } from "./score.ts";
import { type Literal, longLiterals, type Traced, tracePiece, unescapeLiteral } from "./script-text.ts";
import { markupTexts, type ScriptText, scriptTexts } from "./script-texts.ts";
import type { DraftBlock } from "./text-builder.ts";
import { trimBody } from "./trim.ts";

/** A body found in a script, and how much prose it has. */
export interface ScriptBody {
  readonly drafts: readonly DraftBlock[];
  readonly prose: number;
  /** The script with the offset of the body there; null where the body is markup that waits in an element. */
  readonly state: { readonly script: ScriptText; readonly at: number } | null;
}

interface Found {
  readonly script: ScriptText;
  readonly literal: Literal;
  readonly isMarkup: boolean;
}

const BODY_KEYS = /content|body|html|text|article|detail|zhengwen/i;
/** Keys of what is written about an article or below it. */
const OTHER_KEYS = /comment|reply|desc|summary|abstract|intro|recommend|related|copyright|statement/i;
/** Chinese characters below which a string is no body. */
const MIN_SCORE = 60;

/**
 * Reads the body that front ends keep out of sight: in a state object, its strings escaped and often HTML twice over,
 * in JSON under percent escapes, in a template, or in a hidden field.
 * Scripts are read as text and never run.
 */
export function readScriptBody(tree: PageTree, limits: CleanLimits): ScriptBody | null {
  let best: Found | null = null;
  let bestScore = MIN_SCORE;
  for (const found of candidates(tree)) {
    const { script, literal } = found;
    const score = scoreOf(script.text.slice(literal.start, literal.end), literal.key);
    if (score > bestScore) [best, bestScore] = [found, score];
  }
  return best === null ? null : readFound(best, limits);
}

function candidates(tree: PageTree): Found[] {
  return [
    ...scriptTexts(tree).flatMap((script) =>
      longLiterals(script.text, script.start, script.end).map((literal) => ({ script, literal, isMarkup: false })),
    ),
    ...markupTexts(tree).map((script) => ({ script, literal: { ...script, key: "" }, isMarkup: true })),
  ];
}

/** Chinese characters, written plainly or as escapes, where the string has sentences or markup. */
function scoreOf(literal: string, key: string): number {
  if (!/[。！？]|\\u3002|<p|&lt;p|\\u003[cC]p/.test(literal)) return 0;
  const characters = (literal.match(/[一-龥]/g)?.length ?? 0) + (literal.match(/\\u[4-9][\da-f]{3}/gi)?.length ?? 0);
  return characters * (OTHER_KEYS.test(key) ? 0.3 : BODY_KEYS.test(key) ? 2 : 1);
}

function readFound({ script, literal, isMarkup }: Found, limits: CleanLimits): ScriptBody {
  const { text, start, end } = { ...script, ...literal };
  const said = isMarkup ? verbatim(text, start, end) : unescapeLiteral(text, literal);
  const { at } = script;
  const traced = at === null ? said : { text: said.text, at: said.at.map((offset) => at[offset]!) };
  return { ...readFragment(traced, limits), state: isMarkup ? null : { script, at: start } };
}

const verbatim = (text: string, start: number, end: number): Traced => ({
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
