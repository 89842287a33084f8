import { prepare } from "../pipeline/prepare.ts";
import { type DocumentOptions, eachDocument } from "./documents.ts";

/**
 * `jingjian clean`: the main text and metadata of each document, one JSON object a line.
 * @returns exit code
 */
export function cleanCommand(inputs: readonly string[], options: DocumentOptions): Promise<number> {
  return eachDocument(inputs, options, (page) => {
    const { source, id, title, published, publisher, author, lang, text } = prepare(page, options.settings);
    const line = JSON.stringify({ source, id, title, published, publisher, author, lang, text });
    return { text: `${line}\n`, errors: [] };
  });
}
