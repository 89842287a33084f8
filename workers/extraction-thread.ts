import type { RawPage } from "../schemas/document.ts";
import type { Settings } from "../schemas/settings.ts";
import { type Extracted, extractPage, type NotExtracted } from "./extraction.ts";
import { receiveVocabulary, type SentVocabulary } from "./sent-vocabulary.ts";

/** What a thread is sent for one page. */
export interface ExtractionTask {
  readonly page: RawPage;
  readonly settings: Settings;
  readonly vocabulary: SentVocabulary;
}

/** What a thread of the pool runs, one page at a time. */
export default function extractTask({ page, settings, vocabulary }: ExtractionTask): Extracted | NotExtracted {
  receiveVocabulary(vocabulary);
  return extractPage(page, settings);
}
