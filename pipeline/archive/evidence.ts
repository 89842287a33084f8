import type { Fact } from "../../schemas/fact.ts";

/** A piece of evidence that its document does not hold where it says. */
export interface Unproved {
  readonly fact: string;
  readonly doc: string;
  readonly url: string | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What stands there instead; null where the document cannot be had. */
  readonly found: string | null;
}

/**
 * Evidence that does not read in a text what it says.
 * @param text clean text of the facts' document, or null where it cannot be had: then nothing is proved
 */
export const unproved = (facts: readonly Fact[], text: string | null): Unproved[] =>
  facts.flatMap(({ id, doc, evidence }) =>
    evidence
      .map(({ start, end, text: said }) => ({
        ...{ fact: id, doc: doc.id, url: doc.url, start, end, text: said },
        found: text === null ? null : text.slice(start, end),
      }))
      .filter(({ text: said, found }) => said !== found),
  );
