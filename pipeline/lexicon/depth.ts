import { Lexer } from "yaml";

/** Far more than any lexicon needs, and far less than the stack holds. */
const MAX_DEPTH = 100;
/** Signs that are no part of the text: start of a document, of a scalar, and an error. */
const CONTROLS = "\u0002\u0018\u001f";
/** A line that is set in this far, or opens this many lists, before it says anything. */
const DEEP_LINE = /^[ ?:-]{200}/m;

/**
 * Where a text nests more deeply than can be read; null where it does not. The parser goes into what is nested by
 * calling itself, and V8 ends the process when it has to compile a pattern near the end of the stack.
 */
export function tooDeepAt(text: string): number | null {
  const line = DEEP_LINE.exec(text);
  if (line !== null) return line.index;
  let depth = 0;
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") depth++;
    if (token === "]" || token === "}") depth--;
    if (depth > MAX_DEPTH) return offset;
    if (!CONTROLS.includes(token)) offset += token.length;
  }
  return null;
}
