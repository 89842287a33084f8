import type { Fact } from "../../schemas/fact.ts";

/** How facts are written, one line each, so that any number of them streams. */
export interface Format {
  /** What stands before the first fact; may be empty. */
  readonly head: string;
  /** One fact as a whole line, with its line end. */
  readonly write: (fact: Fact) => string;
}
