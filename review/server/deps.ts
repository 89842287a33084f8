import type { Settings } from "../../schemas/settings.ts";
import type { Articles } from "../articles/articles.ts";
import type { Decisions } from "../decisions/decisions.ts";
import type { FactStore } from "../facts/fact-store.ts";

/** All that the routes of the review page know of the program around them. */
export interface ReviewDeps {
  readonly store: FactStore;
  readonly decisions: Decisions;
  /** Ends when the facts stand as the decisions make them; left out where they do. */
  readonly inStep?: Promise<void>;
  readonly articles: Articles;
  readonly settings: Settings;
  /** Path of `examples.jsonl`. */
  readonly examples: string;
  /** Path of the analyst's own words, or null. */
  readonly lexicon: string | null;
  /** Refuses whatever is kept: decisions and examples. */
  readonly readOnly: boolean;
  /** Told of each defect that a request met; the answer says no more than that there was one. */
  readonly onDefect: (error: unknown) => void;
  /** Told of what goes on beside a request: a damaged line, an input that cannot be read. */
  readonly onWarning: (warning: string) => void;
}
