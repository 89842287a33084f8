import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "@jest/globals";
import { openReview, type Review, type ReviewFiles } from "../../review/server/open.ts";
import { reviewRoutes } from "../../review/server/routes.ts";
import type { Fact } from "../../schemas/fact.ts";
import { parseSettings } from "../../schemas/settings.ts";
import { openSafeServer } from "../../workers/console/safe-server.ts";
import { builtPage } from "./build.ts";
import { ask, JSON_TYPE } from "./console.ts";
import { linesOf } from "./sample-facts.ts";
import { tempFolder } from "./temp.ts";

export interface ReviewServer {
  readonly url: string;
  readonly review: Review;
  readonly facts: string;
  /** What requests failed at inside the server. */
  readonly defects: unknown[];
  readonly warnings: string[];
  readonly failures: string[];
  /** A GET of a route below `/api/review/`. @returns status and JSON */
  get<T = unknown>(route: string): Promise<{ readonly status: number; readonly body: T }>;
  post<T = unknown>(route: string, body: unknown): Promise<{ readonly status: number; readonly body: T }>;
  close(): Promise<void>;
}

export interface ReviewServerOptions extends Partial<ReviewFiles> {
  readonly readOnly?: boolean;
  readonly token?: string;
  /** HOST:PORT; a free port where it is not given. */
  readonly listen?: string;
  readonly archive?: string;
}

/** A real server with the review page, its store and its files. */
export async function serveReview(
  folder: string,
  facts: readonly Fact[] | null,
  options: ReviewServerOptions = {},
): Promise<ReviewServer> {
  builtPage();
  const path = options.facts ?? join(folder, "facts.jsonl");
  if (facts !== null) writeFileSync(path, linesOf(facts));
  const { readOnly = false, token = "", archive = join(folder, "no-archive") } = options;
  const [defects, warnings, failures]: [unknown[], string[], string[]] = [[], [], []];
  const review = await openReview({
    ...{ facts: path, inputs: options.inputs ?? [], readOnly, settings: parseSettings({}, { archive }) },
    ...{ decisions: options.decisions ?? null, examples: options.examples ?? null },
    onDefect: (error) => defects.push(error),
    onWarning: (warning) => warnings.push(warning),
    onFailure: (source, error) => failures.push(`${source}: ${error}`),
  });
  const server = await openSafeServer(
    { listen: options.listen ?? "127.0.0.1:0", token, readOnly, onDefect: review.onDefect },
    async (app) => {
      app.get("/", (_request, reply) => reply.redirect("/review/"));
      await reviewRoutes(app, review);
    },
  );
  await Promise.all([review.store.whole(), review.inStep]);
  const read = async <T>(answer: ReturnType<typeof ask>) => {
    const { status, text } = await answer;
    return { status, body: JSON.parse(text) as T };
  };
  return {
    ...{ url: server.url, review, facts: path, defects, warnings, failures },
    get: (route) => read(ask(server.url, `/api/review/${route}`)),
    post: (route, body) =>
      read(ask(server.url, `/api/review/${route}`, { method: "POST", headers: JSON_TYPE, body: JSON.stringify(body) })),
    close: async () => {
      await server.close();
      await review.close();
    },
  };
}

/** Servers of the review page for one test file, closed at its end. @returns starts one in a folder of its own */
export function reviewServers(): (
  facts: readonly Fact[] | null,
  options?: ReviewServerOptions,
) => Promise<ReviewServer> {
  const folder = tempFolder();
  const servers: ReviewServer[] = [];
  afterAll(async () => {
    for (const server of servers) await server.close();
  });
  return async (facts, options = {}) => {
    const server = await serveReview(mkdtempSync(join(folder, "r-")), facts, options);
    servers.push(server);
    return server;
  };
}
