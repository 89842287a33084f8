import { draftBlocks } from "./blocks.ts";
import type { CleanLimits } from "./cleaned.ts";
import { NameReader } from "./names.ts";
import { readPage } from "./page-tree.ts";
import type { PageTree } from "./page-types.ts";
import { dropAliens, measure, proseOf } from "./score.ts";
import { type Literal, longLiterals, type Traced, tracePiece, unescapeLiteral } from "./script-text.ts";
import type { DraftBlock } from "./text-builder.ts";
import { trimBody } from "./trim.ts";

/** A body found in a script, and how much prose it has. */
export interface ScriptBody {
  readonly drafts: readonly DraftBlock[];
  readonly prose: number;
}

const BODY_KEYS = /content|body|html|text|article|detail|zhengwen/i;
/** UTF-16 units of one script; states of front ends are smaller. */
const MAX_SCRIPT = 4_000_000;

/**
 * Reads the body that front ends keep in a script: a state object, its strings escaped and often HTML twice over.
 * The script is read as text and never run.
 */
export function readScriptBody(tree: PageTree, limits: CleanLimits): ScriptBody | null {
  let best: Literal | null = null;
  let bestScore = 60;
  for (const { start, end } of tree.head.scripts) {
    for (const literal of longLiterals(tree.html, start, Math.min(end, start + MAX_SCRIPT))) {
      const score = scoreOf(tree.html.slice(literal.start, literal.end), literal.key);
      if (score > bestScore) [best, bestScore] = [literal, score];
    }
  }
  return best === null ? null : readFragment(unescapeLiteral(tree.html, best), limits);
}

/** Chinese characters, written plainly or as escapes, where the string has sentences or markup. */
function scoreOf(literal: string, key: string): number {
  const characters = (literal.match(/[一-龥]/g)?.length ?? 0) + (literal.match(/\\u[4-9][\da-f]{3}/gi)?.length ?? 0);
  if (!/[。！？]|\\u3002|<p|&lt;p|\\u003[cC]p/.test(literal)) return 0;
  return characters * (BODY_KEYS.test(key) ? 2 : 1);
}

function readFragment(traced: Traced, limits: CleanLimits): ScriptBody {
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
