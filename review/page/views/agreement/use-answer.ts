import { useEffect, useState } from "preact/hooks";
import { get, type Query } from "../../api.ts";
import { complain } from "../../messages.ts";
import { pulse } from "../../session.ts";

/** The answer of a route, asked again when something changed; null until the first. */
export function useAnswer<T>(route: string, query: Query = {}): T | null {
  const [answer, setAnswer] = useState<T | null>(null);
  const version = pulse.value?.version;
  const key = JSON.stringify(query);
  useEffect(() => {
    const left = new AbortController();
    get<T>(route, query, left.signal).then(setAnswer, (error: unknown) => left.signal.aborted || complain(error));
    return () => left.abort();
  }, [route, key, version]);
  return answer;
}
