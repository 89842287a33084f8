import type { Action, Decision, Role, Status } from "../../schemas/decision.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { Judgement, Standing } from "./decisions.ts";
import { judgedFields } from "./judged-fields.ts";

/** Where a line lies in its file, bytes. */
export interface Place {
  readonly start: number;
  readonly length: number;
}

/** A decision in short: the whole of it lies in the file, and there may be very many. */
export interface Entry extends Place {
  readonly id: string;
  readonly fact: string;
  readonly doc: string;
  readonly metric: string;
  readonly reviewer: string;
  readonly role: Role;
  readonly action: Action;
  /** Of correct and add. */
  readonly after: Fact | null;
  /** What `after` says; null where there is none. */
  readonly fields: string | null;
  undone: boolean;
}

type Outcome = Pick<Judgement, "category" | "fields"> & { readonly fact: Fact | null };

/** All decisions of a file, in its order, and what they make of each fact. */
export class Ledger {
  private readonly byId = new Map<string, Entry>();
  private readonly byFact = new Map<string, Entry[]>();

  /** @returns why the decision counts for nothing; null where it counts */
  add(decision: Decision, place: Place): string | null {
    const known = this.byId.get(decision.id);
    if (known !== undefined) return isSame(known, decision) ? null : "another decision has its id";
    const why = decision.action === "undo" ? this.undo(decision) : missingPart(decision);
    if (why !== null) return why;
    const entry = entryOf(decision, place);
    this.byId.set(entry.id, entry);
    const others = this.byFact.get(entry.fact);
    if (others === undefined) this.byFact.set(entry.fact, [entry]);
    else others.push(entry);
    return null;
  }

  get(id: string): Entry | null {
    return this.byId.get(id) ?? null;
  }

  of(fact: string): readonly Entry[] {
    return this.byFact.get(fact) ?? [];
  }

  facts(): Iterable<string> {
    return this.byFact.keys();
  }

  entries(): Iterable<Entry> {
    return this.byId.values();
  }

  /** By reviewer, the last decision that was not undone; in the order of the file. */
  last(fact: string, role?: Role): readonly Entry[] {
    const last = new Map<string, Entry>();
    for (const entry of this.of(fact)) {
      if (entry.undone || entry.action === "undo" || (role !== undefined && entry.role !== role)) continue;
      last.delete(entry.reviewer);
      last.set(entry.reviewer, entry);
    }
    return [...last.values()];
  }

  /** Whether a decision stands on it, and no reviewer added it. */
  isDecided(fact: string): boolean {
    const all = this.of(fact);
    return (
      all.some(({ action, undone }) => action !== "undo" && !undone) && all.every(({ action }) => action !== "add")
    );
  }

  standing(fact: string): Standing {
    const all = this.of(fact);
    const last = this.last(fact);
    const added = all.find(({ action }) => action === "add") ?? null;
    const adjudication = this.last(fact, "adjudicator").at(-1);
    const outcomes = (adjudication === undefined ? last : [adjudication]).map((entry) => this.outcome(entry));
    const { status, current } = settle(outcomes, added?.after ?? null);
    return {
      fact,
      doc: all[0]?.doc ?? "",
      status,
      reviewers: last.map(({ reviewer }) => reviewer).sort(),
      current,
      adjudicated: adjudication !== undefined,
      added: added !== null,
    };
  }

  judgements(fact: string): readonly Judgement[] {
    const metric = this.of(fact)[0]?.metric ?? "";
    return (["reviewer", "adjudicator"] as const).flatMap((role) =>
      this.last(fact, role).map((entry) => {
        const { category, fields } = this.outcome(entry);
        return { fact, metric, reviewer: entry.reviewer, role, category, fields };
      }),
    );
  }

  /** Whoever accepts a fact that another corrected says what the other said. */
  private outcome(entry: Entry): Outcome {
    if (entry.action === "reject") return { category: "rejected", fields: "", fact: null };
    if (entry.action !== "accept") return { category: "corrected", fields: entry.fields ?? "", fact: entry.after };
    const correction = this.of(entry.fact).find(({ after, fields }) => after !== null && fields === entry.fields);
    return correction === undefined
      ? { category: "accepted", fields: "", fact: null }
      : { category: "corrected", fields: correction.fields ?? "", fact: correction.after };
  }

  private undo({ undoes, reviewer, fact }: Decision): string | null {
    const entry = this.byId.get(undoes ?? "");
    const why = entry === undefined ? "it takes back what is not there" : refusalOfUndo(entry, reviewer);
    if (why !== null) return why;
    if (entry!.fact !== fact) return "it takes back a decision on another fact";
    entry!.undone = true;
    return null;
  }
}

/** Why this reviewer cannot take a decision back; null where they can. */
export function refusalOfUndo(
  { action, reviewer: who, undone }: Pick<Entry, "action" | "reviewer" | "undone">,
  reviewer: string,
): string | null {
  if (action === "undo") return "an undo cannot be undone";
  if (who !== reviewer) return `only ${who} can take it back`;
  return undone ? "it was taken back already" : null;
}

function missingPart({ action, after }: Decision): string | null {
  return after === null && action !== "reject" ? `a decision to ${action} wants the fact` : null;
}

const isSame = (entry: Entry, { fact, reviewer, action }: Decision): boolean =>
  entry.fact === fact && entry.reviewer === reviewer && entry.action === action;

function entryOf(decision: Decision, { start, length }: Place): Entry {
  const { id, fact, doc, reviewer, role, action, before, after } = decision;
  const keepsFact = action === "correct" || action === "add";
  return {
    ...{ id, fact, doc, reviewer, role, action, start, length, undone: false },
    metric: (before ?? after)?.metric ?? "",
    after: keepsFact ? after : null,
    fields: after === null ? null : judgedFields(after),
  };
}

/** @param added what a reviewer added under this id, which nothing else holds */
function settle(
  outcomes: readonly Outcome[],
  added: Fact | null,
): { readonly status: Status; readonly current: Fact | null } {
  const last = outcomes.at(-1);
  // An addition that was taken back is gone.
  if (last === undefined) return { status: "extracted", current: null };
  if (new Set(outcomes.map(({ category, fields }) => `${category} ${fields}`)).size > 1)
    return { status: "disputed", current: added };
  if (last.category === "rejected") return { status: "rejected", current: added };
  if (added !== null) return { status: "added", current: last.fact ?? added };
  return last.category === "accepted"
    ? { status: "accepted", current: null }
    : { status: "corrected", current: last.fact };
}
