import { isSection } from "./line-kinds.ts";
import { closeUp, hasLoneCharacter, type Line, verbatim } from "./lines.ts";
import type { TextPiece } from "./text-builder.ts";

export interface TitleLine {
  /** Index among the lines; those before it are the name of a column and the like. */
  readonly index: number;
  readonly pieces: (page: string, strewn: boolean) => TextPiece[];
}

const NOTICE =
  /关于.*(?:通知|通告|公告|公示|意见|决定|办法|方案|规定|批复|函|报告|令|议案|决议|公报|条例|细则|请示|纪要|规划|计划|解读)$|關於.*(?:通知|通告|公告|意見|決定|辦法|方案|規定|批覆|函|報告|令|條例|細則)$/;
const MAX_TITLE = 100;
const MAX_COLUMN_NAME = 8;

/** The title is the first line, unless that is a sentence or there is nothing else. */
export function titleLine(lines: readonly Line[]): TitleLine | null {
  const [first, second] = lines;
  if (first === undefined || (second === undefined && endsOrLong(first.text))) return null;
  // A notice's name stands below that of the column it appeared in.
  const isColumnName =
    isShort(first, MAX_COLUMN_NAME) && isShort(second, MAX_TITLE) && NOTICE.test(closed(second.text));
  const title = isColumnName ? second : first;
  if (endsOrLong(title.text) || isSection(title.text)) return null;
  return {
    index: isColumnName ? 1 : 0,
    pieces: (page) => (hasLoneCharacter(title.text) ? closeUp(page, title) : [verbatim(page, title.start, title.end)]),
  };
}

const isShort = (line: Line | undefined, max: number): line is Line => line !== undefined && line.text.length <= max;
const endsOrLong = (text: string): boolean => text.length > MAX_TITLE || /[。；;，,]["”’」』）)]*$/.test(text);
const closed = (text: string): string => text.replace(/[\s\u3000]+/g, "");
