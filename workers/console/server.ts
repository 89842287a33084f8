import fastifySwagger from "@fastify/swagger";
import { collectDefaultMetrics, Registry } from "prom-client";
import { api } from "./api.ts";
import { board } from "./board.ts";
import type { ConsoleDeps, ConsoleOptions } from "./deps.ts";
import { openSafeServer, type SafeServer } from "./safe-server.ts";
import { watch } from "./watch.ts";

export type Console = SafeServer;

const MIN_FREE_BYTES = 500_000_000;

/**
 * Starts the console.
 * @throws {UsageError} for an address beyond loopback without a token, and for one that cannot be had
 * @throws {InvalidSettingError} for a port that is none
 */
export function openConsole(deps: ConsoleDeps, options: ConsoleOptions): Promise<Console> {
  const { listen, token, readOnly = false, addition } = options;
  const minFreeBytes = options.minFreeBytes ?? MIN_FREE_BYTES;
  const onDefect = deps.onDefect ?? (() => {});
  return openSafeServer({ listen, token, readOnly, onDefect }, async (app) => {
    await app.register(fastifySwagger, { openapi: description(token !== "") });
    await app.register(async (scope) => {
      watch(scope, deps, { readOnly, minFreeBytes, process: processMetrics(), links: addition?.links ?? [] });
    });
    await app.register(async (scope) => api(scope, deps, options.localFiles === true));
    await addition?.routes(app);
    board(app, deps, readOnly);
  });
}

function processMetrics(): Registry {
  const register = new Registry();
  collectDefaultMetrics({ register });
  return register;
}

const description = (wantsToken: boolean) => ({
  openapi: "3.1.0",
  info: { title: "jingjian", description: "The console's HTTP interface", version: "1" },
  ...(wantsToken
    ? {
        components: { securitySchemes: { token: { type: "http" as const, scheme: "bearer" } } },
        security: [{ token: [] }],
      }
    : {}),
});
