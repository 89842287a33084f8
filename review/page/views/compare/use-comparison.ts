import { useEffect, useRef, useState } from "preact/hooks";
import type { ComparisonAnswer, GroupState } from "../../../../schemas/comparison.ts";
import type { Filter } from "../../../../schemas/review.ts";
import { get } from "../../api.ts";
import { complain } from "../../messages.ts";

const ASK_MS = 700;
/** Groups on a page. */
export const PAGE = 20;

export interface Comparing {
  /** Of the state and page last asked for, or those before while the next is on its way; null until the first. */
  readonly answer: ComparisonAnswer | null;
  /** The answer is still that before. */
  readonly isOld: boolean;
  /** Compares the facts as they are now. */
  readonly again: () => void;
}

/** Asks for a page of groups, again and again until all is compared; pages of one filter are of one run. */
export function useComparison(filter: Filter, state: GroupState, offset: number): Comparing {
  const [shown, show] = useState<{ readonly answer: ComparisonAnswer; readonly page: string } | null>(null);
  const [turn, setTurn] = useState(0);
  const run = useRef<{ readonly key: string; readonly id: string } | null>(null);
  const key = JSON.stringify([filter, turn]);
  const page = JSON.stringify([key, state, offset]);
  useEffect(() => {
    const left = new AbortController();
    const ask = async () => {
      while (!left.signal.aborted) {
        const known = run.current?.key === key ? run.current.id : null;
        const query = { ...filter, state, offset, limit: PAGE, run: known };
        const found = await get<ComparisonAnswer>("comparison", query, left.signal);
        run.current = { key, id: found.run };
        show({ answer: found, page });
        if (found.progress === null) return;
        await new Promise((resolve) => setTimeout(resolve, ASK_MS));
      }
    };
    ask().catch((error: unknown) => left.signal.aborted || complain(error));
    return () => left.abort();
  }, [key, state, offset]);
  return { answer: shown?.answer ?? null, isOld: shown?.page !== page, again: () => setTurn(turn + 1) };
}
