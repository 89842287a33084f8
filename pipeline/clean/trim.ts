import {
  CREDIT_ROLES,
  END_LINES,
  IMPRINT_LINE,
  NOISE_LINES,
  PROMOTION_CALLS,
  PROMOTION_WORDS,
  RELATED_LINES,
} from "../../corpus/lexicon/boilerplate.ts";
import type { Run } from "./page-types.ts";
import { runText } from "./run.ts";
import { proseOf } from "./score.ts";

/** The body's runs after trimming, and what was cut: small print that may still name author and source. */
export interface Trimmed {
  readonly kept: readonly Run[];
  readonly cut: readonly Run[];
}

/** Takes editor lines, disclaimers, promotions, related links and page controls out of a container's runs. */
export function trimBody(runs: readonly Run[]): Trimmed {
  const kept: Run[] = [];
  const cut: Run[] = [];
  const total = runs.reduce((sum, run) => sum + (run.block.dropped === "" ? proseOf(run) : 0), 0);
  let [read, inLinks] = [0, false];
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    const line = compact(run);
    const isSmall = run.block.dropped !== "";
    if (!isSmall) read += proseOf(run);
    if (endsArticle(line, run, read, total)) {
      cut.push(...runs.slice(i));
      break;
    }
    if (RELATED_LINES.test(line)) inLinks = true;
    else if (inLinks && run.linked < run.size * 0.5) inLinks = false;
    if (BARE_LABEL.test(line) && runs[i + 1] !== undefined && isValueOf(runs[i + 1]!, run)) {
      cut.push(run, runs[++i]!);
      continue;
    }
    const isNoise = isSmall || inLinks || isLinkLine(run, line) || isNoiseLine(line);
    (isNoise ? cut : kept).push(run);
  }
  return { kept, cut };
}

/** A label of the byline in a cell of its own. */
const BARE_LABEL =
  /^(?:稿源|来源|來源|撰稿|作者|记者|编辑|責任編輯|责任编辑|责编|审核|录入|(?:录入|发布|发稿|更新)(?:时间|日期|人)|浏览次数|点击数)[:：]$/;

const isValueOf = (next: Run, label: Run): boolean =>
  next.size <= 24 && next.block.row !== null && next.block.row === label.block.row;

const compact = (run: Run): string => runText(run).replace(/[\s\u200b\ufeff]+/g, "");

/** Sentences are never noise: a rule of noise speaks of short lines. */
const isNoiseLine = (line: string): boolean =>
  line.length <= 200 &&
  (NOISE_LINES.some((pattern) => pattern.test(line)) ||
    IMPRINT_LINE.test(line) ||
    isCredits(line) ||
    isPromotion(line));

/** Two or more roles with their names and nothing else: `（撰稿：王晴摄影：李思审核：赵敏）`. */
function isCredits(line: string): boolean {
  if (line.length > 120 || /[，。；！？]/.test(line)) return false;
  const parts = line.replace(/^[（(【[]|[）)】\]]$/g, "").split(/[:：|｜丨/／]/);
  const last = parts.pop()!;
  if (parts.length < 2 || last.length === 0 || last.length > 24) return false;
  return parts.every((part, i) => part.length <= (i === 0 ? 14 : 36) && CREDIT_ROLES.test(part));
}

/** Several words of advertising in one line, with an address to the reader. */
const isPromotion = (line: string): boolean =>
  PROMOTION_CALLS.test(line) && new Set(line.match(PROMOTION_WORDS)).size >= 3;

function endsArticle(line: string, run: Run, read: number, total: number): boolean {
  if (line.length > 60) return false;
  if (END_LINES.some((pattern) => pattern.test(line))) return read >= total * 0.5;
  if (run.block.dropped !== "" || run.marks >= 4 || !RELATED_LINES.test(line)) return false;
  // A heading of its own tag ends even an article that is shorter than what it recommends.
  return read >= (/^(?:h[1-6]|dt)$/.test(run.block.tag) ? Math.min(60, total * 0.6) : total * 0.6);
}

/** A whole line that is one link, or links and bars, is a way to elsewhere and not a sentence of the article. */
const isLinkLine = (run: Run, line: string): boolean =>
  run.linked >= run.size * 0.9 && !/[。！？]$/.test(line) && run.block.row?.isData !== true;
