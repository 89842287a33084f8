import type { FastifyInstance } from "fastify";
import type { Registry } from "prom-client";
import type { Status } from "../../schemas/status.ts";
import type { ConsoleDeps } from "./deps.ts";
import { AliveForm, ErrorForm, ReadinessForm } from "./forms.ts";
import { demandEngine, readiness, withinMs } from "./health.ts";
import { type PageLink, statusPage } from "./page.ts";
import { PAGE_ICON, PAGE_STYLE } from "./page-style.ts";
import { statusMetrics } from "./status-metrics.ts";

export interface WatchOptions {
  readonly readOnly: boolean;
  readonly minFreeBytes: number;
  /** Further pages that the status page leads to. */
  readonly links: readonly PageLink[];
  /** Memory, processor time and event loop of this process. */
  readonly process: Registry;
}

/** Prometheus gives up after ten seconds; what this process counted must reach it also when the engine hangs. */
const STATUS_MS = 5_000;

/** What people and programs look at to see how the work goes. */
export function watch(app: FastifyInstance, deps: ConsoleDeps, options: WatchOptions): void {
  const statusOrNull = (): Promise<Status | null> =>
    withinMs(
      STATUS_MS,
      demandEngine(deps).then(() => deps.status()),
    ).catch(() => null);
  health(app, deps, options.minFreeBytes);
  app.get("/metrics", { schema: METRICS_SCHEMA }, async (_request, reply) => {
    const parts = await Promise.all([
      deps.metrics.registry.metrics(),
      statusOrNull().then(statusMetrics),
      options.process.metrics(),
    ]);
    // prom-client writes `Nan`, which not every reader takes.
    const text = parts.map((part) => part.trimEnd().replace(/ Nan$/gm, " NaN")).join("\n");
    return reply.type(deps.metrics.registry.contentType).send(`${text}\n`);
  });
  app.get("/openapi.json", { schema: { hide: true } }, () => app.swagger());
  app.get("/", { schema: { hide: true } }, async (_request, reply) => {
    const status = await statusOrNull();
    return reply
      .code(status === null ? 503 : 200)
      .type("text/html; charset=utf-8")
      .send(statusPage(status, options));
  });
  for (const [path, type, content] of [
    ["/console.css", "text/css; charset=utf-8", PAGE_STYLE],
    ["/console.svg", "image/svg+xml", PAGE_ICON],
  ] as const) {
    app.get(path, { schema: { hide: true } }, (_request, reply) =>
      reply.type(type).header("cache-control", "max-age=3600").send(content),
    );
  }
}

function health(app: FastifyInstance, deps: ConsoleDeps, minFreeBytes: number): void {
  const schema = (operationId: string, summary: string, response: object) => ({
    operationId,
    summary,
    tags: ["health"],
    response,
  });
  app.get("/healthz", { schema: schema("alive", "Tell that the process is alive", { 200: AliveForm }) }, () => ({
    alive: true,
    uptimeSeconds: Math.round(process.uptime()),
  }));
  app.get(
    "/readyz",
    {
      schema: schema("ready", "Tell whether work can go on", {
        200: ReadinessForm,
        503: ReadinessForm,
        default: ErrorForm,
      }),
    },
    async (_request, reply) => {
      const found = await readiness(deps, minFreeBytes);
      return reply.code(found.ready ? 200 : 503).send(found);
    },
  );
}

const METRICS_SCHEMA = {
  operationId: "metrics",
  summary: "Give what was counted, for Prometheus",
  tags: ["health"],
  response: {
    200: { description: "Its text form", content: { "text/plain": { schema: { type: "string" } } } },
    default: ErrorForm,
  },
};
