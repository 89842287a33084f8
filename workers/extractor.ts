import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { RawPage } from "../schemas/document.ts";
import { SegmenterUnavailableError } from "../schemas/errors.ts";
import type { Settings } from "../schemas/settings.ts";
import { type Extracted, extractPage, type NotExtracted } from "./extraction.ts";
import type { ExtractionTask } from "./extraction-thread.ts";
import { vocabularyToSend } from "./sent-vocabulary.ts";

/** Extracts pages away from the event loop, which renews locks and answers health checks meanwhile. */
export interface Extractor {
  /** @throws {SegmenterUnavailableError} where no page could be extracted */
  extract(page: RawPage): Promise<Extracted | NotExtracted>;
  close(): Promise<void>;
}

const THREAD = fileURLToPath(new URL("./extraction-thread.js", import.meta.url));

/** @param settings `threads` says how many; 0 extracts in the caller's thread */
export function openExtractor(settings: Settings): Extractor {
  // Threads run the built program; there is none where the sources are run directly.
  return settings.threads === 0 || !existsSync(THREAD) ? inline(settings) : pooled(settings);
}

function inline(settings: Settings): Extractor {
  return { extract: async (page) => checked(extractPage(page, settings)), close: async () => {} };
}

function pooled(settings: Settings): Extractor {
  const pool = new Piscina({
    filename: THREAD,
    minThreads: 1,
    maxThreads: settings.threads,
    // A page waits in memory; the callers' concurrency bounds how many.
    maxQueue: Number.POSITIVE_INFINITY,
  });
  return {
    extract: async (page) => {
      // A view may look into a large buffer, all of which would be sent.
      const bytes = page.bytes.slice();
      const task: ExtractionTask = { page: { ...page, bytes }, settings, vocabulary: vocabularyToSend() };
      return checked((await pool.run(task, { transferList: [bytes.buffer] })) as Extracted | NotExtracted);
    },
    close: () => pool.close({ force: true }),
  };
}

function checked(result: Extracted | NotExtracted): Extracted | NotExtracted {
  if ("failure" in result && result.failure.code === "SEGMENTER_UNAVAILABLE") throw new SegmenterUnavailableError();
  return result;
}
