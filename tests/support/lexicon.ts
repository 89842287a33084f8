import { parseLexicon, useLexicon } from "../../pipeline/lexicon/index.ts";
import { InvalidLexiconError } from "../../schemas/errors.ts";
import { linesIn, type Setting } from "./extract.ts";

/** Does something with a lexicon in use, and takes it away again. */
export function withLexicon<T>(yaml: string, run: () => T): T {
  useLexicon(parseLexicon(yaml, "my.yaml"));
  try {
    return run();
  } finally {
    useLexicon(null);
  }
}

/** Every fact of a text in one line each, as read with a lexicon. */
export const linesWith = (yaml: string, text: string, setting?: Setting): string[] =>
  withLexicon(yaml, () => linesIn(text, setting, ["unit", "bound", "modality", "range"]));

/** The mistakes that reading tells of, each `line:column problem; remedy`. */
export function mistakes(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof InvalidLexiconError)) throw error;
    return error.problems.map(({ line, column, problem, remedy }) => `${line}:${column} ${problem}; ${remedy}`);
  }
}
