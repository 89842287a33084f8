import type { Article, BlockKind, DecodedPage, InputForm } from "../../schemas/document.ts";
import { OffsetMap } from "../../schemas/span.ts";

/** An article whose page is its text: one block a line, of the kinds given, else paragraphs. */
export function articleOf(text: string, kinds: readonly BlockKind[] = []): Article {
  let start = 0;
  const blocks = text.split("\n").map((line, i) => {
    const block = { start, end: start + line.length, kind: kinds[i] ?? "paragraph" };
    start = block.end + 1;
    return block;
  });
  const toPage = OffsetMap.identity(text.length);
  return {
    source: "test",
    id: "test",
    url: null,
    title: null,
    publisher: null,
    author: null,
    published: null,
    text,
    blocks,
    toPage,
  };
}

/** A page as decoding gives it. */
export const decodedPage = (form: InputForm, text: string, stated: DecodedPage["stated"] = {}): DecodedPage => ({
  source: "test",
  id: "test",
  form,
  text,
  stated,
  charset: { charset: "utf-8", evidence: "utf-8", overruled: null, replaced: 0 },
});
