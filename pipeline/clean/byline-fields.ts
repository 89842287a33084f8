import { AUTHOR_LABELS, SOURCE_LABELS } from "../../corpus/lexicon/bylines.ts";
import { authorNames, publisherName } from "./byline-names.ts";
import { type BylineLine, SEAM } from "./byline-zone.ts";
import { kebabCase } from "./names.ts";

type Reader = (text: string) => string | null;

/** How a field is labelled, what its elements are called, and how its value is read. */
interface Field {
  readonly label: RegExp;
  readonly bare: RegExp;
  readonly names: RegExp;
  readonly read: Reader;
}

const AFTER = `(?:[\\s${SEAM}]*[:：/／|｜丨][\\s${SEAM}]*|${SEAM}[\\s${SEAM}]*|\\s+)([^\\s${SEAM}].{0,60})`;
export const SOURCE: Field = {
  label: new RegExp(`(?<![图片据频料])(?:${SOURCE_LABELS})${AFTER}`, "g"),
  bare: new RegExp(`(?:${SOURCE_LABELS})\\s*[:：]?\\s*$`),
  names:
    /(?:^|[-_ ])(?:source|sour|laiyuan|ly|origin|media-?name|nickname|js-name|comefrom|from-?name|source-?name)(?:$|[-_ \d])/,
  read: publisherName,
};
export const AUTHOR: Field = {
  label: new RegExp(`(?:${AUTHOR_LABELS})${AFTER}`, "g"),
  bare: new RegExp(`(?:${AUTHOR_LABELS})\\s*[:：]?\\s*$`),
  names: /(?:^|[-_ ])(?:author|authors|writer|zuozhe|byline|original|journalist|reporter)(?:$|[-_ \d])/,
  read: authorNames,
};

/** The value behind a label, in its line or, where the label stands alone, in the next. */
export function labelled(lines: readonly BylineLine[], field: Field): string | null {
  for (const [i, { text, run }] of lines.entries()) {
    for (const match of text.matchAll(field.label)) {
      const name = field.read(match[1]!);
      if (name !== null) return name;
    }
    const next = lines[i + 1];
    if (run.size > 8 || !field.bare.test(text) || next === undefined || next.run.size > 30) continue;
    const name = field.read(next.text);
    if (name !== null) return name;
  }
  return null;
}

/** The text of elements whose class or id says what they hold. */
export function byNames(lines: readonly BylineLine[], field: Field): string | null {
  for (const { run } of lines) {
    const parts = run.chunks.filter(({ element }) => isNamed(element, field.names));
    const elements = [...new Set(parts.map(({ element }) => element))];
    const texts = elements.map((at) => parts.flatMap(({ element, data }) => (element === at ? [data] : [])).join(""));
    const said = texts.map((text) => text.trim()).filter((text) => text !== "");
    const name = field.read(said.join(field === AUTHOR ? "、" : SEAM));
    if (name !== null) return name;
  }
  return null;
}

function isNamed(element: BylineLine["run"]["block"], pattern: RegExp): boolean {
  for (let at: typeof element | null = element, up = 0; at !== null && up < 3; up++) {
    if (pattern.test(kebabCase(at.names))) return true;
    if (at === at.block) return false;
    at = at.parent;
  }
  return false;
}
