import { type Explanation, explain } from "../../extractors/explain.ts";
import type { Example, ExpectedFact } from "../../schemas/example.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { Settings } from "../../schemas/settings.ts";
import { bareDocument } from "../bare-text.ts";

/** `misses` is a known miss that still is one; `comes-true` one that is none any more. */
export type Outcome = "holds" | "fails" | "misses" | "comes-true";

export interface ExampleRun {
  readonly outcome: Outcome;
  readonly explanation: Explanation;
}

/** A number has to be somebody's: whose it is where neither text nor headline names a place. */
export const ANYWHERE = "河曲县";

/** Reads an example's text with the lexicon in use, and holds what it gives against what it should. */
export function runExample(example: Example, settings: Settings): ExampleRun {
  const { metric, gives, silent, knownMiss } = example;
  const explanation = explained(example, settings);
  const facts = explanation.facts.filter((fact) => metric === undefined || fact.metric === metric);
  const has = (expected: ExpectedFact): boolean => facts.some((fact) => agrees(fact, expected));
  if (gives !== undefined) return { outcome: has(gives) ? "holds" : "fails", explanation };
  if (knownMiss !== undefined) return { outcome: has(knownMiss) ? "comes-true" : "misses", explanation };
  const isSilent = silent === undefined || silent === true ? facts.length === 0 : !has(silent);
  return { outcome: isSilent ? "holds" : "fails", explanation };
}

function explained({ text, title, published }: Example, settings: Settings): Explanation {
  const read = (headline?: string) => explain(bareDocument(text, { title: headline, published }, settings));
  const explanation = read(title);
  const namesPlace = explanation.sentences.some(({ places }) => places.length > 0);
  if (namesPlace || title !== undefined || explanation.facts.length > 0) return explanation;
  const { sentences, facts } = read(ANYWHERE);
  return { sentences: sentences.slice(1), facts };
}

/** True where the fact has every field that is asked for; numbers to one part in a thousand million. */
function agrees(fact: Fact, expected: ExpectedFact): boolean {
  return Object.entries(expected).every(([field, wanted]) => {
    const found = field === "subject" ? fact.subject.name : fact[field as keyof Fact];
    if (typeof wanted === "number") return typeof found === "number" && isNear(found, wanted);
    if (Array.isArray(wanted)) return Array.isArray(found) && wanted.every((end, i) => isNear(Number(found[i]), end));
    return found === wanted;
  });
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
