import { FORMATS, type FormatName } from "../pipeline/formats/index.ts";
import { processPage } from "../pipeline/index.ts";
import { type DocumentOptions, eachDocument } from "./documents.ts";

export interface ExtractOptions extends DocumentOptions {
  readonly format: FormatName;
}

/**
 * `jingjian extract`: files in, facts out, no queue.
 * @returns exit code
 */
export function extractCommand(inputs: readonly string[], options: ExtractOptions): Promise<number> {
  const { head, write } = FORMATS[options.format];
  return eachDocument(
    inputs,
    options,
    (page) => {
      const { facts, invalid } = processPage(page, options.settings);
      return { text: facts.map(write).join(""), facts: facts.length, errors: invalid };
    },
    head,
  );
}
