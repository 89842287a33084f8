import type { PageTree } from "./page-types.ts";
import { type Literal, literalsOf, type Traced, unescapeLiteral } from "./script-text.ts";

/** A script as text to search: the page itself between two offsets, or what was decoded from it. */
export interface ScriptText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Page offset of each unit of `text`; null where `text` is the page. */
  readonly at: Uint32Array | null;
}

/** UTF-16 units of one script; states of front ends are smaller. */
const MAX_SCRIPT = 4_000_000;
/** UTF-16 units: shorter strings hold no article's data. */
const MIN_DATA = 120;
/** Chinese as it stands or in escapes: most scripts of a page have none. */
const CHINESE = /[一-龥]{4}|\\u[4-9][\da-f]{3}|%E[4-9]%/i;
const MARKUP_TYPE = /html|template|handlebars|mustache/i;
/** JSON in percent escapes, as `encodeURIComponent` writes it: `%7B%22data%22…`. */
const PERCENT = /^\s*["']?%(?:7B|5B)/i;

/** The scripts of a page that hold code or data. */
export function scriptTexts({ head, html }: PageTree): ScriptText[] {
  return head.scripts
    .filter(({ type, start, end }) => !MARKUP_TYPE.test(type) && CHINESE.test(html.slice(start, end)))
    .map(({ start, end }) => {
      const stop = Math.min(end, start + MAX_SCRIPT);
      if (!PERCENT.test(html.slice(start, start + 20))) return { text: html, start, end: stop, at: null };
      const { text, at } = percentDecoded(html, start, stop);
      return { text, start: 0, end: text.length, at };
    });
}

/** Whether a string holds data of its own, `"{\\"title\\":…}"`, as `JSON.parse("…")` and streamed states have it. */
export const isData = (text: string, { start, end }: Literal): boolean =>
  /^[^<]{0,80}?[[{]\s*\\+["u]/.test(text.slice(start, Math.min(end, start + 120)));

/** The data that strings of a script hold, unescaped once. */
export function nestedTexts(script: ScriptText): ScriptText[] {
  if (!script.text.slice(script.start, script.end).includes('\\"')) return [];
  const literals = literalsOf(script.text, script.start, script.end, MIN_DATA);
  return literals
    .filter((literal) => isData(script.text, literal))
    .map((literal) => {
      const { text, at } = unescapeLiteral(script.text, literal);
      const inPage = script.at === null ? at : at.map((offset) => script.at![offset]!);
      return { text, start: 0, end: text.length, at: inPage };
    });
}

/** Markup that waits for a script to place it: templates, and what hidden fields hold. */
export function markupTexts({ head, html }: PageTree): ScriptText[] {
  const templates = head.scripts.filter(({ type }) => MARKUP_TYPE.test(type));
  return [...templates, ...head.stashes].map(({ start, end }) => ({
    text: html,
    start,
    end: Math.min(end, start + MAX_SCRIPT),
    at: null,
  }));
}

/** Undoes percent escapes of UTF-8; what is no escape stays. */
function percentDecoded(html: string, start: number, end: number): Traced {
  const units: string[] = [];
  const at: number[] = [];
  for (let i = start; i < end; ) {
    const [character, length] = html[i] === "%" ? characterAt(html, i, end) : [html[i]!, 1];
    for (const unit of character.split("")) {
      units.push(unit);
      at.push(i);
    }
    i += length;
  }
  return { text: units.join(""), at: Uint32Array.from([...at, end]) };
}

/** The character of one to four percent escapes, and how many units they take. */
function characterAt(html: string, i: number, end: number): [character: string, length: number] {
  const lead = byteAt(html, i, end);
  if (lead === null) return ["%", 1];
  const count = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  let code = count === 1 ? lead : lead & (0x7f >> count);
  for (let n = 1; n < count; n++) {
    const byte = byteAt(html, i + 3 * n, end);
    if (byte === null) return ["\u{FFFD}", 3];
    code = (code << 6) | (byte & 0x3f);
  }
  return [code <= 0x10ffff ? String.fromCodePoint(code) : "\u{FFFD}", 3 * count];
}

function byteAt(html: string, i: number, end: number): number | null {
  const hex = i + 3 <= end && html[i] === "%" ? html.slice(i + 1, i + 3) : "";
  return /^[\da-f]{2}$/i.test(hex) ? Number.parseInt(hex, 16) : null;
}
