import type { Explanation } from "../../extractors/explain.ts";
import type { LexiconProblem } from "../../schemas/errors.ts";

/** The analyst's own words as they are read with now. */
export interface LexiconState {
  /** Name of the file; null where none was given. */
  readonly file: string | null;
  /** Grows each time the file is read again. */
  readonly version: number;
  /** Why the file as it stands is not in use; what was read before is, then. */
  readonly problems: readonly LexiconProblem[];
}

/** Answer to POST try: what each pass made of a text. */
export interface Tried extends Explanation {
  readonly lexicon: LexiconState;
}
