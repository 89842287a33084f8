import type { RawPage } from "../schemas/document.ts";
import type { Settings } from "../schemas/settings.ts";
import { type Extracted, extractPage, type NotExtracted } from "./extraction.ts";

/** What a thread of the pool runs, one page at a time. */
export default ({
  page,
  settings,
}: {
  readonly page: RawPage;
  readonly settings: Settings;
}): Extracted | NotExtracted => extractPage(page, settings);
