import { AUTHOR_LABELS, SOURCE_LABELS } from "../../corpus/lexicon/bylines.ts";
import { readMoments, readShortMoment } from "./moments.ts";
import type { Run } from "./page-types.ts";
import { oneLine, runText } from "./run.ts";

/** How many lines below the headline a byline may take. */
const MAX_LINES = 12;
const LABELLED = new RegExp(
  `^[\\s【[(（]*(?:${SOURCE_LABELS}|${AUTHOR_LABELS}|发布(?:时间|日期|机构)|發布時間|时间|日期|索引号|文号)\\s*[:：|｜/]`,
);

/**
 * Parts the byline, which many containers hold above the article's first line, from the body.
 * @returns how many runs belong to the byline
 */
export function bylineLength(runs: readonly Run[]): number {
  let length = 0;
  for (let i = 0; i < Math.min(runs.length, MAX_LINES); i++) {
    const run = runs[i]!;
    if (run.size > 120) break;
    const text = oneLine(runText(run, " "));
    if (isByline(text, run)) length = i + 1;
    else if (run.marks > 1 || run.size > 30) break;
  }
  return length;
}

/** A line of labels and values, or a time to the minute with little else. */
function isByline(text: string, run: Run): boolean {
  if (/[。！？]/.test(text)) return false;
  if (LABELLED.test(text)) return true;
  const moment = readMoments(text)[0] ?? readShortMoment(text, 2000);
  if (moment === undefined || moment === null) return false;
  const rest = run.size - (moment.end - moment.start);
  // A date alone in words, `2012年6月24日`, opens speeches and notices, and is theirs.
  return rest <= 60 && (moment.hasTime || /发布|發布|发表|[-/]\d{1,2}[-/]/.test(text));
}
