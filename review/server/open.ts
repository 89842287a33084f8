import { setTimeout as sleep } from "node:timers/promises";
import type { Settings } from "../../schemas/settings.ts";
import { openArticles } from "../articles/index.ts";
import { DecisionFile } from "../decisions/decision-file.ts";
import { besideFacts, decisionsPathOf } from "../decisions/index.ts";
import { openFactStore } from "../facts/open-fact-store.ts";
import type { ReviewDeps } from "./deps.ts";
import { keepInStep } from "./in-step.ts";

export interface ReviewFiles {
  /** JSONL that extract, run or work wrote, and may still write to. */
  readonly facts: string;
  /** Where the articles are read from, as for `extract`; what is not there, from the archive. */
  readonly inputs: readonly string[];
  /** Beside the facts, where it is not named. */
  readonly decisions: string | null;
  /** Beside the facts, where it is not named. */
  readonly examples: string | null;
}

export interface ReviewOptions extends ReviewFiles {
  readonly settings: Settings;
  readonly readOnly: boolean;
  readonly onDefect: (error: unknown) => void;
  readonly onWarning: (warning: string) => void;
  /** Told of each document that cannot be read, with its source. */
  readonly onFailure: (source: string, error: unknown) => void;
}

export interface Review extends ReviewDeps {
  /** Ends the following of the files and lets go of them. */
  close(): Promise<void>;
}

/** How long the opening waits for decisions to be read and applied. */
const PATIENCE_MS = 1_000;

/**
 * Opens what the review page shows. The facts are read on meanwhile.
 * @throws {UnreadableInputError} when the facts or decisions cannot be read
 * @throws {NotSavedError} when a torn last line of the decisions cannot be ended
 */
export async function openReview(options: ReviewOptions): Promise<Review> {
  const { facts, inputs, settings, readOnly, onDefect, onWarning, onFailure } = options;
  const store = await openFactStore(facts, { follow: true, onError: (error) => onFailure(facts, error) });
  try {
    const path = options.decisions ?? decisionsPathOf(facts);
    const onTrouble = (error: unknown) => onFailure(path, error);
    const decisions = await DecisionFile.open(path, { readOnly, onBroken: onWarning, onTrouble });
    const stop = keepInStep(store, decisions);
    const whole = decisions.start();
    // Of very many decisions the page shows what is known so far.
    await Promise.race([whole, sleep(PATIENCE_MS, undefined, { ref: false })]);
    const inStep = whole.catch(onTrouble);
    return {
      ...{ store, decisions, settings, readOnly, onDefect, onWarning },
      lexicon: settings.lexicon === "" ? null : settings.lexicon,
      inStep,
      articles: openArticles({ inputs, settings, onFailure }),
      examples: options.examples ?? besideFacts(facts, "examples"),
      close: async () => {
        stop();
        await decisions.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
