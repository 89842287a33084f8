import { isSection } from "./line-kinds.ts";
import { closeUp, hasLoneCharacter, type Line, verbatim } from "./lines.ts";
import type { TextPiece } from "./text-builder.ts";

/** The lines of a title. */
export interface TitleLines {
  /** How many lines come up to its end; those before it are the head of a page or a document. */
  readonly taken: number;
  readonly lines: readonly Line[];
}

const NOTICE =
  /关于.*(?:通知|通告|公告|公示|意见|决定|办法|方案|规定|批复|函|报告|令|议案|决议|公报|条例|细则|请示|纪要|规划|计划|解读)$|關於.*(?:通知|通告|公告|意見|決定|辦法|方案|規定|批覆|函|報告|令|條例|細則)$/;
/** `某某县人民政府文件`, `某政发〔2025〕3号`, `2025年第3期`. */
const DOCUMENT_HEAD =
  /(?:文件|公报|公報|简报|专报|通报|内刊)(?:\s.{0,20})?$|第\s*[\d一二三四五六七八九十]+\s*[期号號]$|[〔[（(]\d{4}[〕\])）]\s*\d+\s*[号號]$/;
const MAX_TITLE = 100;
const MAX_COLUMN_NAME = 8;
const MAX_HEAD_LINES = 3;

/** A notice's own title, else the first line, unless that is a sentence or there is nothing else. */
export function titleLines(lines: readonly Line[]): TitleLines | null {
  const notice = noticeTitle(lines);
  if (notice !== null) return notice;
  const [first] = lines;
  if (first === undefined || endsOrLong(first.text) || isSection(first.text)) return null;
  return { taken: 1, lines: [first] };
}

/** The title's text; spaces of a broken or spread title go. */
export const titlePieces = (page: string, { lines }: TitleLines, strewn: boolean): TextPiece[] =>
  lines.flatMap((line) =>
    strewn || hasLoneCharacter(line.text) ? closeUp(page, line) : [verbatim(page, line.start, line.end)],
  );

/** `关于…的通知` in one line or two, at the top or below the name of a column, a number, an issue. */
function noticeTitle(lines: readonly Line[]): TitleLines | null {
  for (const [i, line] of lines.slice(0, MAX_HEAD_LINES + 1).entries()) {
    const next = lines[i + 1];
    if (isNotice(line.text)) return { taken: i + 1, lines: [line] };
    const isBroken = next !== undefined && /关于|關於/.test(line.text) && !next.afterGap;
    if (isBroken && isNotice(`${line.text}${next.text}`)) return { taken: i + 2, lines: [line, next] };
    if (line.text.length > MAX_COLUMN_NAME && !(line.text.length <= MAX_TITLE && DOCUMENT_HEAD.test(line.text)))
      return null;
  }
  return null;
}

const isNotice = (text: string): boolean => text.length <= MAX_TITLE && NOTICE.test(text.replace(/\s+/gu, ""));
const endsOrLong = (text: string): boolean => text.length > MAX_TITLE || /[。；;，,]["”’」』）)]*$/.test(text);
