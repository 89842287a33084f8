import type { Explanation } from "../../extractors/explain.ts";
import type { TryForm } from "../../schemas/review.ts";
import type { Settings } from "../../schemas/settings.ts";
import { receiveVocabulary, type SentVocabulary } from "../../workers/sent-vocabulary.ts";
import { explainText } from "./explain-text.ts";

/** What the thread is sent for one text. */
export interface ExplainTask {
  readonly form: TryForm;
  readonly settings: Settings;
  readonly vocabulary: SentVocabulary;
}

/** Runs in a thread of its own. */
export default function explainTask({ form, settings, vocabulary }: ExplainTask): Explanation {
  receiveVocabulary(vocabulary);
  return explainText(form, settings);
}
