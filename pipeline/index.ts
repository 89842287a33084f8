import { extractFacts } from "../extractors/index.ts";
import type { CharsetDecision, Document, RawPage } from "../schemas/document.ts";
import type { InvalidRecordError } from "../schemas/errors.ts";
import type { Fact } from "../schemas/fact.ts";
import type { Settings } from "../schemas/settings.ts";
import { clean } from "./clean/index.ts";
import { convert } from "./convert.ts";
import { decode } from "./decode.ts";
import { segment } from "./segment.ts";
import { validateFacts } from "./validate.ts";

/** What one page gives. A page without facts is a result too. */
export interface ProcessedPage {
  readonly document: Document;
  readonly facts: readonly Fact[];
  /** Records that the schema refused: defects of ours, kept out of `facts`. */
  readonly invalid: readonly InvalidRecordError[];
  readonly charset: CharsetDecision;
  /** The address that the page itself names as its own (`rel=canonical`), or null. */
  readonly canonical: string | null;
}

/**
 * One document's way: decode → clean → convert → segment → extract, and nothing else.
 * @throws {JingjianError} when the page cannot be read or is past a budget
 */
export function processPage(page: RawPage, settings: Settings): ProcessedPage {
  const { url, ...stated } = page.stated ?? {};
  const decoded = decode({ ...page, stated }, settings);
  const cleaned = clean(decoded, settings);
  const article = url === undefined || url === null ? cleaned : { ...cleaned, url };
  const document = segment(convert(article, settings));
  const found = validateFacts(extractFacts(document), page.source);
  return { document, ...found, charset: decoded.charset, canonical: cleaned.url };
}
