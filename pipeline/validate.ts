import { Compile } from "typebox/compile";
import { InvalidRecordError } from "../schemas/errors.ts";
import { type Fact, FactSchema } from "../schemas/fact.ts";

const validator = Compile(FactSchema);

/**
 * Holds facts against their schema before anything writes them.
 * @param source where the document came from, for the error
 * @returns the facts that hold, and one error for each that does not
 */
export function validateFacts(
  facts: readonly Fact[],
  source: string,
): { readonly facts: readonly Fact[]; readonly invalid: readonly InvalidRecordError[] } {
  if (facts.every((fact) => validator.Check(fact))) return { facts, invalid: [] };
  const broken = facts.filter((fact) => !validator.Check(fact));
  return {
    facts: facts.filter((fact) => validator.Check(fact)),
    invalid: broken.map((fact) => new InvalidRecordError(source, why(fact))),
  };
}

function why(fact: Fact): string {
  const [first] = validator.Errors(fact);
  return first === undefined ? "unknown" : `${first.instancePath || "the record"} ${first.message}`;
}
