import type { FastifyInstance } from "fastify";
import { PictureQuery } from "../../schemas/picture.ts";
import type { Filter } from "../../schemas/review.ts";
import type { ReviewDeps } from "../server/deps.ts";
import { filterOf } from "../server/fact-routes.ts";
import { type PictureQuestion, pictureData } from "./picture-data.ts";

/** What the pictures are drawn from. */
export function pictureRoutes(app: FastifyInstance, { store }: ReviewDeps): void {
  app.get<{ Querystring: Filter & Omit<PictureQuestion, "filter"> }>(
    "/pictures",
    { schema: { querystring: PictureQuery } },
    ({ query }) => {
      const { kind, facts, of, level } = query;
      const given = { ...(of === undefined ? {} : { of }), ...(level === undefined ? {} : { level }) };
      return pictureData(store, { kind, facts, filter: filterOf(query), ...given });
    },
  );
}
