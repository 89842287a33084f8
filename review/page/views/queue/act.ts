import { complain, say } from "../../messages.ts";
import { startCaret } from "./article/caret.ts";
import { nextScript } from "./article/script-choice.ts";
import { type SelectedSpan, selectedSpan } from "./article/selection.ts";
import { t as articleText } from "./article/texts.ts";
import type { QueueAction } from "./key-table.ts";
import type { Queue } from "./state/queue.ts";
import { toggleReveals } from "./state/reveal.ts";
import type { ActionContext, Actions } from "./use-actions.ts";

/** What keys and buttons do; nothing while something is open, also before the browser has drawn it. */
export function act(action: QueueAction, context: ActionContext, actions: Actions): void {
  if (actions.open === null) ACTIONS[action](context, actions);
}

type Does = (context: ActionContext, actions: Actions) => void;

/** Only on a fact that is shown, and not while another decision waits to be saved. */
const onFact =
  (does: (fact: NonNullable<ActionContext["judged"]>["fact"], actions: Actions) => void): Does =>
  ({ queue, judged, saving }, actions) => {
    const isShown = judged !== null && queue.state.peek() === "walking";
    if (isShown && saving.pending.peek() === null) does(judged.fact, actions);
  };

/** TABLE of what each action does. */
const ACTIONS: Readonly<Record<QueueAction, Does>> = {
  accept: onFact((_, { accept }) => accept()),
  reject: onFact((_, { setOpen }) => setOpen({ what: "reject" })),
  edit: onFact((fact, { setOpen }) => setOpen({ what: "edit", kind: "correct", fact, warnings: [] })),
  undo: ({ saving }) => void saving.undo().catch(complain),
  next: ({ queue }) => void queue.step(1).catch(complain),
  previous: ({ queue }) => void queue.step(-1).catch(complain),
  search: () => document.querySelector<HTMLElement>(".queue-bar .search")?.focus(),
  filter: (_, { setOpen }) => setOpen({ what: "filter" }),
  example: onFact((_, { example }) => example(null)),
  text: nextScript,
  add: ({ queue, body }, { setOpen }) => {
    const span = spanToAdd(queue, body.current);
    if (span !== null) setOpen({ what: "draft", span });
  },
  caret: ({ body }) => {
    const start = body.current?.querySelector("mark.current") ?? body.current?.querySelector("[data-at]");
    body.current?.focus();
    if (start) startCaret(start);
    say(articleText("caretHow"));
  },
  reveal: toggleReveals,
};

/** The selected words; null, and says why, where they cannot be made a fact of. */
function spanToAdd(queue: Queue, body: HTMLElement | null): SelectedSpan | null {
  const article = queue.shown.peek()?.article ?? null;
  if (queue.state.peek() !== "walking" || body === null || article === null) return null;
  if (article.source === "sentences") {
    say(articleText("noArticle"));
    return null;
  }
  const span = selectedSpan(body, article);
  if (typeof span !== "string") return span;
  say(articleText(span === "nothing" ? "selectFirst" : "selectOriginal"));
  return null;
}
