import type { BylineLine, BylineZone } from "./byline-zone.ts";
import { SEAM } from "./byline-zone.ts";
import type { HeadData } from "./head-data.ts";
import { type Moment, readMoments, readShortMoment } from "./moments.ts";

const PUBLISHED_LABEL =
  /(?:发布|發布|发表|發表|发稿|刊登|上传|录入|创建|成文|时间|日期)(?:时间|日期|于|時間)?[:：\s\u001f]*$/;
const UPDATED_LABEL = /(?:更新|修改|编辑|修订|截至|截止)(?:时间|日期|于|時間)?[:：\s\u001f]*$/;
/** Labels behind their date: `于 2023-04-12 10:11 修改`. */
const UPDATED_BEHIND = /^[\s\u001f]*(?:最后)?(?:更新|修改|编辑|編輯|修订)(?!日期|时间|時間|于|[:：])/;
const PUBLISHED_BEHIND = /^[\s\u001f]*(?:首次)?(?:发布|發布|发表|發表)(?!日期|时间|時間|于|[:：])/;
const TIME_NAMES = /time|date|pub|riqi|shijian/i;

/**
 * When the article was published, as the page shows it, else as its head says, else as its scripts or its URL do.
 * @param scripted date that the page's scripts state
 * @returns ISO 8601 date, or date and time with offset; null when the page does not say
 */
export function findPublished(zone: BylineZone, head: HeadData, scripted: string | null): string | null {
  const stated = head.published.flatMap(readMoments);
  const known = [...stated, ...head.updated.flatMap(readMoments)];
  const moment =
    bestOf(zone.head) ??
    shortOf(zone.head, known) ??
    bestOf(zone.opening.filter(({ run }) => run.size <= 60 && run.marks < 2)) ??
    stated[0] ??
    bestOf([...zone.closing, ...zone.below].filter(isLabelled)) ??
    signedDate(zone);
  if (moment === null || moment === undefined) return scripted ?? urlDate(head.url);
  if (moment.hasTime) return moment.iso;
  const isSameDay = (iso: string | undefined): iso is string => iso?.startsWith(`${moment.iso}T`) === true;
  const timed = [...known.map(({ iso }) => iso), scripted ?? undefined].find(isSameDay);
  return timed ?? moment.iso;
}

/** What may stand beside a date that stands alone. */
const ALONE = /^[\s\u001f()（）【】,，。;]*(?:星期[一二三四五六日天])?[\s\u001f()（）【】,，。;]*$/;

/** Notices and releases are dated below: a line that is nothing but a date, or two of date and time. */
function signedDate({ closing, below, opening }: BylineZone): Moment | null {
  const lines = [...opening, ...closing, ...below.slice(0, 4)].sort((a, b) => a.run.index - b.run.index);
  for (const [i, { text, run }] of [...lines.entries()].reverse()) {
    const [moment] = readMoments(text);
    const plain = text.replaceAll(SEAM, "").trim();
    if (moment === undefined || !ALONE.test(text.slice(0, moment.start) + text.slice(moment.end))) continue;
    const next = lines[i + 1];
    if (moment.hasTime || next === undefined || next.run.index !== run.index + 1) return moment;
    const both = `${plain} ${next.text}`;
    const [timed] = next.run.size > 16 ? [] : readMoments(both);
    return timed ?? moment;
  }
  return null;
}

const isLabelled = ({ text }: BylineLine): boolean =>
  /(?:发布|發布|发表|刊登|上传|录入|发稿|日期|时间)(?:时间|日期|于)?[:：\s\u001f]*(?:19|20)\d\d/.test(text);

function bestOf(lines: readonly BylineLine[]): Moment | null {
  let best: Moment | null = null;
  let bestScore = 0;
  for (const line of lines) {
    for (const moment of readMoments(line.text)) {
      const label = moment.start === 0 ? labelBefore(line, lines) : "";
      const score = scoreOf(line, moment, label);
      if (score > bestScore) [best, bestScore] = [moment, score];
    }
  }
  return best;
}

/** A label in a cell of its own before the date's. */
const labelBefore = ({ run }: BylineLine, lines: readonly BylineLine[]): string =>
  lines.find((line) => line.run.index === run.index - 1 && line.run.size <= 8)?.text ?? "";

function scoreOf(line: BylineLine, moment: Moment, label: string): number {
  const before = label + line.text.slice(Math.max(0, moment.start - 12), moment.start);
  const behind = line.text.slice(moment.end, moment.end + 8);
  if (UPDATED_LABEL.test(before) || UPDATED_BEHIND.test(behind)) return 0.5;
  let score = 1;
  if (moment.hasTime) score += 2;
  if (PUBLISHED_BEHIND.test(behind)) score += 2;
  // The day a document was signed is not yet that of its publication.
  if (/成文(?:日期|时间)/.test(before)) score -= 2;
  if (PUBLISHED_LABEL.test(before)) score += 2;
  if (TIME_NAMES.test(line.names)) score += 1;
  // A date in the middle of a sentence is the sentence's own.
  if (line.run.size > moment.end - moment.start + 40 && line.run.marks > 3) score -= 2;
  return score;
}

function shortOf(lines: readonly BylineLine[], known: readonly Moment[]): Moment | null {
  for (const { text } of lines) {
    const line = text.replaceAll(SEAM, " ");
    const year = Number(known[0]?.iso.slice(0, 4) ?? Number.NaN);
    const moment = readShortMoment(line, year);
    if (moment !== null && !moment.iso.startsWith("NaN")) return moment;
  }
  return null;
}

/** News systems file articles by day: `/2019/09/07/…`, `/2019-09/07/…`, `/20190907/…`. */
function urlDate(url: string | null): string | null {
  const match = /[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_-])/.exec(url ?? "");
  return match === null ? null : `${match[1]}-${match[2]}-${match[3]}`;
}
