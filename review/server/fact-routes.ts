import type { FastifyInstance } from "fastify";
import Type from "typebox";
import { NotInFileError } from "../../schemas/errors.ts";
import { FACETS, type Filter, FilterForm, RowsQuery, SortForm } from "../../schemas/review.ts";
import type { RowsQuestion } from "../facts/fact-store.ts";
import type { ReviewDeps } from "./deps.ts";
import { detailOf } from "./detail.ts";
import { OrphanCount, sessionOf } from "./session.ts";

const PositionQuery = Type.Object({
  ...FilterForm.properties,
  ...SortForm.properties,
  view: Type.Optional(Type.String()),
  fact: Type.String({ minLength: 1 }),
});
const FactQuery = Type.Object({ id: Type.String({ minLength: 1 }) });
const ArticleQuery = Type.Object({ doc: Type.String({ minLength: 1 }) });

type Asked = Filter & Omit<RowsQuestion, "filter">;

/** What there is to see. */
export function factRoutes(app: FastifyInstance, deps: ReviewDeps): void {
  const { store, articles } = deps;
  const orphans = new OrphanCount(deps);
  app.get("/session", async () => sessionOf(deps, await orphans.now()));
  app.get<{ Querystring: Filter }>("/facets", { schema: { querystring: FilterForm } }, ({ query }) =>
    store.facets(filterOf(query)),
  );
  app.get<{ Querystring: Asked }>("/rows", { schema: { querystring: RowsQuery } }, ({ query }) => {
    const { sort, offset, limit } = query;
    return store.rows({ filter: filterOf(query), sort, offset, limit, ...viewOf(query) });
  });
  app.get<{ Querystring: Asked & { readonly fact: string } }>(
    "/position",
    { schema: { querystring: PositionQuery } },
    ({ query }) => {
      const { sort, fact } = query;
      return store.position({ filter: filterOf(query), sort, fact, ...viewOf(query) });
    },
  );
  app.get<{ Querystring: { readonly id: string } }>(
    "/fact",
    { schema: { querystring: FactQuery } },
    async ({ query: { id } }) => {
      const detail = await detailOf(id, deps);
      if (detail === null) throw new NotInFileError("fact", id);
      return detail;
    },
  );
  app.get<{ Querystring: { readonly doc: string } }>(
    "/article",
    { schema: { querystring: ArticleQuery } },
    async ({ query: { doc } }) => {
      const facts = await store.ofDocument(doc);
      const [first] = facts;
      if (first === undefined) throw new NotInFileError("document", doc);
      return articles.view(first.fact.doc, facts);
    },
  );
}

/** The part of a query that narrows the table; routes of other views take it too. */
export function filterOf(query: Filter): Filter {
  const given = Object.fromEntries(FACETS.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])));
  return query.q === undefined || query.q === "" ? given : { ...given, q: query.q };
}

const viewOf = ({ view }: { readonly view?: string }) => (view === undefined || view === "" ? {} : { view });
