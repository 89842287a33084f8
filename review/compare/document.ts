/** A document as its facts show it. */
export interface SourceDocument {
  readonly id: string;
  /** Place in the order of time, from 1. */
  readonly number: number;
  /** `number` of the earliest document of the same text, which may be its own. */
  readonly original: number;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  /** Its publisher and its series, to know a later issue by. */
  readonly names: readonly string[];
}

/** @returns the publisher and the series of a document, as far as they are known */
export function namesOf(publisher: string | null, url: string | null, title: string | null): string[] {
  return [publisherName(publisher, url), seriesName(title)].filter((name) => name !== null);
}

const lettersOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

function publisherName(publisher: string | null, url: string | null): string | null {
  const name = publisher === null ? "" : lettersOf(publisher.split(/[／/|｜]/u)[0] ?? "");
  if (name !== "") return `publisher ${name}`;
  return url !== null && URL.canParse(url) ? `publisher ${new URL(url).host}` : null;
}

/** 隆德县2025年统计公报 and 隆德县2024年统计公报 are of one series. News has headlines, which repeat by chance only. */
function seriesName(title: string | null): string | null {
  if (title === null || !/公报|决算|预算|年报|年鉴|工作报告|统计/.test(title)) return null;
  return `series ${lettersOf(title).replace(/[\d〇零一二三四五六七八九十]{1,9}(?=年|月|季|届|次|号|期)/gu, "")}`;
}
