import { useEffect, useMemo, useRef } from "preact/hooks";
import { address } from "../../address.ts";
import { complain, say } from "../../messages.ts";
import { pulse, reviewer } from "../../session.ts";
import { Queue } from "./state/queue.ts";
import { Saving } from "./state/saving.ts";
import { t } from "./texts.ts";

/** The queue of the address: a new one for each filter, order and role. */
export function useQueue(): { readonly queue: Queue; readonly saving: Saving } {
  const { filter, sort, free, fact } = address.value;
  const role = free.role === "adjudicator" ? "adjudicator" : "reviewer";
  const name = useRef(reviewer.value);
  // Who gives their name on the first decision goes on where they are.
  const isNamed = name.current !== "" && name.current !== reviewer.value;
  const turn = useRef(0);
  if (isNamed) turn.current++;
  name.current = reviewer.value;
  const key = JSON.stringify([filter, sort, role, turn.current]);
  const made = useMemo(() => {
    const queue = new Queue({ filter, sort, role });
    return { queue, saving: new Saving(queue) };
  }, [key]);
  const { queue } = made;
  useEffect(() => {
    queue.open(address.peek().fact).catch(complain);
  }, [queue]);
  useEffect(() => {
    if (fact !== null && queue.shown.peek() !== null) queue.jump(fact).catch(complain);
  }, [queue, fact]);
  useEffect(() => followPulse(queue), [queue]);
  return made;
}

/** Takes in what other windows decide, and how the file grows. */
function followPulse(queue: Queue): () => void {
  let facts = pulse.peek()?.facts;
  return pulse.subscribe((now) => {
    if (now === null) return;
    if (facts !== undefined && now.facts !== facts) queue.recount().catch(complain);
    facts = now.facts;
    if (now.decided.length > 0) void tellOfOthers(queue, now.decided).catch(complain);
  });
}

async function tellOfOthers(queue: Queue, decided: readonly string[]): Promise<void> {
  const before = queue.shown.peek()?.detail?.history.length;
  const detail = await queue.refresh(decided);
  if (detail === null || before === undefined || detail.history.length <= before) return;
  const last = detail.history.at(-1);
  if (last !== undefined && last.reviewer !== reviewer.peek()) say(t("otherDecided", { who: last.reviewer }));
}
