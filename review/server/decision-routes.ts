import type { FastifyInstance } from "fastify";
import { NotInFileError } from "../../schemas/errors.ts";
import { type Decided, DecisionForm, DraftForm } from "../../schemas/review.ts";
import { agreementOf } from "../decisions/agreement.ts";
import { decisionOf } from "../decisions/decide.ts";
import { orphansOf } from "../decisions/orphans.ts";
import type { ReviewDeps } from "./deps.ts";
import { detailOf } from "./detail.ts";

/** A fact may rest on very long sentences. */
const MAX_BODY = 8 << 20;

/** What reviewers say, and what came of it. */
export function decisionRoutes(app: FastifyInstance, deps: ReviewDeps): void {
  const { store, decisions, articles } = deps;
  const turns = new Turns();
  app.post<{ Body: DecisionForm }>(
    "/decisions",
    { schema: { body: DecisionForm }, bodyLimit: MAX_BODY },
    ({ body }): Promise<Decided> =>
      // What one window says of a fact, the next one has to know.
      turns.take(body.fact ?? body.after?.id ?? body.decision ?? "", async () => {
        await deps.inStep;
        const decision = await decisionOf(body, { store, decisions });
        await decisions.append(decision);
        return { decision, detail: await detailOf(decision.fact, deps) };
      }),
  );
  app.post<{ Body: DraftForm }>(
    "/draft",
    { schema: { body: DraftForm }, config: { keepsNothing: true } },
    async ({ body }) => {
      const facts = await store.ofDocument(body.doc);
      const [first] = facts;
      if (first === undefined) throw new NotInFileError("document", body.doc);
      return articles.draft(first.fact.doc, facts, body);
    },
  );
  app.get("/agreement", async () => agreementOf(decisions));
  app.get("/orphans", () => orphansOf(decisions, store));
}

/** Lets work on the same thing be done one after the other, and all other work at once. */
class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.last.get(key) ?? Promise.resolve()).catch(() => {}).then(work);
    this.last.set(key, mine);
    const end = () => {
      if (this.last.get(key) === mine) this.last.delete(key);
    };
    mine.then(end, end);
    return mine;
  }
}
