import type { Example, ExampleKind, ExpectedFact } from "../../schemas/example.ts";
import { type Fact, NUMBER_FIELDS } from "../../schemas/fact.ts";
import type { FactDetail } from "../../schemas/review.ts";

/** TABLE of the fields that a correction can be about, beside the numbers. */
const OTHER_FIELDS = [
  "label",
  "scope",
  "unit",
  "per",
  "bound",
  "range",
  "period",
  "comparison",
  "modality",
] as const satisfies readonly (keyof Fact & keyof ExpectedFact)[];

/**
 * What a fact that was looked at teaches: its sentence, and what that has to give, or must not.
 * @param kind `silent` holds what was extracted against the text, the others what a reviewer made of it
 */
export function exampleOf({ fact, extracted, verdicts }: FactDetail, kind: ExampleKind): Example {
  const shown = kind === "silent" ? (extracted ?? fact) : fact;
  const other = kind === "silent" ? fact : (extracted ?? fact);
  const { doc, evidence, metric } = shown;
  const text = evidence[0]!.sentence;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(doc.published ?? "")?.[0];
  const note = verdicts
    .flatMap(({ reviewer, reason }) => (reason === null ? [] : [`${reviewer}: ${reason}`]))
    .join("; ");
  return {
    text,
    ...{ [kind]: fieldsOf(shown, other, kind) },
    metric,
    // A headline in the example's own text would say it twice.
    ...(doc.title !== null && doc.title !== "" && doc.title !== text && { title: doc.title }),
    ...(day !== undefined && { published: day }),
    ...(note !== "" && { note }),
  };
}

/** The numbers that the text states, whom they are about, and what a correction changed: the rest other sentences may say. */
function fieldsOf(fact: Fact, other: Fact, kind: ExampleKind): ExpectedFact {
  const numbers = NUMBER_FIELDS.filter((field) => fact[field] !== null && !fact.derived.includes(field));
  const changed = OTHER_FIELDS.filter((field) => JSON.stringify(fact[field]) !== JSON.stringify(other[field]));
  const isOther = fact.subject.name !== other.subject.name;
  return {
    ...((kind !== "silent" || isOther) && fact.subject.name !== "" && { subject: fact.subject.name }),
    ...Object.fromEntries(numbers.map((field) => [field, fact[field]])),
    ...(fact.range !== null && { range: fact.range }),
    unit: fact.unit,
    ...Object.fromEntries(changed.map((field) => [field, fact[field]])),
  };
}
