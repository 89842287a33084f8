import type { FastifyInstance } from "fastify";
import { type FacetValues, FacetValuesForm, type FacetValuesQuery } from "../../schemas/review.ts";
import { facetValues } from "../facts/facet-values.ts";
import type { ReviewDeps } from "./deps.ts";
import { filterOf } from "./fact-routes.ts";

/** Long lists of the table's facets, searched. */
export function facetRoutes(app: FastifyInstance, { store }: ReviewDeps): void {
  app.get<{ Querystring: FacetValuesQuery }>(
    "/facet",
    { schema: { querystring: FacetValuesForm } },
    async ({ query }): Promise<FacetValues> => {
      const { version } = store;
      return { version, values: await facetValues(store, query.name, filterOf(query), query.find ?? "") };
    },
  );
}
