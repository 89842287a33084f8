import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { Value } from "typebox/value";
import type { Decision } from "../../schemas/decision.ts";
import { DecisionRefusedError, NotInFileError } from "../../schemas/errors.ts";
import { type Fact, FactSchema } from "../../schemas/fact.ts";
import type { DecisionForm } from "../../schemas/review.ts";
import { whyNot } from "../../schemas/why-not.ts";
import type { FactStore } from "../facts/fact-store.ts";
import type { Decisions } from "./decisions.ts";
import { hasHalfCharacter } from "./half-characters.ts";
import { refusalOfUndo } from "./ledger.ts";

/** What a decision says of its fact; the rest of it is who and when. */
type Verdict = Pick<Decision, "fact" | "doc" | "before" | "after" | "undoes">;

interface Known {
  readonly store: FactStore;
  readonly decisions: Decisions;
}

/**
 * Holds what a reviewer asks for against what there is, and puts the facts as they stand into it.
 * @throws {NotInFileError} for a fact, document or decision that is not there
 * @throws {DecisionRefusedError} for what cannot stand
 */
export async function decisionOf(form: DecisionForm, known: Known): Promise<Decision> {
  const { action, reviewer, role = "reviewer", reason = "" } = form;
  if (hasHalfCharacter(form))
    throw new DecisionRefusedError(
      "The request holds half a character",
      "Leave out the broken sign (a lone surrogate)",
    );
  const verdict = await VERDICTS[action](form, known);
  return {
    id: randomUUID(),
    at: new Date().toISOString(),
    ...{ reviewer, role, action, ...verdict },
    reason: reason.trim() === "" ? null : reason.trim(),
  };
}

/** TABLE of what each action wants. */
const VERDICTS: Readonly<Record<DecisionForm["action"], (form: DecisionForm, known: Known) => Promise<Verdict>>> = {
  accept: async (form, known) => {
    const fact = await factAsSeen(form, known);
    return { fact: fact.id, doc: fact.doc.id, before: fact, after: fact, undoes: null };
  },
  reject: async (form, known) => {
    if ((form.reason ?? "").trim() === "")
      throw new DecisionRefusedError("A rejection says why", "Give a reason: rules are mended by it");
    const fact = await factAsItStands(form, known);
    return { fact: fact.id, doc: fact.doc.id, before: fact, after: null, undoes: null };
  },
  correct: async (form, known) => {
    const fact = await factAsItStands(form, known);
    const after = demandFact(form);
    if (after.id !== fact.id || !isDeepStrictEqual(after.doc, fact.doc))
      throw new DecisionRefusedError(
        "A correction keeps the fact's id and document",
        "Send the fact as it stands with its other fields changed; or reject it, and add another",
      );
    if (isDeepStrictEqual(after, fact))
      throw new DecisionRefusedError("The correction changes nothing", "Accept the fact instead");
    return { fact: fact.id, doc: fact.doc.id, before: fact, after, undoes: null };
  },
  add: async (form, { store }) => {
    const after = demandFact(form);
    if ((await store.fact(after.id)) !== null)
      throw new DecisionRefusedError(
        `The document gives this fact already: ${after.id}`,
        "Accept that one, or correct it",
      );
    const [other] = await store.ofDocument(after.doc.id);
    if (other === undefined) throw new NotInFileError("document", after.doc.id);
    if (!isDeepStrictEqual(after.doc, other.fact.doc))
      throw new DecisionRefusedError(
        "The added fact describes its document in other words",
        "Take `doc` from another fact of the document, as a draft does",
      );
    return { fact: after.id, doc: after.doc.id, before: null, after, undoes: null };
  },
  undo: async ({ decision: id = "", reviewer }, { store, decisions }) => {
    const found = await decisions.find(id);
    if (found === null) throw new NotInFileError("decision", id);
    const why = refusalOfUndo({ ...found.decision, undone: found.undone }, reviewer);
    if (why !== null)
      throw new DecisionRefusedError(`This decision stays: ${why}`, "Decide anew: the last decision is what counts");
    const { fact, doc } = found.decision;
    return { fact, doc, before: (await store.fact(fact))?.fact ?? null, after: null, undoes: id };
  },
};

async function factAsItStands({ fact: id = "" }: DecisionForm, { store }: Known): Promise<Fact> {
  const stored = await store.fact(id);
  if (stored === null) throw new NotInFileError("fact", id);
  return stored.fact;
}

/** Who judges without knowing what others said accepts what was extracted, though somebody has corrected it. */
async function factAsSeen(form: DecisionForm, known: Known): Promise<Fact> {
  const fact = await factAsItStands(form, known);
  const { after } = form;
  if (after === undefined || isDeepStrictEqual(after, fact)) return fact;
  const extracted = await known.store.extracted(fact.id);
  if (isDeepStrictEqual(after, extracted)) return after;
  throw new DecisionRefusedError(
    "The fact is another one now than the one accepted",
    "Load it again, and look at it anew",
  );
}

function demandFact({ action, after }: DecisionForm): Fact {
  const remedy = "Send the whole fact as `after`; see schemas/fact.schema.json";
  if (after === undefined) throw new DecisionRefusedError(`To ${action} wants the fact as it should be`, remedy);
  if (!Value.Check(FactSchema, after))
    throw new DecisionRefusedError(`\`after\` is no fact: ${whyNot(Value.Errors(FactSchema, after))}`, remedy);
  const odd = after.evidence.find(({ start, end }) => end <= start);
  if (odd !== undefined)
    throw new DecisionRefusedError(`Evidence from ${odd.start} to ${odd.end} holds nothing`, remedy);
  return after;
}
