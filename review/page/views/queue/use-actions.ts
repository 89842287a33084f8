import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { Fact } from "../../../../schemas/fact.ts";
import type { Draft, FactDetail, Verdict } from "../../../../schemas/review.ts";
import { complain } from "../../messages.ts";
import { session } from "../../session.ts";
import { language } from "../../texts.ts";
import type { SelectedSpan } from "./article/selection.ts";
import type { ExampleKind } from "./dialogs/example-dialog.tsx";
import type { Editing } from "./edit/edit-form.tsx";
import { exampleKindOf, makeExample } from "./state/examples.ts";
import type { Judged } from "./state/judged.ts";
import type { Queue } from "./state/queue.ts";
import { isSameFact } from "./state/same-fact.ts";
import type { Saving, Wish } from "./state/saving.ts";
import { t } from "./texts.ts";
import { claimIn } from "./words/claim.ts";

/** What stands before the fact until it is answered. */
export type Open =
  | { readonly what: "reject" | "example" | "filter" }
  | { readonly what: "draft"; readonly span: SelectedSpan }
  | ({ readonly what: "edit" } & Editing);

export interface ActionContext {
  readonly queue: Queue;
  readonly saving: Saving;
  readonly detail: FactDetail | null;
  readonly judged: Judged | null;
  /** Element of the article. */
  readonly body: RefObject<HTMLElement | null>;
}

/** What is answered to what is open, and to the fact itself. */
export interface Actions {
  readonly open: Open | null;
  readonly setOpen: (open: Open | null) => void;
  /** Closes what is open if it still is that: a dialog tells of its end when something else may stand there already. */
  readonly close: (which: Open) => void;
  readonly accept: () => void;
  readonly reject: (reason: string) => void;
  readonly example: (kind: ExampleKind | null) => void;
  readonly drafted: (draft: Draft) => void;
  readonly saveEdit: (after: Fact, reason: string, claim: string) => void;
  /** Makes another's verdict the adjudicator's. */
  readonly take: (verdict: Verdict) => void;
  readonly retry: () => void;
}

type Said = Omit<Wish, "claim"> & { readonly claim?: string };

export function useActions({ queue, saving, detail, judged }: ActionContext): Actions {
  const [open, setOpen] = useState<Open | null>(null);
  const goOn = async (saved: Promise<boolean>, action: string): Promise<void> => {
    if (!(await saved)) return;
    setOpen(null);
    if (action !== "add" && action !== "undo") await queue.advance();
  };
  const decide = (said: Said): void => {
    if (session.peek()?.readOnly === true) {
      complain(new Error(t("readOnly")));
      return;
    }
    if (open?.what !== "edit") setOpen(null); // a form stays until what is in it is saved
    const wish = { claim: inWords(said.after ?? said.fact), ...said };
    goOn(saving.decide(wish), said.action).catch(complain);
  };
  const saveEdit: Actions["saveEdit"] = (after, reason, claim) => {
    if (open?.what !== "edit") return;
    // Whoever corrects a fact as another did before agrees with the other.
    const isKnown = open.kind === "correct" && detail !== null && isSameFact(after, detail.fact);
    const told = reason === "" ? {} : { reason };
    decide({ action: isKnown ? "accept" : open.kind, fact: open.fact, after, claim, ...told });
  };
  const example: Actions["example"] = (chosen) => {
    if (judged === null) return;
    const kind = chosen ?? exampleKindOf(judged);
    setOpen(kind === null ? { what: "example" } : null);
    if (kind !== null) void makeExample(judged.fact.id, kind);
  };
  return {
    open,
    setOpen,
    close: (which) => setOpen((now) => (now === which ? null : now)),
    accept: () => judged && decide({ action: "accept", fact: judged.fact, after: judged.fact }),
    reject: (reason) => judged && decide({ action: "reject", fact: judged.fact, reason }),
    example,
    drafted: ({ fact, warnings }) => setOpen({ what: "edit", kind: "add", fact, warnings }),
    saveEdit,
    take: (verdict) => detail && decide(adopted(verdict, detail.fact)),
    retry: () => {
      const action = saving.pending.peek()?.form.action ?? "undo";
      goOn(saving.retry(), action).catch(complain);
    },
  };
}

function inWords(fact: Fact): string {
  const info = session.peek()?.metrics.find(({ id }) => id === fact.metric);
  return claimIn(fact, info, language.peek());
}

/** The adjudicator's decision that says what a verdict says. */
function adopted({ action, after, reason }: Verdict, fact: Fact): Said {
  if (action === "reject") return { action, fact, reason: reason ?? "" };
  return after === null || isSameFact(after, fact)
    ? { action: "accept", fact }
    : { action: "correct", fact, after, ...(reason === null ? {} : { reason }) };
}
