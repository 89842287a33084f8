import type { ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Pulse } from "../../schemas/review.ts";
import { headersFor } from "../../workers/console/headers.ts";
import type { ReviewDeps } from "./deps.ts";

/** No more than four a second. */
const APART_MS = 250;
/** Proxies and browsers give up on what is silent for long. */
const HEARTBEAT_MS = 15_000;
const RETRY_MS = 1_000;
const MAX_IDS = 100;
/** A window that does not read is let go; its browser asks again. */
const MAX_UNREAD_BYTES = 1 << 20;

/** Tells every open window of what changes, as server-sent events. */
export function pulseRoutes(app: FastifyInstance, { store, decisions }: ReviewDeps): void {
  const windows = new Set<ServerResponse>();
  const decided = new Set<string>();
  let last = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | null = null;

  const pulse = (): Pulse => ({
    version: store.version,
    facts: store.facts,
    loaded: store.loaded,
    decided: [...decided].slice(0, MAX_IDS),
  });
  const send = (window: ServerResponse, text: string) => {
    if (window.writableLength > MAX_UNREAD_BYTES) window.destroy();
    else window.write(text);
  };
  const tell = () => {
    timer = null;
    last = performance.now();
    const text = eventOf(pulse());
    decided.clear();
    for (const window of windows) send(window, text);
  };
  const soon = () => {
    timer ??= setTimeout(tell, Math.max(0, last + APART_MS - performance.now())).unref();
  };
  const heartbeat = setInterval(() => {
    for (const window of windows) send(window, ":\n\n");
  }, HEARTBEAT_MS).unref();
  const stops = [
    store.onChange(soon),
    decisions.onChange((facts) => {
      for (const fact of facts) decided.add(fact);
      soon();
    }),
  ];

  app.get("/events", (_request, reply) => {
    reply.hijack();
    const window = reply.raw;
    windows.add(window);
    window.on("close", () => windows.delete(window));
    // Someone who goes away while something is sent is no defect.
    window.on("error", () => {});
    window.writeHead(200, {
      ...headersFor("/api/review/events"),
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    window.write(`retry: ${RETRY_MS}\n\n${eventOf({ ...pulse(), decided: [] })}`);
  });
  app.addHook("preClose", async () => {
    clearInterval(heartbeat);
    if (timer !== null) clearTimeout(timer);
    for (const stop of stops) stop();
    for (const window of windows) window.end();
  });
}

/** JSON holds no line feed, which would end the event. */
const eventOf = (pulse: Pulse): string => `data: ${JSON.stringify(pulse)}\n\n`;
