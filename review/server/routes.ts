import type { FastifyInstance, FastifySchema } from "fastify";
import { comparisonRoutes } from "../compare/comparison-routes.ts";
import { exportRoutes } from "../export/routes.ts";
import { pictureRoutes } from "../pictures/picture-routes.ts";
import { tryRoutes } from "../try/routes.ts";
import { decisionRoutes } from "./decision-routes.ts";
import type { ReviewDeps } from "./deps.ts";
import { exampleRoutes } from "./example-routes.ts";
import { facetRoutes } from "./facet-routes.ts";
import { factRoutes } from "./fact-routes.ts";
import { pageRoutes } from "./page.ts";
import { pulseRoutes } from "./pulses.ts";
import { validateForms } from "./validator.ts";

/** Adds routes; their paths, such as `/rows`, are below `/api/review`. */
type ReviewRoutes = (app: FastifyInstance, deps: ReviewDeps) => void;

/** TABLE of the parts of the interface. */
const PARTS: readonly ReviewRoutes[] = [
  factRoutes,
  facetRoutes,
  decisionRoutes,
  exampleRoutes,
  pulseRoutes,
  comparisonRoutes,
  pictureRoutes,
  exportRoutes,
  tryRoutes,
];

/**
 * Adds the review page at `/review/` and its interface, `schemas/review.ts`, below `/api/review/`.
 * @throws {UnreadableInputError} where the page was not built
 */
export async function reviewRoutes(app: FastifyInstance, deps: ReviewDeps): Promise<void> {
  await app.register(async (scope) => {
    // They are the page's own: /openapi.json is for programs.
    scope.addHook("onRoute", (route) => {
      route.schema = { ...route.schema, hide: true } as FastifySchema;
    });
    await pageRoutes(scope);
    await scope.register(
      async (api) => {
        validateForms(api);
        for (const part of PARTS) part(api, deps);
      },
      { prefix: "/api/review" },
    );
  });
}
