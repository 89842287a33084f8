import type { FastifyInstance } from "fastify";
import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { Value } from "typebox/value";
import { InvalidFormError } from "../../schemas/errors.ts";
import { whyNot } from "../../schemas/why-not.ts";

const PARTS: Readonly<Record<string, string>> = { querystring: "query", params: "path", headers: "headers" };

/**
 * Holds requests against the forms of `schemas/review.ts`. A query's numbers and lists are read from its texts; a body is
 * JSON and means what it says: there a null made 0 would be a number that nobody stated.
 */
export function validateForms(app: FastifyInstance): void {
  app.setValidatorCompiler<TSchema>(({ schema, httpPart = "body" }) => {
    const form = Compile(schema);
    return (given: unknown) => {
      const value = httpPart === "body" ? given : Value.Default(schema, Value.Convert(schema, given));
      if (form.Check(value)) return { value };
      return { error: new InvalidFormError(PARTS[httpPart] ?? "body", whyNot(form.Errors(value))) };
    };
  });
}
