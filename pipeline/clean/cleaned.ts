import type { Block, Metadata } from "../../schemas/document.ts";
import type { OffsetMap } from "../../schemas/span.ts";

/** What cleaning makes of a page, whatever its form: the article without its identity. */
export interface Cleaned extends Metadata {
  /** Blocks joined by one line feed; the first is the title where there is one. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** From `text` to the page as it was given to the cleaner. */
  readonly toPage: OffsetMap;
}

/** Budgets of one page, and the name that errors give it. */
export interface CleanLimits {
  readonly maxNodes: number;
  readonly maxDepth: number;
  readonly source: string;
}
