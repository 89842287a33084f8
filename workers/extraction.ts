import { FORMATS } from "../pipeline/formats/index.ts";
import { simhash } from "../pipeline/identity/simhash.ts";
import { processPage } from "../pipeline/index.ts";
import type { RawPage } from "../schemas/document.ts";
import { JingjianError, type Retry, UnexpectedError } from "../schemas/errors.ts";
import type { ExtractionStory, Failure } from "../schemas/job.ts";
import type { Settings } from "../schemas/settings.ts";
import { failureOf } from "./retry.ts";

/** What extraction makes of one page; plain data, so that it may come from another thread. */
export interface Extracted {
  /** Facts as JSONL, each line with its line feed. */
  readonly lines: string;
  /** How many facts of each metric. */
  readonly facts: Readonly<Record<string, number>>;
  readonly count: number;
  /** Records that the schema refused. */
  readonly invalid: readonly Failure[];
  readonly story: Omit<ExtractionStory, "copyOf">;
}

/** A page that gave nothing; errors lose their class between threads, so the record of it is sent. */
export interface NotExtracted {
  readonly failure: Failure;
  readonly retry: Retry;
}

/** Extracts one page. No page may fail in a way of its own: what no error class names is a defect, and is said so. */
export function extractPage(page: RawPage, settings: Settings): Extracted | NotExtracted {
  try {
    return extracted(page, settings);
  } catch (cause) {
    const error = cause instanceof JingjianError ? cause : new UnexpectedError(page.source, { cause });
    return { failure: failureOf(page.source, error), retry: error.retry };
  }
}

function extracted(page: RawPage, settings: Settings): Extracted {
  const { document, facts, invalid, charset, canonical } = processPage(page, settings);
  const counts: Record<string, number> = {};
  for (const { metric } of facts) counts[metric] = (counts[metric] ?? 0) + 1;
  return {
    lines: facts.map(FORMATS.jsonl.write).join(""),
    facts: counts,
    count: facts.length,
    invalid: invalid.map((error) => failureOf(page.source, error)),
    story: {
      id: page.id,
      charset: charset.charset,
      charsetEvidence: charset.evidence,
      overruled: charset.overruled,
      lang: document.lang,
      title: document.title,
      published: document.published,
      publisher: document.publisher,
      canonical,
      chars: document.text.length,
      simhash: simhash(document.simplified),
      facts: facts.length,
    },
  };
}
