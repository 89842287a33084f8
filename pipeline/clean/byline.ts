import { SURNAMED } from "../../corpus/lexicon/bylines.ts";
import { besideDate } from "./beside-date.ts";
import { AUTHOR, byNames, labelled, SOURCE } from "./byline-fields.ts";
import { accountName, type Byline, nameAndMedium, originalBy, reportersMedium } from "./byline-people.ts";
import { type BylineLine, type BylineZone, SEAM } from "./byline-zone.ts";
import { signedAuthors } from "./signature.ts";

export { authorNames, publisherName } from "./byline-names.ts";
export type { Byline } from "./byline-people.ts";

/**
 * Reads source and authors from the lines around an article.
 * @param sites what the page calls its site: the end of its title, or a meta tag
 */
export function findByline(zone: BylineZone, sites: readonly string[]): Byline {
  const pair = zone.head.flatMap(({ text }) => text.split(SEAM).map(nameAndMedium)).find((found) => found !== null);
  const publisher =
    labelled(zone.head, SOURCE) ??
    pair?.publisher ??
    byNames(zone.head, SOURCE) ??
    besideDate(zone.head, sites) ??
    reportersMedium(zone.head) ??
    labelled([...zone.opening, ...zone.closing, ...zone.below.slice(0, 6)].filter(isCredit), SOURCE);
  const author =
    labelled(zone.head, AUTHOR) ??
    pair?.author ??
    byNames(
      zone.head.filter(({ run }) => run.size <= 40),
      AUTHOR,
    ) ??
    originalBy(zone.head) ??
    accountName(zone.head) ??
    signedAuthors(zone) ??
    labelled([...zone.opening, ...zone.closing, ...zone.below.slice(0, 8)].filter(isCredit), AUTHOR);
  // Who has an account under his own name publishes nothing but his own.
  const isPerson = author === publisher && author !== null && SURNAMED.test(author);
  return { publisher: isPerson ? null : publisher, author };
}

/** A credit stands in a short line of its own, not in a sentence. */
const isCredit = ({ run, text }: BylineLine): boolean => run.size <= 60 && !/[。！？；]/.test(text.slice(0, -1));
