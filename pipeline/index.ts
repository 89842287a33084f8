import { extractFacts } from "../extractors/index.ts";
import type { Document, RawPage } from "../schemas/document.ts";
import type { InvalidRecordError } from "../schemas/errors.ts";
import type { Fact } from "../schemas/fact.ts";
import type { Settings } from "../schemas/settings.ts";
import { prepare } from "./prepare.ts";
import { segment } from "./segment.ts";
import { validateFacts } from "./validate.ts";

/** What one page gives. A page without facts is a result too. */
export interface ProcessedPage {
  readonly document: Document;
  readonly facts: readonly Fact[];
  /** Records that the schema refused: defects of ours, kept out of `facts`. */
  readonly invalid: readonly InvalidRecordError[];
}

/**
 * One document's way: decode → clean → convert → segment → extract, and nothing else.
 * @throws {JingjianError} when the page cannot be read or is past a budget
 */
export function processPage(page: RawPage, settings: Settings): ProcessedPage {
  const document = segment(prepare(page, settings));
  return { document, ...validateFacts(extractFacts(document), page.source) };
}
