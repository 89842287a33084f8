import type { OffsetMap, Span } from "./span.ts";

/** Bytes as a source gave them, before anything is believed about them. */
export interface RawPage {
  /** What the operator named: a path, a URL, or `PATH#3` for the third line of a JSONL file. */
  readonly source: string;
  /** Stable identity of the document; the same input gives the same id on every run. */
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly form: InputForm;
  /** Value of the HTTP `Content-Type` header, where there was one. */
  readonly contentType?: string;
  /** What the input itself states about the document; it wins over what cleaning finds. */
  readonly stated?: Partial<Metadata>;
  /** Where the document can be read again; absent for bytes that lie in no file. */
  readonly origin?: Origin;
}

/** A whole file, the bytes of one line of a JSONL file, or of one record of a web archive; the path `-` is standard input. */
export interface Origin {
  readonly path: string;
  /** Bytes from the file's start to the line's first byte. */
  readonly offset?: number;
  /** Bytes of the line, its line feed left out, or of the record as it lies in the file. */
  readonly length?: number;
  /** Set for a response record of a WARC file; `offset` and `length` then span the record, compressed where the file is. */
  readonly record?: "warc";
}

export type InputForm = "html" | "markdown" | "text";

/** How a page's bytes became text. */
export interface CharsetDecision {
  /** Encoding Standard name: `utf-8`, `gb18030`, `big5`, `utf-16le`… */
  readonly charset: string;
  readonly evidence: "bom" | "header" | "meta" | "utf-8" | "trial";
  /** The label that the bytes overruled, or null. */
  readonly overruled: string | null;
  /** How many bytes had no character (shown as U+FFFD). */
  readonly replaced: number;
}

/** A page as text, in the script and with the markup it came with. */
export interface DecodedPage {
  readonly source: string;
  readonly id: string;
  readonly form: InputForm;
  readonly text: string;
  readonly charset: CharsetDecision;
  readonly stated: Partial<Metadata>;
}

export interface Metadata {
  readonly url: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  /** Names joined by `、`. */
  readonly author: string | null;
  /** ISO 8601 date, or date and time with offset. */
  readonly published: string | null;
}

export type BlockKind = "title" | "paragraph" | "heading" | "list-item" | "table-row" | "caption";

/** A run of the article's text that a reader sees as one unit; blocks are separated by one line feed. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/**
 * A cleaned document. `text` is the document's clean original text: its first block is the title where there is one,
 * cells of a table row are separated by tabs, and evidence offsets of facts point into it.
 */
export interface Article extends Metadata {
  readonly source: string;
  readonly id: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** From `text` to the decoded page. */
  readonly toPage: OffsetMap;
}

export type Script = "zh-Hans" | "zh-Hant";

/** An article with its Simplified Chinese text, for which every rule is written. */
export interface SimplifiedArticle extends Article {
  readonly lang: Script;
  readonly simplified: string;
  /** From `simplified` to `text`. */
  readonly toOriginal: OffsetMap;
}

/** A sentence of the simplified text, with its place among the blocks. */
export interface Sentence extends Span {
  readonly text: string;
  /** Index into `blocks`. */
  readonly block: number;
  readonly kind: BlockKind;
}

/** A word as the segmenter cuts it; `tag` is its part of speech (ICTCLAS set: `n`, `v`, `m`, `ns`, `nr`…). */
export interface Token extends Span {
  readonly text: string;
  readonly tag: string;
}

/** A simplified article cut into sentences; what extraction reads. */
export interface Document extends SimplifiedArticle {
  readonly sentences: readonly Sentence[];
  /** Tokens of a sentence, cut when first asked for: the segmenter is the slowest part of the way. */
  readonly tokens: (sentence: Sentence) => readonly Token[];
}
