import { createRequire } from "node:module";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

const require = createRequire(import.meta.url);
const versionOf = (name: string): string => (require(`${name}/package.json`) as { readonly version: string }).version;

/** One line that `score/pages.mjs` reads. */
export interface PageReading {
  readonly page: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly text: string;
}

export const READABILITY = {
  name: "Readability with linkedom",
  version: `${versionOf("@mozilla/readability")} with ${versionOf("linkedom")}`,
};

/** @param html a page already decoded: Readability reads no bytes */
export function readWithReadability(page: string, html: string): PageReading {
  const article = new Readability(parseHTML(html).document).parse();
  return {
    page,
    title: article?.title ?? null,
    published: article?.publishedTime ?? null,
    publisher: article?.siteName ?? null,
    author: article?.byline ?? null,
    text: article?.textContent ?? "",
  };
}
