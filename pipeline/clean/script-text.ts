import type { TextPiece } from "./text-builder.ts";

/** Text decoded from a part of the page, with the page offset of each unit and, last, of its end. */
export interface Traced {
  readonly text: string;
  readonly at: Uint32Array;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: " ", f: " ", v: " ", "0": " " };

/** A string literal of a script: what stands between its quotes, in page offsets, and the key before it. */
export interface Literal {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/**
 * Finds the string literals of a script in one pass; a quote that opens none is passed over.
 * @param min shorter literals are left out, in UTF-16 units
 */
export function literalsOf(html: string, start: number, end: number, min: number): Literal[] {
  const found: Literal[] = [];
  let key = "";
  for (let i = start; i < end; i++) {
    const quote = html.charCodeAt(i);
    if (quote !== 0x22 && quote !== 0x27) continue;
    const close = closingQuote(html, i + 1, end, quote);
    if (close < 0) continue;
    if (close - i > min) found.push({ start: i + 1, end: close, key: key || keyBefore(html, i) });
    // A string before a colon names the one after it.
    key = close - i < 40 && /^\s*:/.test(html.slice(close + 1, close + 8)) ? html.slice(i + 1, close) : "";
    i = close;
  }
  return found;
}

function closingQuote(html: string, from: number, end: number, quote: number): number {
  for (let i = from; i < end; i++) {
    const code = html.charCodeAt(i);
    if (code === 0x5c) i += 1;
    else if (code === quote) return i;
    else if (code === 0x0a) return -1;
  }
  return -1;
}

const keyBefore = (html: string, quote: number): string =>
  /([\w$]{1,40})\s*[:=]\s*$/.exec(html.slice(Math.max(0, quote - 60), quote))?.[1] ?? "";

/** Undoes the escapes of a JavaScript or JSON string literal. */
export function unescapeLiteral(html: string, { start, end }: Literal): Traced {
  const units: string[] = [];
  const at: number[] = [];
  for (let i = start; i < end; ) {
    const [unit, length] = html[i] === "\\" ? escapeAt(html, i) : [html[i]!, 1];
    if (unit !== "") {
      units.push(unit);
      at.push(i);
    }
    i += length;
  }
  return { text: units.join(""), at: Uint32Array.from([...at, end]) };
}

function escapeAt(html: string, i: number): [unit: string, length: number] {
  const letter = html[i + 1] ?? "";
  const hex = letter === "u" ? html.slice(i + 2, i + 6) : letter === "x" ? html.slice(i + 2, i + 4) : "";
  if (hex !== "" && /^[\da-f]+$/i.test(hex)) return [String.fromCharCode(Number.parseInt(hex, 16)), 2 + hex.length];
  return [ESCAPES[letter] ?? letter, 2];
}

/** Brings a piece of decoded text back to page offsets, verbatim wherever the page has it so. */
export function tracePiece({ data, start, end }: TextPiece, at: Uint32Array): TextPiece[] {
  if (data.length !== end - start) return [{ data, start: at[start]!, end: at[end]! }];
  const pieces: TextPiece[] = [];
  for (let from = start; from < end; ) {
    let to = from + 1;
    const isPlain = at[to]! - at[from]! === 1;
    while (isPlain && to < end && at[to + 1]! - at[to]! === 1) to += 1;
    pieces.push({ data: data.slice(from - start, to - start), start: at[from]!, end: at[to]! });
    from = to;
  }
  return pieces;
}
