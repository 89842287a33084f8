import type { Metadata, RawPage } from "../schemas/document.ts";

/**
 * Text in memory as a page, for callers that read no files. The first line is the title, as in a text file.
 * @param id identity of the document in the facts
 */
export function rawText(text: string, id = "text", stated: Partial<Metadata> = {}): RawPage {
  return {
    source: id,
    id,
    form: "text",
    bytes: new TextEncoder().encode(text),
    contentType: "text/plain; charset=utf-8",
    stated,
  };
}
