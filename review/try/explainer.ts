import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { Explanation } from "../../extractors/explain.ts";
import { TryTooSlowError } from "../../schemas/errors.ts";
import type { TryForm } from "../../schemas/review.ts";
import type { Settings } from "../../schemas/settings.ts";
import { vocabularyToSend } from "../../workers/sent-vocabulary.ts";
import { explainText } from "./explain-text.ts";
import type { ExplainTask } from "./explain-thread.ts";

/** Far more than 20,000 characters of any kind take. */
const BUDGET_MS = 15_000;
/** Where nobody tries anything, no thread is kept. */
const IDLE_MS = 60_000;
/** Texts that wait; more than that is no analyst typing. */
const MAX_WAITING = 8;

const THREAD = fileURLToPath(new URL("./explain-thread.js", import.meta.url));

/** Explains texts away from the event loop, so that no text, however odd, keeps others from their facts. */
export interface Explainer {
  /** @throws {TryTooSlowError} past the budget, or where too many wait */
  explain(form: TryForm): Promise<Explanation>;
  close(): Promise<void>;
}

export function openExplainer(settings: Settings): Explainer {
  // The thread runs the built program; there is none where the sources are run directly.
  if (!existsSync(THREAD)) return { explain: async (form) => explainText(form, settings), close: async () => {} };
  let pool: Piscina | null = null;
  return {
    explain: (form) => {
      pool ??= new Piscina({
        filename: THREAD,
        minThreads: 0,
        maxThreads: 1,
        maxQueue: MAX_WAITING,
        idleTimeout: IDLE_MS,
      });
      return inTime(pool, { form, settings, vocabulary: vocabularyToSend() });
    },
    close: async () => {
      await pool?.close({ force: true });
    },
  };
}

async function inTime(pool: Piscina, task: ExplainTask): Promise<Explanation> {
  if (pool.queueSize >= MAX_WAITING) throw new TryTooSlowError(BUDGET_MS);
  const signal = AbortSignal.timeout(BUDGET_MS);
  try {
    return (await pool.run(task, { signal })) as Explanation;
  } catch (error) {
    if (signal.aborted) throw new TryTooSlowError(BUDGET_MS, { cause: error });
    throw error;
  }
}
