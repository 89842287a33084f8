import { signal } from "@preact/signals";
import type { Action } from "../../../../../schemas/decision.ts";
import type { Fact } from "../../../../../schemas/fact.ts";
import type { Decided, DecisionForm } from "../../../../../schemas/review.ts";
import { ApiError, post } from "../../../api.ts";
import { complain, say } from "../../../messages.ts";
import { reviewer, reviewerName } from "../../../session.ts";
import { t } from "../texts.ts";
import type { Queue } from "./queue.ts";

/** What a reviewer wants to be kept; `claim` says it in words. */
export interface Wish {
  readonly action: Exclude<Action, "undo">;
  readonly fact: Fact;
  readonly after?: Fact;
  readonly reason?: string;
  readonly claim: string;
}
interface Request {
  readonly form: DecisionForm;
  readonly claim: string;
  readonly fact: Fact;
}
/** A decision on its way; with the error where it did not arrive. */
export interface Pending extends Request {
  readonly error: ApiError | null;
}

const DONE = { accept: "accepted", correct: "corrected", reject: "rejected", add: "added" } as const;

/** Sends decisions and says that they are saved once the server has said so. */
export class Saving {
  readonly pending = signal<Pending | null>(null);
  /** How many of each kind since the page was opened. */
  readonly counts = signal<Readonly<Record<Wish["action"], number>>>({ accept: 0, correct: 0, reject: 0, add: 0 });
  private readonly made: { decision: string; fact: Fact; claim: string; action: Wish["action"] }[] = [];

  constructor(private readonly queue: Queue) {}

  /** @returns whether it is saved; where not, it stays in `pending` with the error */
  async decide({ action, fact, after, reason, claim }: Wish): Promise<boolean> {
    const name = await this.name();
    if (name === "") return false;
    const { role } = this.queue.view;
    const form: DecisionForm = {
      action,
      reviewer: name,
      role,
      ...(action === "add" ? {} : { fact: fact.id }),
      ...(after === undefined ? {} : { after }),
      ...(reason === undefined ? {} : { reason }),
    };
    return this.send({ form, claim, fact });
  }

  /** Takes back the last decision of this window, or else the reviewer's own on the fact that is shown. */
  async undo(): Promise<void> {
    const shown = this.queue.shown.value?.detail;
    const own = shown?.verdicts.findLast((verdict) => verdict.reviewer === reviewer.value);
    const last =
      this.made.at(-1) ??
      (shown && own ? { decision: own.decision, fact: shown.fact, claim: t(DONE[own.action]) } : undefined);
    if (last === undefined) return say(t("nothingToUndo"));
    const name = await this.name();
    if (name === "") return;
    const { decision, fact, claim } = last;
    const { role } = this.queue.view;
    await this.send({ form: { action: "undo", reviewer: name, role, fact: fact.id, decision }, claim, fact });
  }

  async retry(): Promise<boolean> {
    const { pending } = this;
    return pending.value?.error ? this.send(pending.value) : false;
  }

  drop(): void {
    if (this.pending.value?.error) this.pending.value = null;
  }

  /** "" while another decision is on its way or waits to be tried again. */
  private async name(): Promise<string> {
    if (this.pending.value !== null) return "";
    const known = reviewer.value;
    const name = await reviewerName();
    if (known === "" && name !== "") await this.queue.countDecided().catch(complain);
    return name;
  }

  private async send({ form, claim, fact }: Request): Promise<boolean> {
    this.pending.value = { form, claim, fact, error: null };
    try {
      const answer = await post<Decided>("decisions", form);
      this.pending.value = null;
      this.saved({ form, claim, fact }, answer);
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.pending.value = { form, claim, fact, error };
      return false;
    }
  }

  private saved({ form, claim, fact }: Request, { decision, detail }: Decided): void {
    this.queue.took(decision.fact, detail);
    if (form.action === "undo") {
      const at = this.made.findIndex((made) => made.decision === form.decision);
      const [undone] = at < 0 ? [] : this.made.splice(at, 1);
      if (undone !== undefined) this.count(undone.action, -1);
      say(t("savedUndo", { what: claim }));
      if (detail === null) this.queue.refreshArticle(fact.doc.id).catch(complain);
      else this.queue.jump(decision.fact).catch(complain);
      return;
    }
    this.count(form.action, 1);
    const what = `${t(DONE[form.action])} ${claim}`;
    this.made.push({ decision: decision.id, fact, claim: what, action: form.action });
    say(t("saved", { what }));
    if (form.action === "add") this.queue.refreshArticle(fact.doc.id).catch(complain);
  }

  private count(action: Wish["action"], by: 1 | -1): void {
    this.counts.value = { ...this.counts.value, [action]: this.counts.value[action] + by };
  }
}
