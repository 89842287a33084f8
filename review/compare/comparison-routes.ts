import type { FastifyInstance } from "fastify";
import { ComparisonQuery } from "../../schemas/comparison.ts";
import type { Filter } from "../../schemas/review.ts";
import type { ReviewDeps } from "../server/deps.ts";
import { filterOf } from "../server/fact-routes.ts";
import { ComparisonDesk, type ComparisonQuestion } from "./desk.ts";

/** What several documents state of one thing. */
export function comparisonRoutes(app: FastifyInstance, { store, onDefect }: ReviewDeps): void {
  const desk = new ComparisonDesk(store, onDefect);
  app.addHook("onClose", () => desk.close());
  app.get<{ Querystring: Filter & Omit<ComparisonQuestion, "filter"> }>(
    "/comparison",
    { schema: { querystring: ComparisonQuery } },
    ({ query }) => {
      const { state, offset, limit, run } = query;
      return desk.ask({ filter: filterOf(query), state, offset, limit, ...(run === undefined ? {} : { run }) });
    },
  );
}
