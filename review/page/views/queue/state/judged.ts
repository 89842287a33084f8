import type { Role, Status } from "../../../../../schemas/decision.ts";
import type { Fact } from "../../../../../schemas/fact.ts";
import type { FactDetail, Verdict } from "../../../../../schemas/review.ts";

/** A fact as its reviewer may see it before and after they have decided. */
export interface Judged {
  readonly fact: Fact;
  readonly status: Status;
  readonly own: Verdict | null;
  readonly others: readonly Verdict[];
  /** What others said is kept back, so that it does not lead the judgement. */
  readonly isBlind: boolean;
}

export interface Judge {
  readonly name: string;
  readonly role: Role;
  /** The reviewer wants to see what others said all the same. */
  readonly reveals: boolean;
}

export function judged(detail: FactDetail, { name, role, reveals }: Judge): Judged {
  const own = detail.verdicts.findLast(({ reviewer }) => reviewer === name) ?? null;
  const others = detail.verdicts.filter(({ reviewer }) => reviewer !== name);
  const isBlind = others.length > 0 && own === null && role === "reviewer" && !reveals && !detail.adjudicated;
  // An added fact is all there is: only a later correction of it is kept back.
  const added = others.find(({ action }) => action === "add")?.after ?? null;
  return {
    fact: isBlind ? (detail.extracted ?? added ?? detail.fact) : detail.fact,
    status: isBlind ? "extracted" : detail.status,
    own,
    others,
    isBlind,
  };
}
