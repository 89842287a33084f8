import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { FastifyAdapter } from "@bull-board/fastify";
import type { FastifyInstance } from "fastify";
import { REFUSALS, refuse, refuseFor } from "./answers.ts";
import type { AnyQueue, ConsoleDeps } from "./deps.ts";
import { demandEngine } from "./health.ts";

const PREFIX = "/queues";

/** Jobs name files: whoever could write one could have any file of the workers read. */
const BY_HAND = /\/(?:add|update-data)$|\/job-schedulers\/:/;

/** bull-board for all queues, those too that are made while it runs. */
export function board(app: FastifyInstance, deps: Pick<ConsoleDeps, "ping" | "queues">, readOnly: boolean): void {
  const serverAdapter = new FastifyAdapter();
  serverAdapter.setBasePath(PREFIX);
  const { replaceQueues } = createBullBoard({
    queues: [],
    // The packages bring their types twice, which only private members tell apart.
    serverAdapter: serverAdapter as unknown as Parameters<typeof createBullBoard>[0]["serverAdapter"],
    options: { uiConfig: { boardTitle: "jingjian", hideDocsLink: true } },
  });
  const adapters = new Map<AnyQueue, BullMQAdapter>();
  const refresh = async () => {
    const queues = await deps.queues();
    for (const gone of [...adapters.keys()].filter((queue) => !queues.includes(queue))) adapters.delete(gone);
    for (const queue of queues) if (!adapters.has(queue)) adapters.set(queue, adapterOf(queue, readOnly));
    replaceQueues([...adapters.values()]);
  };
  app.register(async (scope) => {
    scope.addHook("onRequest", async (request, reply) => {
      // The route as it was matched: a path can be spelled in many ways.
      const { url: route = "" } = request.routeOptions;
      if (!route.startsWith(`${PREFIX}/api/`)) return;
      if (request.method !== "GET" && BY_HAND.test(route)) return refuse(reply, REFUSALS.job);
      try {
        await demandEngine(deps);
        await refresh();
      } catch (error) {
        return refuseFor(reply, error as Error);
      }
    });
    scope.addHook("onSend", async (_request, reply, payload) =>
      String(reply.getHeader("content-type")).startsWith("text/html") && typeof payload === "string"
        ? withoutOutside(payload)
        : payload,
    );
    scope.register(serverAdapter.registerPlugin(), { prefix: PREFIX });
  });
}

/** Its page asks another site for fonts, which the content policy would refuse, with a complaint on each visit. */
const withoutOutside = (html: string): string => html.replace(/<link\b[^>]*\bhref="https?:[^>]*>/g, "");

function adapterOf(queue: AnyQueue, readOnlyMode: boolean): BullMQAdapter {
  return new QueueAdapter(queue as unknown as ConstructorParameters<typeof BullMQAdapter>[0], { readOnlyMode });
}

class QueueAdapter extends BullMQAdapter {
  /** The embedded engine has no server to tell about; the page then leaves that part out. */
  override async getDatastoreStats() {
    return super.getDatastoreStats().catch(() => null);
  }
}
