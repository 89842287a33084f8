import type { FastifyInstance } from "fastify";
import { NotInFileError } from "../../schemas/errors.ts";
import { ExampleForm } from "../../schemas/review.ts";
import { LineWriter } from "../decisions/line-writer.ts";
import type { ReviewDeps } from "./deps.ts";
import { detailOf } from "./detail.ts";
import { exampleOf } from "./example-line.ts";

/** Facts become examples, which `jingjian lexicon check` and tests read. */
export function exampleRoutes(app: FastifyInstance, deps: ReviewDeps): void {
  const writer = new LineWriter(deps.examples);
  app.post<{ Body: ExampleForm }>("/examples", { schema: { body: ExampleForm } }, async ({ body: { fact, kind } }) => {
    const detail = await detailOf(fact, deps);
    if (detail === null) throw new NotInFileError("fact", fact);
    const example = exampleOf(detail, kind);
    await writer.append(`${JSON.stringify(example)}\n`);
    return example;
  });
  app.addHook("onClose", () => writer.close());
}
