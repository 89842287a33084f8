import { BYLINE_WORDS, MEDIUM_WORDS, ROLE_START } from "../../corpus/lexicon/bylines.ts";
import { AUTHOR, byNames } from "./byline-fields.ts";
import { publisherName } from "./byline-names.ts";
import { type BylineLine, SEAM } from "./byline-zone.ts";
import { readMoments, readShortMoment } from "./moments.ts";
import { kebabCase } from "./names.ts";

/** Classes of what shows a name. */
const NAME_NAMES = /(?:^|[-_ ])(?:author|account|user|nick|media|source|name)(?:$|[-_ \d])/;

/** The name that stands beside the date without a label, else in the line above or below it. */
export function besideDate(lines: readonly BylineLine[], sites: readonly string[]): string | null {
  for (const line of lines) {
    const { text, run } = line;
    const moment = readMoments(text)[0] ?? readShortMoment(text.replaceAll(SEAM, " "), 2000);
    if (moment == null || run.size > 60 || byNames([line], AUTHOR) !== null) continue;
    const before = valueless(text.slice(0, moment.start)).reverse();
    const parts = [...valueless(text.slice(moment.end)), ...before];
    const name = parts.map(unlabelled).find((found) => found !== null);
    if (name != null) return name;
    const isAlone = parts.every((part) => part === "" || unlabelled(part) === null);
    const around = isAlone ? nameAround(line, lines, sites) : null;
    if (around !== null) return around;
  }
  return null;
}

/** A short line next to that of the date, where it is surely a medium's name: by its end, or as the page calls its site. */
function nameAround({ run }: BylineLine, lines: readonly BylineLine[], sites: readonly string[]): string | null {
  for (const { text, run: other, names } of lines) {
    if (Math.abs(other.index - run.index) !== 1 || other.size > 14) continue;
    const name = unlabelled(text);
    if (name === null || name.includes(" ")) continue;
    if (MEDIUM_WORDS.test(name) || NAME_NAMES.test(kebabCase(names)) || sites.some((site) => site.includes(name)))
      return name;
  }
  return null;
}

/** The parts of a line that are no values of a label. */
function valueless(text: string): string[] {
  const parts = text.split(SEAM).map((part) => part.trim());
  return parts.filter((_, i) => !/[:：]$/.test(parts.slice(0, i).findLast((part) => part !== "") ?? ""));
}

/** A name that could stand alone: its first word where several stand apart. */
function unlabelled(part: string): string | null {
  if (/[:：>＞]|字号|字體|字体|浏览|阅读|评论|点击|人气/.test(part)) return null;
  if (ROLE_START.test(part.trim())) return null;
  const words = part.trim().split(/\s+/);
  const from = words.findIndex((word) => !BYLINE_WORDS.test(word));
  const said = from < 0 ? "" : words.slice(from).join(" ");
  const name = ROLE_START.test(said) ? null : publisherName(said);
  return name === null || !/[\p{L}]{2}/u.test(name) ? null : (/^[一-龥]{3,}(?=\s)/.exec(name)?.[0] ?? name);
}
