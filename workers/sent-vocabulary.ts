import { derived, useVocabulary } from "../extractors/vocabulary/in-use.ts";
import { NOTHING_ADDED, type Vocabulary } from "../extractors/vocabulary/vocabulary.ts";

/** A lexicon's words on their way to a thread, which has tables of its own; null where none is in use. */
export type SentVocabulary = string | null;

/** What goes along with each page: a lexicon may be exchanged between two. */
export const vocabularyToSend = derived(
  (vocabulary) => vocabulary,
  (vocabulary): SentVocabulary => (vocabulary === NOTHING_ADDED ? null : JSON.stringify(vocabulary)),
);

let received: SentVocabulary = null;

/** In the thread: takes up what came with a page, if it is not what came with the one before. */
export function receiveVocabulary(sent: SentVocabulary): void {
  if (sent === received) return;
  useVocabulary(sent === null ? NOTHING_ADDED : (JSON.parse(sent) as Vocabulary));
  received = sent;
}
