import type { FastifyInstance } from "fastify";
import { TryForm } from "../../schemas/review.ts";
import type { ReviewDeps } from "../server/deps.ts";
import { openExplainer } from "./explainer.ts";
import { LexiconWatch } from "./lexicon-watch.ts";
import type { LexiconState, Tried } from "./tried.ts";

/** A character of the text takes up to six bytes where JSON escapes it. */
const MAX_BODY = 256 << 10;

/** Reads any text as an article is read, and tells of every number why it is a fact or is none. */
export function tryRoutes(app: FastifyInstance, { settings, lexicon: path }: ReviewDeps): void {
  const lexicon = new LexiconWatch(path);
  const explainer = openExplainer(settings);
  app.addHook("onClose", () => explainer.close());
  app.post<{ Body: TryForm }>(
    "/try",
    { schema: { body: TryForm }, bodyLimit: MAX_BODY, config: { keepsNothing: true } },
    async ({ body }): Promise<Tried> => {
      const state = lexicon.now();
      return { ...(await explainer.explain(body)), lexicon: state };
    },
  );
  // Asked for every few seconds while the page shows Try.
  app.get("/lexicon", async (): Promise<LexiconState> => lexicon.now());
}
