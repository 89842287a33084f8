import { authorNames } from "./byline-names.ts";
import { type BylineLine, type BylineZone, SEAM } from "./byline-zone.ts";

const REPORTER = "(?:记者|記者|特派员|特派員|通讯员)";
/** After a dateline: `新华社巴黎12月9日电（记者唐霁）`, `新京报讯（见习记者 陆一夫）`, `中新网北京3月5日电 (记者 张三)`. */
const DATELINE = new RegExp(`^.{0,40}?[（(]\\s*[一-龥]{0,10}?${REPORTER}[\\s:：]*([^）)]{2,40})[）)]`);
/** Before a dateline: `本报记者 张三 北京报道`; Taiwan: `（中央社記者王小明台北5日電）`, `記者王小明／台北報導`. */
const DATELINES_AROUND: readonly RegExp[] = [
  /^[（(〔【[]\s*[一-龥]{0,8}?(?:記者|记者)\s*([一-龥]{2,4}(?:[、\s][一-龥]{2,4}){0,3}?)[一-龥]{2,3}\d{1,2}(?:日|\s*日)(?:電|电)/,
  /^(?:.{0,40}[\s）)】\]])?[一-龥]{0,8}(?:記者|记者)\s*([一-龥]{2,4}(?:[、\s][一-龥]{2,4}){0,3})\s*[／/]\s*[一-龥]{1,6}(?:報導|报道)/,
  /^[〔【[（(]\s*[一-龥A-Za-z\d]{0,12}?(?:記者|记者)\s*([一-龥]{2,4}(?:[、\s][一-龥]{2,4}){0,3})\s*[／/]\s*[一-龥]{1,6}(?:報導|报道)/,
  /^(?:[一-龥]{0,8})(?:记者|記者)[\s:：]+([一-龥]{2,4}(?:[\s、][一-龥]{2,4}){0,4})\s+[一-龥]{2,6}(?:报道|報導|摄影报道)/,
  /^[【〔[（(][^】〕\]）)]{2,12}[讯訊][】〕\]）)]\s*[一-龥]{0,8}(?:记者|記者)\s*([一-龥]{2,4}(?:[、\s][一-龥]{2,4}){0,3}?)(?:[一-龥]{0,4}(?:报道|報道|報導)|\s|[:：])/,
  /^([一-龥]{2,4}(?:[、\s]+[一-龥]{2,4}){0,3})\s*[／/]\s*[一-龥]{2,6}(?:報導|报道)/,
  /^[（(]\s*(?:文|撰文|作者|图文)\s*[/／|｜:：]\s*([^）)。]{2,40})[）)]/,
  /^[一-龥]{2,10}\s+(?:记者|記者)\s+([一-龥]{2,4}(?:[\s、][一-龥]{2,4}){0,4})\s+\d/,
];
/** The dateline of an agency with names alone: `中新网北京3月5日电 (张三 李四)`. */
const AGENCY = /^.{2,24}?\d日(?:电|電|讯|訊)\s*[（(]([一-龥]{2,4}(?:[\s、，][一-龥]{2,4}){0,4})[）)]/;
/** Lines that are nothing but a signature. */
const SIGNATURES: readonly RegExp[] = [
  /^[【[（(]?\s*(?:图文|图、文|文图|文|撰文|执笔|执笔人|采写|采访|采写\/摄影|作者|本文作者|撰稿|文字|主笔|记者|記者)\s*[/／|｜丨:：]\s*([^。！？]{2,60})$/,
  /^[^。，！？\d]{0,14}?(?:记者|記者|作者|特约评论员)\s*[:：]?\s+([一-龥]{2,4}(?:[\s、，]+[一-龥]{2,4}){0,5})(?:\s*(?:报道|摄影报道|摄影|文|发自[一-龥]{2,6}|[一-龥]{2,4}报道))?\s*[）)】\]]?$/,
  /^[（(【[]\s*[一-龥]{0,10}?(?:记者|記者|作者|执笔|撰文|文)[\s:：/|]*([^）)】\]。]{2,40})[）)】\]]$/,
  /^[一-龥]{0,10}(?:记者|記者)([一-龥]{2,3}(?:[、\s][一-龥]{2,4}){0,4})$/,
  /^[（(]([一-龥]{2,3})[）)]$/,
];

const PICTURED = /(?:摄|攝|摄影|攝影|供图|供圖|制图|製圖|绘图)\s*$/;

/** Authors who sign in the body: after the dateline, or in a line of their own above or below. */
export function signedAuthors(zone: BylineZone): string | null {
  for (const line of [...zone.head.filter(({ run }) => run.size <= 40), ...zone.opening]) {
    const found = firstNames(line, [...DATELINES_AROUND, DATELINE, AGENCY], 160);
    if (found !== null) return found;
  }
  for (const line of [...zone.opening, ...zone.closing]) {
    const found = line.run.size <= 60 ? firstNames(line, SIGNATURES, 200) : null;
    if (found !== null) return found;
  }
  return signedInLastLine(zone.closing.filter(({ run }) => run.block.dropped === ""));
}

function firstNames({ text }: BylineLine, patterns: readonly RegExp[], length: number): string | null {
  const plain = text.replaceAll(SEAM, "").trim().slice(0, length);
  for (const pattern of patterns) {
    const match = pattern.exec(plain);
    // Who took a picture did not write the text.
    const names = match === null || PICTURED.test(match[1]!) ? null : authorNames(match[1]!);
    if (names !== null) return names;
  }
  return null;
}

/** A name in brackets, or `记者 张三` in brackets, behind the last sentence. */
function signedInLastLine(lines: readonly BylineLine[]): string | null {
  for (const { text } of lines.slice(-6)) {
    const plain = text.replaceAll(SEAM, "").trim().slice(-60);
    const match =
      /[。！？”]\s*[（(]\s*(?:[一-龥]{0,8}?(?:记者|記者|作者|文|执笔)[\s:：/]*([^）)。]{2,40})|([一-龥]{2,3}))[）)]$/.exec(
        plain,
      );
    const names = match === null ? null : authorNames(match[1] ?? match[2]!);
    if (names !== null) return names;
  }
  return null;
}
