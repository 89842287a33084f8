import type { FastifyInstance } from "fastify";
import { UnfitUrlError } from "../../schemas/errors.ts";
import type { StoredLetter } from "../failed.ts";
import type { ConsoleDeps } from "./deps.ts";
import {
  EnqueuedForm,
  EnqueueForm,
  ErrorForm,
  FailedForm,
  FailedQuery,
  FindQuery,
  FoundForm,
  RetriedForm,
  RetryForm,
  StatusForm,
} from "./forms.ts";
import { demandEngine } from "./health.ts";

const json = (operationId: string, summary: string, success: object, rest: object = {}) => ({
  operationId,
  summary,
  tags: ["work"],
  ...rest,
  response: { "2xx": success, default: ErrorForm },
});

/** The HTTP interface for programs. */
export function api(app: FastifyInstance, deps: ConsoleDeps, localFiles: boolean): void {
  app.addHook("preHandler", () => demandEngine(deps));
  app.post<{ Body: { readonly sources: readonly string[] } }>(
    "/api/enqueue",
    { schema: json("enqueue", "Put sources into the queue", EnqueuedForm, { body: EnqueueForm }) },
    async ({ body: { sources } }, reply) => {
      // All or nothing: a request half taken could not be sent again as it is.
      if (!localFiles) for (const source of sources) demandUrl(source);
      return reply.code(202).send(await deps.enqueue(sources));
    },
  );
  app.get("/api/status", { schema: json("status", "Queues and processes at work", StatusForm) }, () => deps.status());
  app.get<{ Querystring: FailedQuery }>(
    "/api/failed",
    {
      schema: json("failed", "Documents that were given up, with the reason", FailedForm, { querystring: FailedQuery }),
    },
    ({ query: { limit = 100, ...filter } }) => firstOf(deps.failures(filter), limit),
  );
  app.post<{ Body: RetryForm }>(
    "/api/retry",
    { schema: json("retry", "Try documents again that were given up", RetriedForm, { body: RetryForm }) },
    async ({ body: { all: _all, ...filter } }) => {
      const { done, kept } = await deps.retry(filter);
      return { retried: done, kept };
    },
  );
  app.get<{ Querystring: { readonly q: string } }>(
    "/api/find",
    { schema: json("find", "All that happened to one document", FoundForm, { querystring: FindQuery }) },
    async ({ query: { q } }) => ({ found: await deps.find(q) }),
  );
}

/** @throws {UnfitUrlError} for a path, or a URL that is not fetched */
function demandUrl(source: string): void {
  const url = URL.canParse(source) ? new URL(source) : null;
  if (url === null) throw new UnfitUrlError(source, "it is no URL, and files are not taken over HTTP");
  if (!/^https?:$/.test(url.protocol)) throw new UnfitUrlError(source, `its scheme is ${url.protocol}`);
  if (url.username !== "" || url.password !== "") throw new UnfitUrlError(url.host, "it holds a user name");
}

async function firstOf(letters: AsyncIterable<StoredLetter>, limit: number) {
  const failed = [];
  for await (const { id, collection, letter } of letters) {
    if (failed.length === limit) return { failed, more: true };
    const { failure, page, document } = letter;
    failed.push({ id, collection, url: page?.url ?? null, document: document?.id ?? null, failure });
  }
  return { failed, more: false };
}
